import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../src/newsroom/edition.ts';
import { sourceName, sourcesOf } from '../../../src/newsroom/sources.ts';
import { publicSources, sourceSlices, sourcesView, sourceView } from '../../../src/newsroom/views/source.ts';
import type { Statement } from '../../../src/schemas/question.ts';
import { briefing, change, edition, question, series, source, story, tally } from '../../support/unit-factory.ts';

const ALL = ['office', 'facts', 'events', 'statements', 'tallies', 'lines', 'body', 'nobody'];
const kyiv = source('kyiv', { name: 'Kyiv', role: 'Government of Ukraine', side: 'Ukraine' });

const pagesOf = (opened: Edition) =>
  sourceSlices(opened, kyiv.data).map((slice) => sourceView(opened, kyiv.data, slice));
const asked = (id: string, ...statements: Partial<Statement>[]) =>
  question(id, { statements: statements.map((said) => ({ by: 'kyiv', on: '2026-01-20', says: 'Three', ...said })) });

describe('the sources that a briefing names', () => {
  const values = [
    { on: '2025', value: 1 },
    { on: '2026', value: 2 },
  ];
  const entry = briefing(
    '2026/a',
    {
      facts: [{ label: 'Cranes', value: '3', by: 'facts' }],
      timeline: [
        { date: '2026', text: 'Crane', by: 'events' },
        { date: '2026', text: 'Pier' },
      ],
      questions: [question('ships', { statements: [{ by: 'statements', on: '2026', says: 'Three' }] })],
      tallies: [tally('ships-lost', { by: 'tallies' })],
      series: [series('drones', { lines: [{ by: 'lines', values }] })],
    },
    '<Statement\n  on="2026" by="body">Three.</Statement> <Statement by="facts" on="2026">Four.</Statement>',
  );

  test('are those of all its parts and of its body', () => {
    expect([...sourcesOf(entry)].sort()).toEqual(['body', 'events', 'facts', 'lines', 'statements', 'tallies']);
  });

  test('have a page, and no other source has', () => {
    const opened = edition({ briefings: [entry], sources: ALL.map((id) => source(id)) });
    expect(sourcesView(opened).sources.map(({ text, href }) => [text, href])).toEqual(
      ['body', 'events', 'facts', 'lines', 'statements', 'tallies'].map((id) => [`Source ${id}`, `/sources/${id}/`]),
    );
    expect(sourceName(opened, 'tallies')).toEqual({ text: 'Source tallies', href: '/sources/tallies/' });
    expect(sourceName(opened, 'nobody')).toEqual({ text: 'Source nobody', href: undefined });
  });

  test('have none while the briefing is a draft, embargoed or withdrawn', () => {
    const sources = ALL.map((id) => source(id));
    const { data, body } = entry;
    const unseen = [
      { ...data, draft: true },
      { ...data, embargoUntil: '2026-01-27T00:00:01Z' },
      { ...data, changes: briefing('b', { changes: [change('withdrawal', '2026-01-26T00:00:00Z')] }).data.changes },
    ];
    for (const hidden of unseen) {
      const opened = edition({ briefings: [{ ...entry, data: hidden, body }], sources });
      expect(publicSources(opened)).toEqual([]);
      expect(sourceName(opened, 'facts').href).toBeUndefined();
    }
  });
});

describe('the list of sources', () => {
  test('says who they are, whom they speak for and how many statements are on record, by name', () => {
    const sources = [kyiv, source('office', { name: 'Harbour office' }), source('ebb', { name: 'Ébb' })];
    const facts = ['ebb', 'office', 'kyiv'].map((by) => ({ label: by, value: '1', by }));
    const briefings = [
      briefing('2026/a', { facts, questions: [asked('ships', {}, { on: '2026-01-21' }), asked('piers', {})] }),
    ];
    expect(sourcesView(edition({ sources, briefings })).sources).toEqual([
      { text: 'Ébb', href: '/sources/ebb/', role: undefined, side: undefined, count: 0 },
      { text: 'Harbour office', href: '/sources/office/', role: undefined, side: undefined, count: 0 },
      { text: 'Kyiv', href: '/sources/kyiv/', role: 'Government of Ukraine', side: 'Ukraine', count: 3 },
    ]);
  });
});

