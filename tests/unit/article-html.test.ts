import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { articleHtml } from '../../src/feeds/article-html.ts';
import { Body } from '../../src/newsroom/body.ts';
import { articleView } from '../../src/newsroom/views/article.ts';
import {
  type BriefingFields,
  briefing,
  change,
  edition,
  question,
  series,
  source,
  tally,
} from '../support/unit-factory.ts';
import { elementsIn, textOf } from '../support/unit-html.ts';

const sources = [
  source('office', { name: 'Harbour office' }),
  source('kyiv', { name: 'Kyiv', role: 'Government of Ukraine' }),
  source('moscow', { name: 'Moscow' }),
];

/** A briefing as programs that read feeds show it. */
function inFeed(fields: BriefingFields, body = '<p>Body.</p>') {
  const opened = edition({ sources, briefings: [briefing('2026/a', fields)] });
  const [entry] = opened.briefings;
  if (!entry) throw new RangeError('the briefing is not public');
  return fromHtml(articleHtml(articleView(opened, entry, Body.of(body)), 'https://example.org/a/'), { fragment: true });
}

/** The elements directly in a tree, as tag and text. */
function partsOf({ children }: Root): [string, string][] {
  return children.flatMap((node): [string, string][] =>
    node.type === 'element' ? [[node.tagName, textOf(node)]] : [],
  );
}

function rowsOf(table: Element | undefined): string[][] {
  return table ? elementsIn(table, 'tr').map((row) => elementsIn(row, 'th', 'td').map(textOf)) : [];
}

describe('a briefing that was changed, in a feed', () => {
  test('says so before all else, the gravest first, with what was there and what is', () => {
    const changes = [
      change('update', '2026-01-25T12:00:00Z', { what: 'A ship came.' }),
      change('clarification', '2026-01-24T12:00:00Z', { what: 'It was not clear.', now: 'three of four' }),
      change('correction', '2026-01-23T12:00:00Z', { what: 'The number was wrong.', grave: true }),
    ];
    expect(partsOf(inFeed({ changes })).slice(0, 4)).toEqual([
      ['p', 'Correction, 23 January 2026: The number was wrong. It said: two. It now says: three.'],
      ['p', 'Update, 25 January 2026: A ship came.'],
      ['p', 'Clarification, 24 January 2026: It was not clear. It now says: three of four.'],
      ['ul', 'One crane is built.No other is planned.'],
    ]);
  });
});

describe('who says what, in a feed', () => {
  const questions = [
    question('ships', {
      about: 'How many ships came',
      standing: 'disputed',
      note: 'They counted on other days.',
      statements: [
        { by: 'kyiv', on: '2026-01-25', says: 'Three came.', quote: 'three ships' },
        { by: 'moscow', on: '2026-01', says: 'None came.' },
        { by: 'moscow', on: '2026-01-26', quote: 'no ships & no <boats>' },
      ],
    }),
    question('piers', { about: 'Who pays' }),
  ];
  const shown = inFeed({ questions });

  test('stands between the facts and the timeline', () => {
    const headings = elementsIn(shown, 'h2', 'h3').map(({ tagName, children: [child] }) => [
      tagName,
      child?.type === 'text' ? child.value : '',
    ]);
    expect(headings).toEqual([
      ['h2', 'Facts at a glance'],
      ['h2', 'Who says what'],
      ['h3', 'How many ships came'],
      ['h3', 'Who pays'],
      ['h2', 'Timeline'],
    ]);
  });

  test('says how each question stands, and why', () => {
    const texts = elementsIn(shown, 'p').map(textOf);
    expect(texts).toContain('Disputed. They counted on other days.');
    expect(texts).toContain('In dispute: no position on record by name. Note on piers');
  });

  test('has each speaker with the date, what they say and their own words as a quotation', () => {
    const [, , , statements] = elementsIn(shown, 'ul');
    const third = elementsIn(shown, 'ul').find((list) => textOf(list).includes('Three came'));
    expect(statements).toBeUndefined();
    expect(third && elementsIn(third, 'li').map(textOf)).toEqual([
      'Kyiv, Government of Ukraine, 25 January 2026: Three came. three ships',
      'Moscow, January 2026: None came.',
      'Moscow, 26 January 2026: no ships & no <boats>',
    ]);
    expect(elementsIn(shown, 'q').map(textOf)).toEqual(['three ships', 'no ships & no <boats>']);
  });

  test('is left out where there is nothing of it', () => {
    expect(elementsIn(inFeed({}), 'h2').map(textOf)).toEqual(['Facts at a glance', 'Timeline']);
  });
});

