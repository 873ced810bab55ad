import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Body } from '../../../src/newsroom/body.ts';
import { tallyView } from '../../../src/newsroom/tally.ts';
import { articleView } from '../../../src/newsroom/views/article.ts';
import { remainderOf, tally as tallySchema } from '../../../src/schemas/figure.ts';
import { briefing, edition, site, source, type TallyFields, tally } from '../../support/unit-factory.ts';

const opened = edition({ sources: [source('office', { name: 'Harbour office' })], briefings: [briefing('2026/a')] });
const view = (fields: Partial<TallyFields> = {}) => tallyView(opened, tallySchema.parse(tally('drones', fields)));
const marksIn = (path: string) => path.match(/M/g)?.length ?? 0;

describe('a tally', () => {
  test('has its total, its parts and what they leave over, with the source and the date', () => {
    expect(view({ unit: 'drones', note: 'Not verified' })).toMatchObject({
      anchor: 'Tally-drones',
      label: 'Tally of drones',
      by: { text: 'Harbour office', href: '/sources/office/' },
      date: { parts: [{ text: '25 January 2026' }] },
      total: '138 drones',
      note: 'Not verified',
      open: '7 of 138 left over',
      rows: [
        { label: 'mended', value: '100', kind: 'part' },
        { label: 'lost', value: '31', kind: 'emphasis' },
        { label: 'not accounted for', value: '7', kind: 'rest' },
      ],
    });
  });

  test('says in words what its drawing shows', () => {
    expect(view({ unit: 'drones' }).summary).toBe('138 drones: 100 mended, 31 lost, 7 not accounted for');
    expect(view().summary).toBe('138: 100 mended, 31 lost, 7 not accounted for');
  });

  test('of which nothing is left over has no such row and says nothing of it', () => {
    const { open, rows, summary } = view({ total: 131, remainderNote: undefined });
    expect(open).toBeUndefined();
    expect(rows.map(({ kind }) => kind)).toEqual(['part', 'emphasis']);
    expect(summary).toBe('131: 100 mended, 31 lost');
  });

  test('draws a mark for each unit, in rows, one part after the other', () => {
    const { rows, width, height, scale } = view();
    expect(scale).toBeUndefined();
    expect(rows.map(({ path }) => marksIn(path))).toEqual([100, 31, 7]);
    expect(width).toBe(30);
    expect(height).toBe(5);
    const places = rows.flatMap(({ path }) =>
      [...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]),
    );
    expect(places).toEqual(Array.from({ length: 138 }, (_, index) => [index % 30, Math.floor(index / 30)]));
  });

  test('gives each part a mark of another shape, and the rest one of its own, so that colour is not needed', () => {
    const parts = ['a', 'b', 'c', 'd', 'e', 'f'].map((label) => ({ label, value: 1 }));
    const { rows } = view({ total: 7, parts });
    expect(new Set(rows.map(({ mark }) => mark)).size).toBe(7);
    for (const { path, mark } of rows) expect(path.replace(/M\d+ \d+/, 'M0 0')).toBe(mark);
  });

  test('of more than two hundred says what one mark stands for, and one of two hundred does not', () => {
    const scale = (total: number, unit?: string) =>
      view({
        total,
        parts: [{ label: 'lost', value: total }],
        remainderNote: undefined,
        ...(unit !== undefined && { unit }),
      }).scale;
    expect(scale(200)).toBeUndefined();
    expect(scale(201)).toMatch(/^One mark stands for 2,/);
    expect(scale(250_000, 'drones')).toMatch(/^One mark stands for 2,000 drones,/);
  });

  test('writes numbers as the language of the publication does', () => {
    const german = edition({ site: [site({ language: 'de-DE' })] });
    const { data } = briefing('2026/a', { tallies: [tally('drones', { total: 12_138 })] });
    const views = data.tallies.map((given) => tallyView(german, given));
    expect(views).toMatchObject([{ total: '12.138', open: '12.007 of 12.138 left over' }]);
  });

  test('has as many marks as its total has, and some for every part that is not empty, whatever it counts', () => {
    const tallies = fc.record({
      values: fc.array(fc.oneof(fc.nat(5), fc.nat(400), fc.nat(1_000_000)), { minLength: 1, maxLength: 6 }),
      rest: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(100_000)),
    });
    fc.assert(
      fc.property(
        tallies.filter(({ values, rest }) => values.some((value) => value > 0) || rest > 0),
        ({ values, rest }) => {
          const total = values.reduce((sum, value) => sum + value, rest);
          const parts = values.map((value, index) => ({ label: `Part ${index}`, value }));
          const given = { total, parts, remainderNote: rest > 0 ? 'not known' : undefined };
          const { rows, scale, height, width } = view(given);
          const marks = rows.map(({ path }) => marksIn(path));
          const perMark = Number(/stands for ([\d,]*\d)/.exec(scale ?? 'stands for 1')?.[1]?.replaceAll(',', ''));
          const sum = marks.reduce((all, count) => all + count, 0);
          expect(sum).toBe(Math.round(total / perMark));
          expect(sum).toBeLessThanOrEqual(200);
          expect(height * width).toBeGreaterThanOrEqual(sum);
          expect((height - 1) * width).toBeLessThan(sum);
          const counts = rest > 0 ? [...values, rest] : values;
          expect(marks.map((count) => count > 0)).toEqual(counts.map((count) => count > 0));
        },
      ),
    );
  });
});

describe('what a tally leaves over', () => {
  const parts = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 6 });

  test('makes the total together with the parts', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 100_000 }), (values, total) => {
        const rest = remainderOf({ total, parts: values.map((value) => ({ value })) });
        expect(values.reduce((sum, value) => sum + value, rest)).toBe(total);
      }),
    );
  });

  test('has to be noted exactly where there is something, and can never be less than nothing', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 20_000 }), fc.boolean(), (values, total, noted) => {
        const sum = values.reduce((all, value) => all + value, 0);
        const given = tally('drones', {
          total,
          parts: values.map((value) => ({ label: 'lost', value })),
          remainderNote: noted ? 'not known' : undefined,
        });
        expect(tallySchema.safeParse(given).success).toBe(sum === total ? !noted : sum < total && noted);
      }),
    );
  });
});

describe('the tallies of a briefing', () => {
  const entry = briefing('2026/a', { tallies: [tally('drones'), tally('ships')] });

  test('stand in the order of the file', () => {
    const { tallies } = articleView(opened, entry, Body.of('<p>Body</p>'));
    expect(tallies.map(({ anchor }) => anchor)).toEqual(['Tally-drones', 'Tally-ships']);
  });

  test('do not stand again where the body shows them', () => {
    const { tallies } = articleView(opened, entry, Body.of('<figure id="Tally-drones"></figure>'));
    expect(tallies.map(({ anchor }) => anchor)).toEqual(['Tally-ships']);
  });
});
