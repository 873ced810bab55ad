import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/newsroom/edition.ts';
import { briefing, change, page, question, story, topic } from '../support/unit-factory.ts';
import { scriptsOf, TOLD, toldEdition } from '../support/unit-json-ld.ts';

const ROOT = 'https://example.org/news/';
const PUBLISHER = { '@id': `${ROOT}#Publisher` };

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type Node = { [name: string]: Json };

/** What a page says, by the kind of page. */
function graphOf(name: string, edition: Edition = toldEdition()): Node[] {
  const parsed: { '@context': string; '@graph': Node[] } = JSON.parse(scriptsOf(edition)[name] ?? 'null');
  expect(parsed['@context']).toBe('https://schema.org');
  return parsed['@graph'];
}

/** All nodes of a type, at any depth. */
function nodesOf(type: string, graph: Json): Node[] {
  if (Array.isArray(graph)) return graph.flatMap((node) => nodesOf(type, node));
  if (typeof graph !== 'object' || graph === null) return [];
  const below = Object.values(graph).flatMap((node) => nodesOf(type, node));
  return graph['@type'] === type ? [graph, ...below] : below;
}

/** Every value of a graph. */
function valuesIn(json: Json): Json[] {
  if (Array.isArray(json)) return [json, ...json.flatMap(valuesIn)];
  if (typeof json === 'object' && json !== null) return [json, ...Object.values(json).flatMap(valuesIn)];
  return [json];
}

