import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { atom } from '../../src/feeds/atom.ts';
import { jsonFeed } from '../../src/feeds/json-feed.ts';
import { opml } from '../../src/feeds/opml.ts';
import { rss } from '../../src/feeds/rss.ts';
import { Body } from '../../src/newsroom/body.ts';
import type { Edition } from '../../src/newsroom/edition.ts';
import { articleView } from '../../src/newsroom/views/article.ts';
import { briefing, change, edition, site, story, topic } from '../support/unit-factory.ts';
import { bodyOf, feedOf } from '../support/unit-feeds.ts';
import { textOf } from '../support/unit-html.ts';
import { readXml } from '../support/xml.ts';

const AWKWARD = 'R&D <b> "x" ’s ]]> &amp; 😀 й שלום';

/** A feed as three programs read it: what each says of its items, in the same words. */
async function readAll(opened: Edition, folder = '') {
  const view = await feedOf(opened, folder);
  const [inRss, inAtom, inJson] = [parseRssFeed(rss(view)), parseAtomFeed(atom(view)), parseJsonFeed(jsonFeed(view))];
  return {
    rss: inRss.items?.map((item) => ({
      id: item.guid?.value,
      link: item.link,
      title: item.title,
      published: instant(item.pubDate),
      updated: instant(item.atom?.updated),
      tags: item.categories?.map(({ name }) => name) ?? [],
      by: item.dc?.creators?.[0],
      summary: plain(item.description),
      content: item.content?.encoded,
    })),
    atom: inAtom.entries?.map((entry) => ({
      id: entry.id,
      link: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
      title: entry.title?.value,
      published: instant(entry.published),
      updated: instant(entry.updated),
      tags: entry.categories?.map(({ term }) => term) ?? [],
      by: entry.authors?.[0]?.name,
      summary: plain(entry.summary?.value),
      content: entry.content?.value,
    })),
    json: inJson.items?.map((item) => ({
      id: item.id,
      link: item.url,
      title: item.title,
      published: instant(item.date_published),
      updated: instant(item.date_modified),
      tags: item.tags ?? [],
      by: item.authors?.[0]?.name,
      summary: item.summary,
      content: item.content_html,
    })),
  };
}