describe('figures, in a feed', () => {
  test('are tables: a total with its parts and what is left over, its source and its date', () => {
    const shown = inFeed({ tallies: [tally('drones', { label: 'Drones', unit: 'drones', note: 'Not verified' })] });
    const [table, ...more] = elementsIn(shown, 'table');
    expect(more).toEqual([]);
    expect(rowsOf(table)).toEqual([
      ['Total', '138 drones'],
      ['mended', '100'],
      ['lost', '31'],
      ['not accounted for', '7'],
    ]);
    const parts = partsOf(shown);
    const place = parts.findIndex(([tag]) => tag === 'table');
    expect(parts[place - 1]).toEqual(['h3', 'Drones: 7 of 138 left over']);
    expect(parts[place + 1]?.[1]).toMatch(/^Harbour office, 25 January 2026\b.* Not verified$/);
  });

  test('name a tally alone where nothing of it is left over', () => {
    const parts = [{ label: 'lost', value: 3 }];
    const shown = inFeed({
      tallies: [tally('drones', { label: 'Drones', total: 3, parts, remainderNote: undefined })],
    });
    expect(elementsIn(shown, 'h3').map(textOf)).toEqual(['Drones']);
  });

  test('are tables: the values of each line by date, and a dash where a line has none', () => {
    const lines = [
      {
        by: 'kyiv',
        label: 'by night',
        values: [
          { on: '2026-01-24', value: 1250 },
          { on: '2026-01-25', value: 0 },
        ],
      },
      {
        by: 'moscow',
        values: [
          { on: '2026-01-26', value: 3 },
          { on: '2026-01-24', value: 2 },
        ],
      },
    ];
    const shown = inFeed({
      series: [series('drones', { label: 'Drones', unit: 'a night', lines, note: 'Not verified' })],
    });
    expect(elementsIn(shown, 'h3').map(textOf)).toEqual(['Drones (a night)']);
    expect(rowsOf(elementsIn(shown, 'table')[0])).toEqual([
      ['Date', 'Kyiv, by night', 'Moscow'],
      ['24 Jan 2026', '1,250', '2'],
      ['25 Jan 2026', '0', '–'],
      ['26 Jan 2026', '–', '3'],
    ]);
    expect(elementsIn(shown, 'p').map(textOf)).toContain('Not verified');
  });

  test('that stand in the body are there once: without their drawing, with their table', () => {
    const body =
      '<figure id="Tally-drones" class="figure"><div class="tally" data-drawing><svg><path d="M0 0"></path></svg>' +
      '<ul><li>100 mended</li></ul></div><svg data-drawing></svg><table><tr><th scope="row">mended</th>' +
      '<td>100</td></tr></table></figure>';
    const shown = inFeed({ tallies: [tally('drones')] }, body);
    expect(elementsIn(shown, 'table').map(rowsOf)).toEqual([[['mended', '100']]]);
    expect(elementsIn(shown, 'svg', 'path')).toEqual([]);
    expect(textOf(shown)).not.toContain('100 mended');
  });

  test('have no class, style or id of the site', () => {
    const shown = inFeed({ tallies: [tally('drones')], series: [series('ships')], questions: [question('who')] });
    expect(elementsIn(shown).flatMap(({ properties }) => Object.keys(properties))).toEqual([]);
  });
});