describe('the page of a source', () => {
  test('has its statements newest first, each with its question and its briefing', () => {
    const opened = edition({
      sources: [kyiv],
      briefings: [
        briefing('2026/a', {
          questions: [
            asked('ships', { on: '2026-01' }, { on: '2026-01-19', says: undefined, quote: 'three ships' }),
            asked('piers', { on: '2026-01-21' }, { by: 'moscow', on: '2026-01-22' }),
          ],
        }),
      ],
    });
    const [page, ...more] = pagesOf(opened);
    expect(more).toEqual([]);
    expect(page?.card).toMatchObject({ text: 'Kyiv', role: 'Government of Ukraine', count: 3 });
    expect(page?.statements.map(({ date, question }) => [date.parts[0]?.text, question.text])).toEqual([
      ['21 January 2026', 'About piers'],
      ['19 January 2026', 'About ships'],
      ['January 2026', 'About ships'],
    ]);
    expect(page?.statements[1]).toMatchObject({
      quote: 'three ships',
      standingText: 'In dispute: no position on record by name',
      question: { href: '/briefings/2026/a/#Question-ships' },
      briefing: { text: 'Headline of 2026/a', href: '/briefings/2026/a/' },
    });
    expect(page?.frame).toMatchObject({
      title: 'Kyiv – Harbour News',
      canonical: 'https://example.org/sources/kyiv/',
    });
  });

  test('has what several briefings of a story report once, as the newest has it', () => {
    const told = (id: string, day: number, fields: Partial<Statement> = {}, port: string | undefined = 'port') =>
      briefing(id, {
        story: port,
        publishedAt: `2026-01-0${day}T12:00:00Z`,
        questions: [{ ...asked('ships', fields), standing: day === 2 ? 'notComparable' : 'open' }],
      });
    const shown = (...briefings: ReturnType<typeof told>[]) =>
      pagesOf(edition({ sources: [kyiv], briefings, stories: [story('port'), story('pier')] })).flatMap(
        ({ statements }) => statements.map(({ briefing: { href }, standingText }) => [href, standingText]),
      );
    expect(shown(told('2026/a', 1), told('2026/b', 2))).toEqual([['/briefings/2026/b/', 'Not comparable']]);
    const twice = [
      [told('2026/a', 1), told('2026/b', 2, { says: 'Four' })],
      [told('2026/a', 1), told('2026/b', 2, { on: '2026-01-21' })],
      [told('2026/a', 1), told('2026/b', 2, { quote: 'three' })],
      [told('2026/a', 1), told('2026/b', 2, {}, 'pier')],
    ];
    for (const briefings of twice) expect(shown(...briefings)).toHaveLength(2);
  });

  test('does not take statements of two briefings without a story for one', () => {
    const briefings = ['2026/a', '2026/b'].map((id) => briefing(id, { questions: [asked('ships', {})] }));
    expect(pagesOf(edition({ sources: [kyiv], briefings }))[0]?.statements).toHaveLength(2);
  });

  test('has twenty statements a page, and the newest five briefings that name them on each', () => {
    const briefings = Array.from({ length: 7 }, (_, index) => {
      const statements = Array.from({ length: 6 }, (__, at) => ({ says: `Words ${index} ${at}` }));
      return briefing(`2026/b-${index}`, {
        questions: [asked('ships', ...statements)],
        publishedAt: `2026-01-1${index}T12:00:00Z`,
      });
    });
    const pages = pagesOf(edition({ sources: [kyiv], briefings }));
    expect(pages.map(({ statements }) => statements.length)).toEqual([20, 20, 2]);
    expect(new Set(pages.flatMap(({ statements }) => statements.map(({ says }) => says))).size).toBe(42);
    for (const { cards, card } of pages) {
      expect(cards.map(({ href }) => href)).toEqual([6, 5, 4, 3, 2].map((day) => `/briefings/2026/b-${day}/`));
      expect(card.count).toBe(42);
    }
    expect(pages[1]?.pagination).toEqual({ page: 2, pages: 3, newer: '/sources/kyiv/', older: '/sources/kyiv/3/' });
    expect(pages[1]?.frame.title).toBe('Kyiv, page 2 – Harbour News');
  });

  test('is there for who is named without a statement on record', () => {
    const facts = [{ label: 'Cranes', value: '3', by: 'kyiv' }];
    const [page] = pagesOf(edition({ sources: [kyiv], briefings: [briefing('2026/a', { facts })] }));
    expect(page).toMatchObject({ statements: [], cards: [{ href: '/briefings/2026/a/' }], card: { count: 0 } });
  });
});
