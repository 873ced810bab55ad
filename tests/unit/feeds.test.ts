import { XMLParser } from 'fast-xml-parser';
import { parseRssFeed } from 'feedsmith';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { rss } from '../../src/feeds/rss.ts';
import { robots, sitemap, sitemapIndex } from '../../src/feeds/sitemap.ts';
import { Body } from '../../src/newsroom/body.ts';
import { type BriefingFields, briefing, change, edition, page, site, source, topic } from '../support/unit-factory.ts';
import { feedOf } from '../support/unit-feeds.ts';
import { elementsIn, textOf } from '../support/unit-html.ts';

const ADDRESS = 'https://example.org/news/briefings/2026/a/';
const AWKWARD = 'R&D <b> "x" ’s ]]> &amp; 😀 й';

/** What must not stand in XML as it is; programs differ in what they make of it. */
const UNSAFE = /&(?!(?:amp|lt|gt|quot|apos);)|]]>/;

/** The site's feed of these briefings, as a program that reads feeds takes it. */
async function read(briefings: ReturnType<typeof briefing>[], body = '<p>Body.</p>') {
  const opened = edition({
    site: [site({ url: 'https://example.org/news/' })],
    topics: [topic('harbour', 'Harbour'), topic('awkward', AWKWARD)],
    sources: [source('office', { name: 'Harbour office' }), source('kyiv', { name: 'Kyiv' })],
    pages: [page('about')],
    briefings,
  });
  const text = rss(await feedOf(opened, '', () => Promise.resolve(Body.of(body))));
  expect(text).not.toMatch(UNSAFE);
  return parseRssFeed(text);
}

async function contentOf(fields: BriefingFields, body?: string) {
  const { items = [] } = await read([briefing('2026/a', fields)], body);
  return fromHtml(items[0]?.content?.encoded ?? '', { fragment: true });
}