describe('what a briefing tells machines', () => {
  const graph = graphOf('2026/a');

  test.each([
    ['news', 'NewsArticle'],
    ['background', 'BackgroundNewsArticle'],
    ['analysis', 'AnalysisNewsArticle'],
  ] as const)('says that it is %s: a %s', (kind, type) => {
    expect(nodesOf(type, graphOf('2026/a', toldEdition({ kind })))).toHaveLength(1);
  });

  test('has its headline, its dates, its place, its topics, its story, its picture and its publisher', () => {
    expect(nodesOf('BackgroundNewsArticle', graph)).toEqual([
      expect.objectContaining({
        '@id': `${ROOT}briefings/2026/a/`,
        url: `${ROOT}briefings/2026/a/`,
        headline: 'Headline of 2026/a',
        abstract: 'Standfirst of 2026/a',
        inLanguage: 'en-GB',
        datePublished: '2026-01-20T12:00:00Z',
        dateModified: '2026-01-24T12:00:00Z',
        dateline: 'Odesa',
        image: `${ROOT}briefings/2026/a/card.png`,
        about: [
          { '@type': 'Thing', name: 'Harbour' },
          { '@type': 'Thing', name: 'Pier' },
        ],
        isPartOf: { '@type': 'CreativeWorkSeries', name: 'Story port', url: `${ROOT}stories/port/` },
        publisher: PUBLISHER,
        author: PUBLISHER,
      }),
    ]);
  });

  test('makes up no author out of a byline, and prints it as it is', () => {
    const [article] = nodesOf('NewsArticle', graphOf('2026/alone'));
    expect(article).toMatchObject({ creditText: 'The desk', publisher: PUBLISHER });
    expect(article).not.toHaveProperty('author');
  });

  test('leaves out what the briefing does not have', () => {
    const [article] = nodesOf('NewsArticle', graphOf('2026/alone'));
    for (const name of ['dateline', 'isPartOf', 'citation', 'correction', 'hasPart', 'license']) {
      expect(article).not.toHaveProperty(name);
    }
    expect(article).toMatchObject({ dateModified: '2026-01-01T12:00:00Z' });
    expect(nodesOf('Event', graphOf('2026/alone'))).toEqual([]);
  });

  test('has each correction and clarification, wherever its page shows it, and no update', () => {
    expect(nodesOf('CorrectionComment', graph)).toEqual([
      { '@type': 'CorrectionComment', text: 'The count was wrong.', datePublished: '2026-01-23T12:00:00Z' },
      { '@type': 'CorrectionComment', text: 'It is clear.', datePublished: '2026-01-22T12:00:00Z' },
    ]);
  });

  test('has a claim for what is said and a quotation for verbatim words, each with who said so and when', () => {
    expect(nodesOf('Claim', graph)).toEqual([
      {
        '@type': 'Claim',
        text: 'It was the wind. “The wind did it.”',
        author: { '@type': 'Person', name: 'The captain' },
        creditText: 'The captain',
        dateCreated: '2026-01-21',
      },
      {
        '@type': 'Claim',
        text: 'It was the crew.',
        author: { '@type': 'Organization', name: 'Harbour office' },
        creditText: 'Harbour office',
        dateCreated: '2026-01',
      },
    ]);
    expect(nodesOf('Quotation', graph)).toEqual([
      {
        '@type': 'Quotation',
        text: 'The wind did it.',
        author: { '@type': 'Person', name: 'The captain' },
        creditText: 'The captain',
        dateCreated: '2026-01-21',
      },
      // A report is neither a person nor an organization.
      { '@type': 'Quotation', text: 'Nobody knows.', creditText: 'The report', dateCreated: '2026' },
    ]);
  });

  test('says where its statements can be read', () => {
    const [{ citation } = {}] = nodesOf('BackgroundNewsArticle', graph);
    expect(citation).toEqual([
      {
        '@type': 'CreativeWork',
        publisher: { '@type': 'Organization', name: 'Port Times' },
        url: 'https://port.example/1',
        archivedAt: 'https://archive.example/1',
      },
      {
        '@type': 'CreativeWork',
        publisher: { '@type': 'Organization', name: 'port.example' },
        url: 'https://port.example/2',
      },
    ]);
  });

  test('has an event for what is scheduled, moved or called off, and none for what has happened', () => {
    expect(nodesOf('Event', graph)).toEqual([
      {
        '@type': 'Event',
        name: 'The speech',
        startDate: '2026-02-02',
        eventStatus: 'https://schema.org/EventCancelled',
      },
      {
        '@type': 'Event',
        name: 'The inquiry',
        startDate: '2026-03-02',
        endDate: '2026-03-05',
        eventStatus: 'https://schema.org/EventScheduled',
      },
      // It was never known exactly when it was to be, and so not when it was moved from.
      {
        '@type': 'Event',
        name: 'The report',
        startDate: '2026-04',
        eventStatus: 'https://schema.org/EventScheduled',
      },
    ]);
  });

  test.each([
    ['2026-05-01', '2026-05-01'],
    ['2026-05', '2026-05'],
    ['2026-05-01/2026-05-03', '2026-05-01'],
    ['2026-05~', undefined],
  ])('of an event moved from %s says that it was to start on %s', (date, expected) => {
    const moved = { id: 'inquiry', date: '2026-06-01', text: 'The inquiry', status: 'scheduled' } as const;
    const briefings = [
      briefing('2026/a', { story: 'port', timeline: [moved] }),
      briefing('2026/b', { story: 'port', publishedAt: '2026-01-02T12:00:00Z', timeline: [{ ...moved, date }] }),
    ];
    const opened = toldEdition({}, { briefings });
    for (const name of ['2026/a', '2026/b', 'coming up']) {
      const [event, ...more] = nodesOf('Event', graphOf(name, opened));
      const { previousStartDate } = event ?? {};
      expect(more).toEqual([]);
      const state = expected === undefined ? 'EventScheduled' : 'EventRescheduled';
      expect(event).toMatchObject({ startDate: '2026-06-01', eventStatus: `https://schema.org/${state}` });
      expect(previousStartDate).toBe(expected);
    }
  });
});

