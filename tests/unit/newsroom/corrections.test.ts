import { describe, expect, test } from 'vitest';
import { correctionSlices, correctionsView } from '../../../src/newsroom/views/corrections.ts';
import { type BriefingFields, briefing, change, edition } from '../../support/unit-factory.ts';

const pages = (...briefings: BriefingFields[]) => {
  const opened = edition({ briefings: briefings.map((fields, index) => briefing(`2026/b-${index}`, fields)) });
  return correctionSlices(opened).map((slice) => correctionsView(opened, slice));
};

describe('the list of corrections', () => {
  test('has corrections, clarifications and withdrawals of all briefings, newest first, and no update', () => {
    const [page] = pages(
      {
        changes: [
          change('correction', '2026-01-21T12:00:00Z'),
          change('update', '2026-01-25T12:00:00Z'),
          change('clarification', '2026-01-24T01:00:00+02:00'),
        ],
      },
      { changes: [change('withdrawal', '2026-01-23T23:30:00Z', { what: 'It was invented.' })] },
      { changes: [change('correction', '2026-01-22T12:00:00Z', { grave: true })] },
      {},
    );
    expect(page?.count).toBe(4);
    expect(page?.corrections.map(({ kindText, at, briefing: { href } }) => [kindText, at.text, href])).toEqual([
      ['Withdrawn', '23 January 2026', '/briefings/2026/b-1/'],
      ['Clarification', '23 January 2026', '/briefings/2026/b-0/'],
      ['Correction', '22 January 2026', '/briefings/2026/b-2/'],
      ['Correction', '21 January 2026', '/briefings/2026/b-0/'],
    ]);
    expect(page?.corrections[0]).toMatchObject({
      what: 'It was invented.',
      briefing: { text: 'Headline of 2026/b-1' },
      published: { text: '20 January 2026' },
    });
    expect(page?.corrections[3]).toMatchObject({ was: 'two', now: 'three', published: { text: '20 January 2026' } });
  });

  test('has nothing of drafts and embargoed briefings, and nothing that is dated later than now', () => {
    const changes = [change('correction', '2026-01-22T12:00:00Z')];
    expect(
      pages(
        { draft: true, changes },
        { embargoUntil: '2026-01-27T00:00:01Z', changes },
        { draft: true, changes: [change('withdrawal', '2026-01-22T12:00:00Z')] },
        { changes: [change('correction', '2026-01-27T00:00:01Z'), change('withdrawal', '2026-01-28T00:00:00Z')] },
      ),
    ).toMatchObject([{ count: 0, corrections: [] }]);
  });

  test('has thirty a page, and a page when there is none', () => {
    const briefings = Array.from({ length: 31 }, () => ({ changes: [change('correction', '2026-01-22T12:00:00Z')] }));
    const [first, second, ...more] = pages(...briefings);
    expect(more).toEqual([]);
    expect([first, second].map((page) => page?.corrections.length)).toEqual([30, 1]);
    expect(first?.pagination).toEqual({ page: 1, pages: 2, newer: undefined, older: '/corrections/2/' });
    expect(second?.frame).toMatchObject({
      title: 'Corrections, page 2 – Harbour News',
      canonical: 'https://example.org/corrections/2/',
    });
    expect(pages()).toMatchObject([{ count: 0, corrections: [], pagination: { pages: 1 } }]);
  });
});