describe('a feed in RSS, Atom and JSON', () => {
  const changes = [
    change('correction', '2026-01-23T12:00:00Z', { what: 'The count was wrong', was: 'two', now: 'three' }),
    change('update', '2026-01-24T12:00:00+02:00', { what: 'A crane came.' }),
    change('clarification', '2026-01-22T12:00:00Z', { what: 'It is clear.', grave: true }),
    change('update', '2026-01-28T12:00:00Z', { what: 'This will be.' }),
  ];
  const opened = edition({
    topics: [topic('harbour', 'Harbour'), topic('pier', AWKWARD)],
    briefings: [
      briefing('2026/changed', {
        headline: AWKWARD,
        standfirst: AWKWARD,
        byline: 'Ann Port',
        topics: ['pier'],
        changes,
      }),
      briefing('2026/plain', { publishedAt: '2026-01-19T12:30:00+02:00' }),
      briefing('2026/gone', {
        publishedAt: '2026-01-10T12:00:00Z',
        byline: 'Ann Port',
        changes: [change('withdrawal', '2026-01-12T12:00:00Z', { what: AWKWARD })],
      }),
    ],
  });

  test('says the same of its items in every form', async () => {
    const { rss, atom, json } = await readAll(opened);
    expect(rss).toHaveLength(3);
    expect(atom).toEqual(rss);
    expect(json).toEqual(rss);
  });

  test('keeps the id of a briefing that was changed, and dates it by its newest change', async () => {
    const [changed, plain] = (await readAll(opened)).atom ?? [];
    expect(changed).toMatchObject({
      id: 'https://example.org/briefings/2026/changed/',
      link: 'https://example.org/briefings/2026/changed/',
      title: AWKWARD,
      summary: AWKWARD,
      by: 'Ann Port',
      tags: [AWKWARD],
      published: Date.parse('2026-01-20T12:00:00Z'),
      updated: Date.parse('2026-01-24T10:00:00Z'),
    });
    expect(plain?.updated).toBe(Date.parse('2026-01-19T10:30:00Z'));
    expect(plain?.by).toBeUndefined();
  });

  test('tells the changes at the top of the item, the grave ones first, and none that is still to come', async () => {
    const [changed] = (await readAll(opened)).json ?? [];
    const paragraphs = fromHtml(changed?.content ?? '', { fragment: true }).children.slice(0, 4);
    expect(paragraphs.map((node) => textOf(node))).toEqual([
      'Clarification, 22 January 2026: It is clear.',
      'Update, 24 January 2026: A crane came.',
      'Correction, 23 January 2026: The count was wrong. It said: two. It now says: three.',
      'One crane is built.No other is planned.',
    ]);
    expect(changed?.content).not.toContain('This will be');
  });

  test('keeps what was withdrawn under its id, with the notice alone, dated by the withdrawal', async () => {
    const gone = (await readAll(opened)).rss?.at(-1);
    expect(gone).toMatchObject({
      id: 'https://example.org/briefings/2026/gone/',
      title: 'Withdrawn: Headline of 2026/gone',
      published: Date.parse('2026-01-10T12:00:00Z'),
      updated: Date.parse('2026-01-12T12:00:00Z'),
      summary: `Withdrawn, 12 January 2026: ${AWKWARD}`,
      tags: [],
      by: undefined,
    });
    expect(plain(gone?.content)).toBe(`Withdrawn, 12 January 2026: ${AWKWARD}`);
  });

  test('is dated by its content, whenever it is built', async () => {
    const briefings = [briefing('2026/a'), briefing('2026/b', { changes })];
    const built = await Promise.all(
      ['2026-02-01T00:00:00Z', '2030-01-01T00:00:00Z'].map((asOf) => feedOf(edition({ briefings }, asOf))),
    );
    const [first, later] = built.map((view) => [rss(view), atom(view), jsonFeed(view)]);
    expect(later).toEqual(first);
    expect(parseAtomFeed(first?.[1] ?? '').updated).toBe('2026-01-28T12:00:00Z');
    expect(parseRssFeed(first?.[0] ?? '').lastBuildDate).toBe('Wed, 28 Jan 2026 12:00:00 GMT');
  });

  test('is dated by the newest change of any item, wherever the item stands', async () => {
    const view = await feedOf(opened);
    expect(Date.parse(view.updatedAt)).toBe(Date.parse('2026-01-24T10:00:00Z'));
  });

  test('that is empty is as old as the newest change of the site, not as its build', async () => {
    const briefings = [briefing('2026/a', { publishedAt: '2026-01-02T12:00:00Z' })];
    const opened = edition({ briefings, topics: [topic('idle')] });
    expect(await feedOf(opened, 'topics/idle')).toMatchObject({ items: [], updatedAt: '2026-01-02T12:00:00Z' });
    expect(await feedOf(opened, 'corrections')).toMatchObject({ items: [], updatedAt: '2026-01-02T12:00:00Z' });
  });

  test('says whose it is, what may be done with it, in which language, and where it is', async () => {
    const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };
    const opened = edition({ site: [site({ url: 'https://example.org/news/', licence })], briefings: [] });
    const view = await feedOf(opened);
    expect(parseAtomFeed(atom(view))).toMatchObject({
      id: 'https://example.org/news/atom.xml',
      title: { value: 'Harbour News' },
      subtitle: { value: 'A publication for a test' },
      rights: { value: 'CC BY 4.0' },
      authors: [{ name: 'Harbour News', uri: 'https://example.org/news/' }],
      xml: { lang: 'en-GB' },
    });
    expect(parseJsonFeed(jsonFeed(view))).toMatchObject({
      title: 'Harbour News',
      home_page_url: 'https://example.org/news/',
      feed_url: 'https://example.org/news/feed.json',
      language: 'en-GB',
      authors: [{ name: 'Harbour News', url: 'https://example.org/news/' }],
    });
    expect(JSON.parse(jsonFeed(view))).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: [] });
  });

  test('gives the body of a briefing as its page has it, with whole addresses', async () => {
    const entry = briefing('2026/a');
    const opened = edition({ briefings: [entry] });
    const body = '<p><a href="/about/">in</a></p>';
    const view = await feedOf(opened, '', () => Promise.resolve(Body.of(body)));
    expect(parseAtomFeed(atom(view)).entries?.[0]?.content).toMatchObject({ type: 'html' });
    expect(parseAtomFeed(atom(view)).entries?.[0]?.content?.value).toContain('href="https://example.org/about/"');
    expect(articleView(opened, entry, Body.of(body)).body.html).toBe(body);
    expect((await bodyOf(entry)).html).toContain('2026/a');
  });

  test('is XML and JSON that can be read, whatever characters a body names', async () => {
    const body = `<p>a\u0000b\u0008c\u001fd\ufffee\ud800f &#x1;&#8; ${'😀'}</p>`;
    const opened = edition({ briefings: [briefing('2026/a', { headline: AWKWARD })] });
    const view = await feedOf(opened, '', () => Promise.resolve(Body.of(body)));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML 1.0 (2.2) forbids.
    const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}|&(amp;)?#x?[018];/u;
    for (const text of [rss(view), atom(view)]) {
      expect(text).not.toMatch(forbidden);
      expect(() => readXml(text)).not.toThrow();
      expect(text).toContain('😀');
    }
    expect(parseJsonFeed(jsonFeed(view)).items).toHaveLength(1);
  });
});