describe('the RSS feed', () => {
  test('has its briefings newest first, each with a guid that is its address for good', async () => {
    const { items = [] } = await read([
      briefing('2026/old', { publishedAt: '2026-01-01T00:00:00Z' }),
      briefing('2026/a', { publishedAt: '2026-01-20T12:30:00+02:00' }),
    ]);
    expect(items.map(({ title, link, guid, pubDate }) => ({ title, link, guid, pubDate }))).toEqual([
      {
        title: 'Headline of 2026/a',
        link: ADDRESS,
        guid: { value: ADDRESS, isPermaLink: true },
        pubDate: 'Tue, 20 Jan 2026 10:30:00 GMT',
      },
      {
        title: 'Headline of 2026/old',
        link: 'https://example.org/news/briefings/2026/old/',
        guid: { value: 'https://example.org/news/briefings/2026/old/', isPermaLink: true },
        pubDate: 'Thu, 01 Jan 2026 00:00:00 GMT',
      },
    ]);
  });

  test('says whose it is, in which language, and where it is itself', async () => {
    const feed = await read([]);
    expect(feed).toMatchObject({
      title: 'Harbour News',
      description: 'A publication for a test',
      link: 'https://example.org/news/',
      language: 'en-GB',
    });
    expect(feed.atom?.links).toEqual([
      { href: 'https://example.org/news/rss.xml', rel: 'self', type: 'application/rss+xml' },
    ]);
    expect(feed.items ?? []).toEqual([]);
  });

  test('of a topic says where it is itself', async () => {
    const opened = edition({ briefings: [briefing('2026/a')] });
    const view = await feedOf(opened, 'topics/harbour');
    const feed = parseRssFeed(rss(view));
    expect(feed.link).toBe('https://example.org/topics/harbour/');
    expect(feed.atom?.links?.[0]?.href).toBe('https://example.org/topics/harbour/rss.xml');
    expect(feed.items).toHaveLength(1);
  });

  test('gives the standfirst, the topics by name, and who wrote it where somebody did', async () => {
    const { items = [] } = await read([
      briefing('2026/a', { byline: 'Ann Port', topics: ['harbour', 'awkward'], publishedAt: '2026-01-21T00:00:00Z' }),
      briefing('2026/b'),
    ]);
    expect(items[0]).toMatchObject({ description: 'Standfirst of 2026/a', dc: { creators: ['Ann Port'] } });
    expect(items[0]?.categories?.map(({ name }) => name)).toEqual(['Harbour', AWKWARD]);
    expect(items[1]?.dc).toBeUndefined();
  });

  test('keeps a briefing that was withdrawn at its address, with the notice instead of its text', async () => {
    const withdrawal = change('withdrawal', '2026-01-24T12:00:00Z', { what: AWKWARD });
    const fields = { headline: AWKWARD, byline: 'Ann Port', changes: [withdrawal] };
    const { items = [] } = await read([
      briefing('2026/a', fields),
      briefing('2026/b', { publishedAt: '2026-01-19T12:00:00Z' }),
    ]);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      title: `Withdrawn: ${AWKWARD}`,
      link: ADDRESS,
      guid: { value: ADDRESS, isPermaLink: true },
      pubDate: 'Tue, 20 Jan 2026 12:00:00 GMT',
    });
    for (const html of [items[0]?.description, items[0]?.content?.encoded]) {
      expect(textOf(fromHtml(html ?? '', { fragment: true }))).toBe(`Withdrawn, 24 January 2026: ${AWKWARD}`);
    }
    expect(items[0]?.dc).toBeUndefined();
    expect(items[0]?.categories ?? []).toEqual([]);
  });

  test('carries any text as it was written', async () => {
    const fields = {
      headline: AWKWARD,
      standfirst: AWKWARD,
      byline: AWKWARD,
      keyPoints: [{ label: AWKWARD, text: AWKWARD }, { text: AWKWARD }],
      facts: [{ label: AWKWARD, value: AWKWARD, note: AWKWARD, by: 'office' }],
      timeline: [{ date: '2014', text: AWKWARD, detail: AWKWARD }],
    };
    const { items = [] } = await read([briefing('2026/a', fields)], '<p>R&#x26;D ]]> 😀 &#x3C;b></p>');
    expect(items[0]).toMatchObject({ title: AWKWARD, dc: { creators: [AWKWARD] } });
    // Programs read the description as HTML.
    expect(textOf(fromHtml(items[0]?.description ?? '', { fragment: true }))).toBe(AWKWARD);
    const content = fromHtml(items[0]?.content?.encoded ?? '', { fragment: true });
    const texts = elementsIn(content, 'li', 'p').map(textOf);
    expect(texts).toEqual([
      `${AWKWARD}. ${AWKWARD}`,
      AWKWARD,
      'R&D ]]> 😀 <b>',
      `${AWKWARD}: ${AWKWARD}, ${AWKWARD} (Harbour office)`,
      `2014: ${AWKWARD}. ${AWKWARD}`,
    ]);
  });
});

