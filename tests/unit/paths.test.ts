import { describe, expect, test } from 'vitest';
import { makePaths, type Paths, RESERVED_SLUGS } from '../../src/paths.ts';

const everyAddress = (paths: Paths) => [
  paths.home(),
  paths.briefings(),
  paths.briefings(2),
  paths.briefing('2026/abu-dhabi-talks'),
  paths.day('2026-01-26'),
  paths.topics(),
  paths.topic('territory'),
  paths.topic('territory', 3),
  paths.stories(),
  paths.story('peace-talks'),
  paths.comingUp(),
  paths.sources(),
  paths.source('dmitry-peskov'),
  paths.source('dmitry-peskov', 2),
  paths.corrections(),
  paths.corrections(2),
  paths.page('about'),
  paths.subscribe(),
  paths.search(),
  paths.openSearch(),
  paths.feed('', 'rss.xml'),
  paths.feed('topics/territory', 'atom.xml'),
  paths.feed('archive/1', 'feed.json'),
  paths.opml(),
  paths.briefingFile('2026/abu-dhabi-talks', 'md'),
  paths.storyJson('peace-talks'),
  paths.calendar(),
  paths.storyCalendar('peace-talks'),
  paths.eventCalendar(paths.story('peace-talks'), 'next-round'),
  paths.card(paths.topic('territory')),
  paths.schema('briefing'),
  paths.newsSitemap(),
  paths.sitemapIndex(),
  paths.sitemap(1),
  paths.manifest(),
  paths.file('favicon.svg'),
];

const FROM_ROOT = [
  '/',
  '/briefings/',
  '/briefings/2/',
  '/briefings/2026/abu-dhabi-talks/',
  '/days/2026-01-26/',
  '/topics/',
  '/topics/territory/',
  '/topics/territory/3/',
  '/stories/',
  '/stories/peace-talks/',
  '/coming-up/',
  '/sources/',
  '/sources/dmitry-peskov/',
  '/sources/dmitry-peskov/2/',
  '/corrections/',
  '/corrections/2/',
  '/about/',
  '/subscribe/',
  '/search/',
  '/search/opensearch.xml',
  '/rss.xml',
  '/topics/territory/atom.xml',
  '/archive/1/feed.json',
  '/feeds.opml',
  '/briefings/2026/abu-dhabi-talks/index.md',
  '/stories/peace-talks/index.json',
  '/calendar.ics',
  '/stories/peace-talks/calendar.ics',
  '/stories/peace-talks/events/next-round.ics',
  '/topics/territory/card.png',
  '/schema/v1/briefing.json',
  '/news-sitemap.xml',
  '/sitemap-index.xml',
  '/sitemap-1.xml',
  '/manifest.webmanifest',
  '/favicon.svg',
];

describe.each([
  ['https://example.org/', ''],
  ['https://example.org', ''],
  ['https://example.org/news/', '/news'],
  ['https://example.org/news', '/news'],
  ['https://example.org/a/b/', '/a/b'],
  ['http://localhost:4321/news/', '/news'],
])('a site at %s', (url, base) => {
  const paths = makePaths(url);

  test('has its own path before every address, which ends in a slash or as a file does', () => {
    expect(everyAddress(paths)).toEqual(FROM_ROOT.map((address) => base + address));
    for (const address of everyAddress(paths)) expect(address).toMatch(/(\/|\.[a-z]+)$/);
  });

  test('has whole addresses of them all', () => {
    const root = url.replace(/\/$/, '');
    expect(everyAddress(paths).map(paths.absolute)).toEqual(FROM_ROOT.map((address) => root + address));
  });

  test('puts its path before the addresses that editors write from its root', () => {
    expect(paths.within('/')).toBe(`${base}/`);
    expect(paths.within('/about/')).toBe(`${base}/about/`);
    expect(paths.within('/topics/territory/?a=1#top')).toBe(`${base}/topics/territory/?a=1#top`);
  });

  test.each([
    'https://other.example/about/',
    '//other.example/about/',
    '#notes',
    '?page=2',
    '../about/',
    'about/',
    'mailto:desk@example.org',
    '',
  ])('leaves "%s" as it is', (address) => {
    expect(paths.within(address)).toBe(address);
  });
});

test('the first page of a list has no number in its address', () => {
  const paths = makePaths('https://example.org/');
  expect(paths.briefings(1)).toBe(paths.briefings());
  expect(paths.topic('territory', 1)).toBe(paths.topic('territory'));
  expect(paths.source('dmitry-peskov', 1)).toBe(paths.source('dmitry-peskov'));
  expect(paths.corrections(1)).toBe(paths.corrections());
});

test('a page of the publication cannot take the place of one that the site has', () => {
  const paths = makePaths('https://example.org/');
  const own = everyAddress(paths).filter((address) => address.indexOf('/', 1) > 0 && address !== paths.page('about'));
  const first = own.map((address) => address.split('/')[1] ?? '');
  expect([...new Set([...first, '404'])].sort()).toEqual([...RESERVED_SLUGS].sort());
});
