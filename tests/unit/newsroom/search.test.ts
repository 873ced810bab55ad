import { describe, expect, test } from 'vitest';
import { recordHtml } from '../../../src/build/search-index.ts';
import { Body } from '../../../src/newsroom/body.ts';
import { searchIndexes, searchRecord } from '../../../src/newsroom/search.ts';
import { FOUND_KINDS, partName, readPartName } from '../../../src/newsroom/search-part.ts';
import { articleView } from '../../../src/newsroom/views/article.ts';
import { searchView } from '../../../src/newsroom/views/search.ts';
import { briefing, change, edition, question, source, story, topic } from '../../support/unit-factory.ts';

const opened = edition({
  topics: [topic('harbour', 'Harbour'), topic('food', 'Food')],
  sources: [source('office', { name: 'Harbour office' }), source('union', { name: 'Dock union' }), source('mute')],
  stories: [story('quay', { headline: 'The quay' })],
  briefings: [
    briefing('2026/crane', {
      publishedAt: '2026-01-20T23:30:00-02:00',
      story: 'quay',
      topics: ['harbour', 'food'],
      facts: [{ label: 'Height', value: '42 m', note: 'no mast', by: 'office' }],
      timeline: [
        { date: '2026-01-18', text: 'A barge comes', detail: 'By night', by: 'union' },
        { date: '2014', text: 'It is ordered' },
      ],
      questions: [
        question('order', {
          about: 'Whether it was ordered',
          note: 'Nobody knows.',
          statements: [{ by: 'union', on: '2026-01-19', says: 'It was not.', quote: 'Never' }],
        }),
      ],
    }),
    briefing('2025/quay', { publishedAt: '2025-12-31T12:00:00Z' }),
    briefing('2026/draft', { draft: true }),
    briefing('2026/embargoed', { embargoUntil: '2026-01-27T00:00:01Z' }),
    briefing('2026/gone', { changes: [change('withdrawal', '2026-01-21T12:00:00Z')] }),
  ],
});
const records = opened.briefings.map((entry) => searchRecord(opened, entry));
const [crane] = records;

describe('what can be found', () => {
  test('is what is public, newest first, and neither a draft, nor what is under embargo, nor what was withdrawn', () => {
    expect(records.map(({ url }) => url)).toEqual(['/briefings/2026/crane/', '/briefings/2025/quay/']);
  });

  test('has each fact, each statement with its question, and each event, with who says so', () => {
    expect(crane?.parts).toMatchObject([
      { kind: 'fact', by: ['office'], text: 'Height: 42 m (no mast) – Harbour office' },
      { kind: 'statement', by: [], text: 'Whether it was ordered: Nobody knows.' },
      { kind: 'statement', by: ['union'], text: 'Dock union, 19 January 2026: It was not. “Never”' },
      { kind: 'event', by: [], text: '2014: It is ordered' },
      { kind: 'event', by: ['union'], text: '18 January 2026: A barge comes. By night – Dock union' },
    ]);
  });

  test('leads to where each of them stands on the page', () => {
    const [entry] = opened.briefings;
    const shown = entry && articleView(opened, entry, Body.of(''));
    const anchors = [
      ...(shown?.facts ?? []),
      ...(shown?.questions ?? []).flatMap(({ anchor, statements }) => [{ anchor }, ...statements]),
      ...(shown?.timeline ?? []),
    ].map(({ anchor }) => anchor);
    expect(anchors).not.toContain(undefined);
    expect(crane?.parts.map(({ anchor }) => anchor)).toEqual(anchors);
  });

  test('can be chosen by topic, story, source and the year where the publication is', () => {
    expect(crane?.filters).toEqual({
      topic: ['harbour', 'food'],
      story: ['quay'],
      source: ['office', 'union'],
      year: ['2026'],
    });
    expect(records[1]?.filters).toMatchObject({ story: [], year: ['2025'] });
  });
});

describe('the indexes', () => {
  const published = (publishedAt: string, count: number) =>
    Array.from({ length: count }, (_, number) => briefing(`${publishedAt.slice(0, 10)}/${number}`, { publishedAt }));
  const indexed = (...briefings: ReturnType<typeof published>) =>
    [...searchIndexes(edition({ briefings }))].map(([name, entries]) => [name, entries.length]);

  test('are one where briefings are few, and none where there are none', () => {
    expect(indexed(...published('2026-01-20T12:00:00Z', 500), ...published('2019-01-20T12:00:00Z', 499))).toEqual([
      ['recent', 999],
    ]);
    expect(indexed()).toEqual([]);
  });

  test('are that of the last two quarters, as the publication counts days, and that of all before', () => {
    const since = published('2025-10-01T00:00:00Z', 400);
    const before = published('2025-09-30T23:59:59Z', 300);
    expect(indexed(...published('2026-01-20T12:00:00Z', 300), ...since, ...before)).toEqual([
      ['recent', 700],
      ['older', 300],
    ]);
  });
});

describe('a record', () => {
  test('holds texts as text, whatever they look like', () => {
    const opened = edition({
      briefings: [briefing('2026/a', { headline: '<b data-pagefind-filter="year:1">&amp;</b>' })],
    });
    const [hostile] = opened.briefings;
    if (!hostile) throw new Error('There is no briefing');
    const html = recordHtml(searchRecord(opened, hostile), '<p>Body</p>', 'en');
    expect(html).toContain('<h1>&lt;b data-pagefind-filter=&quot;year:1&quot;>&amp;amp;&lt;/b></h1>');
  });

  test('says its language where that is another than the publication has', () => {
    const briefings = [briefing('2026/a', { language: 'ar' }), briefing('2026/b')];
    const opened = edition({ briefings });
    const told = opened.briefings.map((entry) => recordHtml(searchRecord(opened, entry), '', 'en'));
    const meta = '<i data-pagefind-meta="lang[data-lang]" data-lang="ar"></i>';
    expect(told.map((html) => html.includes(meta))).toEqual([true, false]);
    expect(told.map((html) => html.includes('data-dir="rtl"'))).toEqual([true, false]);
  });

  test('names its parts so that they are read again', () => {
    for (const kind of FOUND_KINDS) {
      for (const by of [[], ['a'], ['a', 'b-c']]) {
        for (const anchor of ['', 'Question-a']) {
          expect(readPartName(partName({ kind, anchor, by }))).toEqual({ kind, anchor, by });
        }
      }
    }
    for (const id of ['a-heading', 'fact', 'fact|a', 'other||', 'fact|||']) expect(readPartName(id)).toBeUndefined();
  });
});

describe('the page', () => {
  const view = searchView(opened);

  test('lets readers choose by what there is, and by no source that says nothing', () => {
    expect(view.choices.map(({ name, options }) => [name, ...options.map(({ text }) => text)])).toEqual([
      ['topic', 'Food', 'Harbour'],
      ['story', 'The quay'],
      ['source', 'Dock union', 'Harbour office'],
      ['year', '2026', '2025'],
    ]);
  });

  test('leads to every topic, story and month without a script', () => {
    expect(view.topics.map(({ href }) => href)).toEqual(['/topics/food/', '/topics/harbour/']);
    expect(view.stories.map(({ href }) => href)).toEqual(['/stories/quay/']);
    expect(view.months).toEqual([
      { text: 'January 2026', href: '/briefings/#Month-2026-01' },
      { text: 'December 2025', href: '/briefings/#Month-2025-12' },
    ]);
  });
});