describe('what every page tells machines', () => {
  const scripts = scriptsOf(toldEdition());

  test('has nothing empty and nothing undefined in it', () => {
    for (const [name, script] of Object.entries(scripts)) {
      const parsed: Json = JSON.parse(script);
      expect([name, valuesIn(parsed).filter((value) => isEmpty(value))]).toEqual([name, []]);
      expect(script).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  test('names its publisher once, with the pages in which it says how it works', () => {
    for (const name of Object.keys(scripts)) {
      expect(nodesOf('NewsMediaOrganization', graphOf(name))).toEqual([
        {
          '@type': 'NewsMediaOrganization',
          ...PUBLISHER,
          name: 'Harbour News',
          url: ROOT,
          email: 'desk@example.org',
          publishingPrinciples: `${ROOT}method/`,
          correctionsPolicy: `${ROOT}corrections-policy/`,
          ethicsPolicy: `${ROOT}ethics/`,
        },
      ]);
    }
  });

  test('promises no page that the publication does not have', () => {
    const opened = toldEdition({}, { pages: [page('about')] });
    const [publisher] = nodesOf('NewsMediaOrganization', graphOf('home', opened));
    expect(Object.keys(publisher ?? {}).sort()).toEqual(['@id', '@type', 'email', 'name', 'url']);
  });

  test.each([
    ['2026/a', ['', 'stories/port/', 'briefings/2026/a/']],
    ['2026/alone', ['', 'briefings/2026/alone/']],
    ['story port', ['', 'stories/', 'stories/port/']],
    ['topic pier', ['', 'topics/', 'topics/pier/']],
    ['coming up', ['', 'coming-up/']],
    ['page about', ['', 'about/']],
  ])('shows the way to %s', (name, expected) => {
    const [list] = nodesOf('BreadcrumbList', graphOf(name));
    const items = nodesOf('ListItem', list ?? []);
    expect(items.map(({ item }) => item)).toEqual(expected.map((path) => ROOT + path));
    expect(items.map(({ position }) => position)).toEqual(expected.map((_, index) => index + 1));
    expect(items[0]).toMatchObject({ name: 'Harbour News' });
  });

  test('says on the home page what the site is, and shows no way to it', () => {
    expect(nodesOf('BreadcrumbList', graphOf('home'))).toEqual([]);
    expect(nodesOf('WebSite', graphOf('home'))).toEqual([
      {
        '@type': 'WebSite',
        name: 'Harbour News',
        description: 'A publication for a test',
        url: ROOT,
        inLanguage: 'en-GB',
        publisher: PUBLISHER,
      },
    ]);
  });

  test.each([
    ['story port', 'Story port', 'stories/port/'],
    ['topic pier', 'Pier', 'topics/pier/'],
  ])('says of %s that it collects other pages', (name, text, path) => {
    expect(nodesOf('CollectionPage', graphOf(name))).toEqual([
      expect.objectContaining({ name: text, url: ROOT + path, image: `${ROOT}${path}card.png`, publisher: PUBLISHER }),
    ]);
  });

  test.each([
    '</script><script>alert(1)</script>',
    '<!-- <script',
    'a\u2028b\u2029c',
    'x "\\u003c" y',
    '<![CDATA[ ]]>',
  ])('cannot break out of its element: %j', (text) => {
    const awkward = {
      headline: text,
      standfirst: text,
      byline: text,
      questions: [question('why', { statements: [{ by: 'office', on: '2026', says: text, quote: text }] })],
      changes: [change('correction', '2026-01-23T12:00:00Z', { what: text })],
    };
    const opened = toldEdition(
      { ...TOLD, ...awkward },
      { stories: [story('port', { headline: text })], topics: [topic('harbour', text), topic('pier', text)] },
    );
    for (const [name, script] of Object.entries(scriptsOf(opened))) {
      expect([name, script.includes('<')]).toEqual([name, false]);
      expect(() => JSON.parse(script)).not.toThrow();
    }
    const [article] = nodesOf('BackgroundNewsArticle', graphOf('2026/a', opened));
    expect(article).toMatchObject({ headline: text, abstract: text, creditText: text });
    expect(nodesOf('CorrectionComment', article ?? [])).toMatchObject([{ text }]);
    expect(nodesOf('CollectionPage', graphOf('story port', opened))).toMatchObject([{ name: text }]);
  });
});

function isEmpty(value: Json): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
