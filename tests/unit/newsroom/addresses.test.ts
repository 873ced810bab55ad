import { describe, expect, test } from 'vitest';
import { Body } from '../../../src/newsroom/body.ts';
import type { Frame } from '../../../src/newsroom/frame.ts';
import { briefingView } from '../../../src/newsroom/views/briefing.ts';
import { comingUpView } from '../../../src/newsroom/views/coming.ts';
import { homeView } from '../../../src/newsroom/views/home.ts';
import { notFoundView, pageView } from '../../../src/newsroom/views/page.ts';
import { sitemaps } from '../../../src/newsroom/views/sitemap.ts';
import { storiesView, storyView } from '../../../src/newsroom/views/story.ts';
import { subscribeView } from '../../../src/newsroom/views/subscribe.ts';
import { briefing, dailyBriefings, edition, page, site, story, topic } from '../../support/unit-factory.ts';
import { feedOf } from '../../support/unit-feeds.ts';

const underPath = [site({ url: 'https://example.org/news/' })];

describe('the sitemap', () => {
  test('has every page once, with when its content last changed', () => {
    const briefings = [
      briefing('2026/new', { publishedAt: '2026-01-20T12:00:00Z', story: 'port', topics: ['pier'] }),
      briefing('2026/old', { publishedAt: '2026-01-10T12:00:00Z', topics: ['crane'] }),
      briefing('2026/draft', { draft: true }),
    ];
    const topics = [topic('pier'), topic('crane'), topic('idle')];
    const stories = [story('port'), story('untold')];
    const [entries, ...more] = sitemaps(
      edition({ site: underPath, briefings, topics, stories, pages: [page('about')] }),
    );
    expect(more).toEqual([]);
    expect(entries?.map(({ address, changedAt }) => `${address} ${changedAt}`).sort()).toEqual(
      [
        ' 2026-01-20T12:00:00Z',
        'about/ undefined',
        'briefings/ 2026-01-20T12:00:00Z',
        'briefings/2026/new/ 2026-01-20T12:00:00Z',
        'briefings/2026/old/ 2026-01-10T12:00:00Z',
        'coming-up/ undefined',
        'corrections/ undefined',
        'days/2026-01-10/ 2026-01-10T12:00:00Z',
        'days/2026-01-20/ 2026-01-20T12:00:00Z',
        'search/ undefined',
        'sources/ undefined',
        'sources/office/ undefined',
        'stories/ 2026-01-20T12:00:00Z',
        'stories/port/ 2026-01-20T12:00:00Z',
        'subscribe/ undefined',
        'topics/ 2026-01-20T12:00:00Z',
        'topics/crane/ 2026-01-10T12:00:00Z',
        'topics/idle/ undefined',
        'topics/pier/ 2026-01-20T12:00:00Z',
      ].map((line) => `https://example.org/news/${line}`),
    );
  });

  test('has the second and later pages of long lists', () => {
    const opened = edition({ briefings: dailyBriefings(31) });
    const addresses = sitemaps(opened).flatMap((entries) => entries.map(({ address }) => address));
    expect(addresses).toContain('https://example.org/briefings/2/');
    expect(addresses).toContain('https://example.org/topics/harbour/2/');
    expect(addresses).not.toContain('https://example.org/briefings/3/');
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  test('is cut into files of 50,000 addresses, which is what the protocol allows', () => {
    const one = topic('idle').data;
    const topics = Array.from({ length: 50_000 }, (_, index) => ({ ...one, id: `topic-${index}` }));
    const files = sitemaps({ ...edition(), topics });
    const [first = [], second = [], ...more] = files;
    expect([first.length, more.length]).toEqual([50_000, 0]);
    expect(second.length).toBeGreaterThan(0);
    const addresses = new Set(files.flat().map(({ address }) => address));
    expect(addresses.size).toBe(50_000 + second.length);
    for (const { id } of topics) expect(addresses.has(`https://example.org/topics/${id}/`)).toBe(true);
  });
});

describe('a feed', () => {
  const opened = edition({ site: underPath, briefings: dailyBriefings(53) });

  test('has the latest fifty briefings, newest first', async () => {
    const { items } = await feedOf(opened);
    const days = Array.from({ length: 50 }, (_, index) => 53 - index);
    expect(items.map(({ link }) => link)).toEqual(
      days.map((day) => `https://example.org/news/briefings/2025/day-${day}/`),
    );
  });

  test('gives each briefing with its own body, its topics by name and when it was published', async () => {
    const [newest] = (await feedOf(opened)).items;
    expect(newest).toMatchObject({ publishedAt: '2025-02-22T12:00:00.000Z', categories: ['Harbour'] });
    expect(newest?.kind === 'article' && newest.article.body.html).toBe('<p>Body of 2025/day-53</p>');
  });

  test('has whole addresses of its page and of itself', async () => {
    expect(await feedOf(opened)).toMatchObject({
      title: 'Harbour News',
      description: 'A publication for a test',
      language: 'en-GB',
      page: 'https://example.org/news/',
      self: addresses('https://example.org/news/'),
    });
  });

  test('of a story has the briefings of that story alone', async () => {
    const port = story('port');
    const briefings = [briefing('2026/a', { story: 'port' }), briefing('2026/b', { story: 'pier' })];
    const opened = edition({ site: underPath, briefings, stories: [port, story('pier')] });
    const view = await feedOf(opened, 'stories/port');
    expect(view.items.map(({ link }) => link)).toEqual(['https://example.org/news/briefings/2026/a/']);
    expect(view).toMatchObject({
      title: 'Harbour News: Story port',
      description: 'Standfirst of port',
      page: 'https://example.org/news/stories/port/',
      self: addresses('https://example.org/news/stories/port/'),
    });
  });

  test('of a topic has the briefings of that topic alone', async () => {
    const pier = topic('pier', 'Pier');
    const briefings = [briefing('2026/a', { topics: ['pier'] }), briefing('2026/b')];
    const view = await feedOf(edition({ site: underPath, briefings, topics: [pier] }), 'topics/pier');
    expect(view.items.map(({ link }) => link)).toEqual(['https://example.org/news/briefings/2026/a/']);
    expect(view).toMatchObject({
      title: 'Harbour News: Pier',
      description: 'Description of pier',
      page: 'https://example.org/news/topics/pier/',
      self: addresses('https://example.org/news/topics/pier/'),
    });
  });
});

describe('what surrounds every page', () => {
  const about = page('about', { title: 'About' });
  const pages = [about, page('method', { title: 'Method' })];
  const opened = edition({ site: underPath, pages, topics: [topic('pier', 'Pier')] });

  test('leads from everywhere to all that there is', () => {
    expect(homeView(opened).frame.nav.map(({ text, href }) => `${text}: ${href}`)).toEqual([
      'Latest: /news/',
      'Stories: /news/stories/',
      'Briefings: /news/briefings/',
      'Topics: /news/topics/',
      'Coming up: /news/coming-up/',
      'Subscribe: /news/subscribe/',
      'Search: /news/search/',
    ]);
  });

  test('marks where the reader is in the menu, or below what', () => {
    const port = story('port');
    const current = ({ nav }: Frame) => nav.flatMap(({ text, current }) => (current ? [[text, current]] : []));
    expect(current(homeView(opened).frame)).toEqual([['Latest', 'page']]);
    expect(current(subscribeView(opened).frame)).toEqual([['Subscribe', 'page']]);
    expect(current(storiesView(opened).frame)).toEqual([['Stories', 'page']]);
    expect(current(storyView(opened, port, '').frame)).toEqual([['Stories', 'true']]);
    expect(current(comingUpView(opened).frame)).toEqual([['Coming up', 'page']]);
    expect(current(pageView(opened, about, '').frame)).toEqual([]);
    expect(current(briefingView(opened, briefing('2026/a'), Body.of('')).frame)).toEqual([['Briefings', 'true']]);
    expect(current(notFoundView(opened).frame)).toEqual([]);
  });

  test('says as of when the site speaks, and leads to its pages and its feed', () => {
    const { footer, alternates } = homeView(opened).frame;
    expect(footer.asOf).toMatch(/^27 January 2026\b.*\b00:00 UTC$/);
    expect(footer.links).toEqual([
      { text: 'About', href: '/news/about/' },
      { text: 'Method', href: '/news/method/' },
      { text: 'Sources', href: '/news/sources/' },
      { text: 'Corrections', href: '/news/corrections/' },
      { text: 'RSS', href: '/news/rss.xml' },
    ]);
    expect(alternates).toEqual([
      { text: 'Harbour News (RSS)', href: '/news/rss.xml', type: 'application/rss+xml' },
      { text: 'Harbour News (Atom)', href: '/news/atom.xml', type: 'application/atom+xml' },
      { text: 'Harbour News (JSON)', href: '/news/feed.json', type: 'application/feed+json' },
    ]);
  });

  test('gives the home page the name and the tagline, and an error no address', () => {
    expect(homeView(opened).frame).toMatchObject({
      title: 'Harbour News: A publication for a test',
      canonical: 'https://example.org/news/',
    });
    expect(notFoundView(opened).frame.canonical).toBeUndefined();
  });

  test('offers every feed to those who subscribe, with an address to copy', () => {
    const parts = { site: underPath, topics: [topic('pier', 'Pier')], stories: [story('port'), story('untold')] };
    const view = subscribeView(edition({ ...parts, briefings: [briefing('2026/a', { story: 'port' })] }));
    expect(
      [...view.site, ...view.stories, ...view.topics, ...view.calendars].map(({ name, address }) => [name, address]),
    ).toEqual([
      ['All briefings', 'https://example.org/news/rss.xml'],
      ['Corrections', 'https://example.org/news/corrections/rss.xml'],
      ['Story port', 'https://example.org/news/stories/port/rss.xml'],
      ['Pier', 'https://example.org/news/topics/pier/rss.xml'],
      ['Everything that is coming up', 'https://example.org/news/calendar.ics'],
      ['Story port', 'https://example.org/news/stories/port/calendar.ics'],
    ]);
    expect(view.opml).toBe('/news/feeds.opml');
    const folders = ['', 'stories/port/', 'topics/pier/', 'corrections/'];
    const files = folders.flatMap((folder) => ['rss.xml', 'atom.xml', 'feed.json'].map((file) => folder + file));
    expect(view.frame.alternates.map(({ href }) => href)).toEqual(files.map((file) => `/news/${file}`));
    const offered = [...view.site, ...view.stories, ...view.topics].flatMap(({ formats }) => formats);
    expect(offered.map(({ href }) => href).sort()).toEqual(files.map((file) => `/news/${file}`).sort());
  });
});

/** A feed stands in one folder in three forms. */
function addresses(folder: string): Record<string, string> {
  return Object.fromEntries(['rss.xml', 'atom.xml', 'feed.json'].map((file) => [file, folder + file]));
}

describe('the frame of a page', () => {
  test.each([
    ['en-GB', 'ltr'],
    ['ar', 'rtl'],
  ])('of a publication in %s runs %s', (language, direction) => {
    expect(homeView(edition({ site: [site({ language })] })).frame).toMatchObject({ language, direction });
  });
});