describe('a briefing in a feed', () => {
  test('has key points, body, facts and timeline, in this order', async () => {
    const content = await contentOf({}, '<p>Body.</p>');
    const parts = content.children.filter((node) => node.type === 'element');
    expect(parts.map((part) => [part.tagName, textOf(part)])).toEqual([
      ['ul', 'One crane is built.No other is planned.'],
      ['p', 'Body.'],
      ['h2', 'Facts at a glance'],
      ['ul', 'Cranes: 3 (Harbour office)'],
      ['h2', 'Timeline'],
      ['ol', '20 Jan 2026: Event of 2026/a'],
    ]);
  });

  test('names the source and the date of each fact', async () => {
    const facts = [{ label: 'Drones', value: '138', note: 'not verified', by: 'kyiv', asOf: '2026-01-26' }];
    const texts = elementsIn(await contentOf({ facts }), 'li').map(textOf);
    expect(texts).toContain('Drones: 138, not verified (Kyiv, 26 January 2026)');
  });

  test('tells in words what has not happened yet, was called off, or was never confirmed', async () => {
    const timeline = [
      { date: '2026-01-25', text: 'A', by: 'kyiv' },
      { date: '2026-01-26', text: 'B', status: 'scheduled' as const },
      { date: '2026-02-01', text: 'C', by: 'kyiv', status: 'scheduled' as const },
      { date: '2026-03', text: 'D', status: 'cancelled' as const },
    ];
    const [list] = elementsIn(await contentOf({ timeline }), 'ol');
    expect(list && elementsIn(list, 'li').map(textOf)).toEqual([
      '25 Jan 2026: A (Kyiv)',
      '26 Jan 2026: B (Was scheduled, not confirmed)',
      '1 Feb 2026: C (Scheduled, Kyiv)',
      'Mar 2026: D (Cancelled)',
    ]);
  });

  test('has whole addresses', async () => {
    const body =
      '<p><a href="/news/about/" rel="external">in</a> <a href="../b/">near</a> ' +
      '<a href="https://other.example/">out</a> <img src="/news/crane.jpg" alt="A crane" width="3"></p>';
    const content = await contentOf({}, body);
    expect(elementsIn(content, 'a').map(({ properties }) => properties)).toEqual([
      { href: 'https://example.org/news/about/' },
      { href: 'https://example.org/news/briefings/2026/b/' },
      { href: 'https://other.example/' },
    ]);
    expect(elementsIn(content, 'img').map(({ properties }) => properties)).toEqual([
      { src: 'https://example.org/news/crane.jpg', alt: 'A crane', width: 3 },
    ]);
  });

  test.each(['http://', 'https://%5B', 'http://a b/'])(
    'is there even where an address in it is broken: %s',
    async (href) => {
      const content = await contentOf({}, `<p>See <a href="${href}">this</a>.</p>`);
      expect(elementsIn(content, 'p').map(textOf)).toEqual(['See this.']);
    },
  );

  test('has nothing of the site’s own: no anchors, classes, styles or scripts', async () => {
    const body =
      '<div class="heading"><h2 id="cranes">Cranes</h2><a class="anchor" href="#cranes">' +
      '<span aria-hidden="true">#</span><span class="visually-hidden">Link to this section</span></a></div>' +
      '<p class="x" style="color: red" data-astro-cid="y" tabindex="0">Text</p>';
    const content = await contentOf({}, body);
    expect(elementsIn(content, 'h2').map(textOf)).toContain('Cranes');
    expect(textOf(content)).not.toContain('Link to this section');
    expect(elementsIn(content).flatMap(({ properties }) => Object.keys(properties))).toEqual([]);
  });
});

describe('the sitemap file', () => {
  const parser = new XMLParser({ ignoreAttributes: false });

  test('gives back the addresses and when they changed', () => {
    const text = sitemap([
      { address: 'https://example.org/', changedAt: '2026-01-26T18:30:00+02:00' },
      { address: "https://example.org/?a=1&b='2'" },
    ]);
    expect(text).not.toMatch(UNSAFE);
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>/);
    expect(parser.parse(text)).toMatchObject({
      urlset: {
        '@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
        url: [
          { loc: 'https://example.org/', lastmod: '2026-01-26T18:30:00+02:00' },
          { loc: "https://example.org/?a=1&b='2'" },
        ],
      },
    });
    expect(text.match(/<lastmod>/g)).toHaveLength(1);
  });

  test('is named by the index with its address', () => {
    const text = sitemapIndex(['https://example.org/sitemap-1.xml', 'https://example.org/sitemap-2.xml']);
    expect(text).not.toMatch(UNSAFE);
    expect(parser.parse(text)).toMatchObject({
      sitemapindex: {
        '@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
        sitemap: [{ loc: 'https://example.org/sitemap-1.xml' }, { loc: 'https://example.org/sitemap-2.xml' }],
      },
    });
  });
});

test('robots may read everything, and are told of the sitemap and of the news', () => {
  expect(
    robots(['https://example.org/news/sitemap-index.xml', 'https://example.org/news/news-sitemap.xml']).split('\n'),
  ).toEqual([
    'User-agent: *',
    'Allow: /',
    '',
    'Sitemap: https://example.org/news/sitemap-index.xml',
    'Sitemap: https://example.org/news/news-sitemap.xml',
    '',
  ]);
});