describe('the feed of corrections', () => {
  const opened = edition({
    site: [site({ url: 'https://example.org/news/' })],
    briefings: [
      briefing('2026/a', {
        changes: [
          change('correction', '2026-01-21T12:00:00Z', { what: 'The count was wrong', was: 'two', now: 'three' }),
          change('correction', '2026-01-21T12:00:00Z', { what: 'And so was the date.', was: 'May', now: 'June' }),
          change('update', '2026-01-22T12:00:00Z'),
        ],
      }),
      briefing('2026/gone', { changes: [change('withdrawal', '2026-01-25T12:00:00Z', { what: 'It was invented.' })] }),
      briefing('2026/b'),
    ],
  });

  test('has one item a change, newest first, with an id of its own that is its place on the page', async () => {
    const { atom: items } = await readAll(opened, 'corrections');
    expect(items?.map(({ id, title }) => [id, title])).toEqual([
      ['https://example.org/news/briefings/2026/gone/#Withdrawal', 'Withdrawn: Headline of 2026/gone'],
      ['https://example.org/news/briefings/2026/a/#Change-2', 'Correction: Headline of 2026/a'],
      ['https://example.org/news/briefings/2026/a/#Change-1', 'Correction: Headline of 2026/a'],
    ]);
    const [first] = opened.briefings;
    const anchors = first && articleView(opened, first, Body.of('')).changes.map(({ anchor }) => anchor);
    expect(anchors).toEqual(['Change-3', 'Change-2', 'Change-1']);
  });

  test('says in sentences what was there and what is', async () => {
    const { rss, json } = await readAll(opened, 'corrections');
    expect(rss?.map(({ summary }) => summary)).toEqual(
      expect.arrayContaining([
        'Withdrawn, 25 January 2026: It was invented.',
        'Correction, 21 January 2026: And so was the date. It said: May. It now says: June.',
        'Correction, 21 January 2026: The count was wrong. It said: two. It now says: three.',
      ]),
    );
    expect(json?.[0]?.published).toBe(Date.parse('2026-01-25T12:00:00Z'));
  });

  test('keeps the id of a change when another one follows', async () => {
    const earlier = change('correction', '2026-01-21T12:00:00Z', { what: 'The first.' });
    const later = change('correction', '2026-01-24T12:00:00Z', { what: 'The second.' });
    const of = (asOf: string) =>
      readAll(edition({ briefings: [briefing('2026/a', { changes: [later, earlier] })] }, asOf), 'corrections');
    const [before, after] = [await of('2026-01-22T00:00:00Z'), await of('2026-01-25T00:00:00Z')];
    expect(before.rss).toHaveLength(1);
    expect(after.rss).toHaveLength(2);
    expect(after.rss?.[1]).toEqual(before.rss?.[0]);
  });

  test('has the latest fifty', async () => {
    const changes = Array.from({ length: 55 }, (_, index) =>
      change('correction', new Date(Date.UTC(2026, 0, 20, 12, index)).toISOString(), { what: `No. ${index}` }),
    );
    const { json: items = [] } = await readAll(
      edition({ briefings: [briefing('2026/a', { changes })] }),
      'corrections',
    );
    expect(items).toHaveLength(50);
    expect(items[0]?.summary).toContain('No. 54');
    expect(new Set(items.map(({ id }) => id)).size).toBe(50);
  });
});

describe('the list of all feeds (OPML)', () => {
  test('has every feed once, with its name, its page and its whole address', () => {
    const topics = [topic('pier', AWKWARD)];
    const stories = [story('port', { headline: AWKWARD }), story('untold')];
    const briefings = [briefing('2026/a', { story: 'port', topics: ['pier'] })];
    const opened = edition({ site: [site({ url: 'https://example.org/news/' })], topics, stories, briefings });
    const { head, body } = parseOpml(opml(opened)) ?? {};
    expect(head?.title).toBe('Harbour News');
    expect(body?.outlines?.map(({ type, text, htmlUrl, xmlUrl }) => [type, text, htmlUrl, xmlUrl])).toEqual(
      [
        ['Harbour News', '', ''],
        [`Harbour News: ${AWKWARD}`, 'stories/port/', 'stories/port/'],
        [`Harbour News: ${AWKWARD}`, 'topics/pier/', 'topics/pier/'],
        ['Harbour News: Corrections', 'corrections/', 'corrections/'],
      ].map(([text, page, folder]) => [
        'rss',
        text,
        `https://example.org/news/${page}`,
        `https://example.org/news/${folder}rss.xml`,
      ]),
    );
  });
});

function instant(text: string | undefined): number {
  return Date.parse(text ?? '');
}

function plain(html: string | undefined): string {
  return textOf(fromHtml(html ?? '', { fragment: true }));
}
