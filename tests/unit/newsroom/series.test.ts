import { describe, expect, test } from 'vitest';
import { Body } from '../../../src/newsroom/body.ts';
import { seriesView } from '../../../src/newsroom/series.ts';
import { articleView } from '../../../src/newsroom/views/article.ts';
import { series as seriesSchema } from '../../../src/schemas/figure.ts';
import { briefing, edition, type SeriesFields, series, source } from '../../support/unit-factory.ts';

const sources = [source('kyiv', { name: 'Kyiv' }), source('moscow', { name: 'Moscow' })];
const opened = edition({ sources });
const view = (fields: Partial<SeriesFields> = {}) => seriesView(opened, seriesSchema.parse(series('drones', fields)));
const values = (...points: [string, number][]) => points.map(([on, value]) => ({ on, value }));
const textOf = ({ parts }: { parts: readonly { text: string }[] }) => parts.map(({ text }) => text).join('');

/** How each step of a path goes: right, down and so on, whatever the size of the chart. */
function stepsOf(path: string): string[] {
  const points = [...path.matchAll(/[ML]?([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  return points.slice(1).map(([x, y], index) => {
    const [beforeX, beforeY] = points[index] ?? [x, y];
    return [x > beforeX ? 'right' : [], y < beforeY ? 'up' : y > beforeY ? 'down' : []].flat().join(' ');
  });
}

describe('a series', () => {
  test('is sorted by date, whatever the order of the file', () => {
    const { rows, lines, summary } = view({
      lines: [{ by: 'kyiv', values: values(['2026-01-26', 30], ['2026-01-24', 10], ['2026-01-25', 20]) }],
    });
    expect(rows.map((row) => [textOf(row.date), ...row.values])).toEqual([
      ['24 Jan 2026', '10'],
      ['25 Jan 2026', '20'],
      ['26 Jan 2026', '30'],
    ]);
    expect(stepsOf(lines[0]?.path ?? '')).toEqual(['right up', 'right up']);
    expect(summary).toBe('Kyiv: from 10 (24 Jan 2026) to 30 (26 Jan 2026)');
  });

  test('has a row for each date of all its lines, and no value where a line has none', () => {
    const { rows, lines, summary } = view({
      lines: [
        { by: 'kyiv', label: 'by night', values: values(['2026-01-24', 1250], ['2026-01-26', 0]) },
        { by: 'moscow', values: values(['2026-01-25', 2.5], ['2026-01-26', 3]) },
      ],
    });
    expect(rows.map((row) => [textOf(row.date), ...row.values])).toEqual([
      ['24 Jan 2026', '1,250', undefined],
      ['25 Jan 2026', undefined, '2.5'],
      ['26 Jan 2026', '0', '3'],
    ]);
    expect(lines.map(({ by, label, points }) => [by.text, label, points.length])).toEqual([
      ['Kyiv', 'by night', 2],
      ['Moscow', undefined, 2],
    ]);
    expect(summary).toBe(
      'Kyiv, by night: from 1,250 (24 Jan 2026) to 0 (26 Jan 2026); ' +
        'Moscow: from 2.5 (25 Jan 2026) to 3 (26 Jan 2026)',
    );
  });

  test('puts values of one date above each other, and more of them higher', () => {
    const { lines } = view({
      lines: [
        { by: 'kyiv', values: values(['2026-01-24', 10], ['2026-01-26', 20]) },
        { by: 'moscow', values: values(['2026-01-26', 30], ['2026-01-24', 5]) },
      ],
    });
    const [kyiv, moscow] = lines.map(({ points }) => points);
    expect(kyiv?.map(({ x }) => x)).toEqual(moscow?.map(({ x }) => x));
    expect(moscow?.[0]?.y).toBeGreaterThan(kyiv?.[0]?.y ?? Number.NaN);
    expect(moscow?.[1]?.y).toBeLessThan(kyiv?.[1]?.y ?? Number.NaN);
  });

  test('keeps the distances of its dates', () => {
    const [line] = view({
      lines: [{ by: 'kyiv', values: values(['2026-01-01', 1], ['2026-01-11', 2], ['2026-01-31', 3]) }],
    }).lines;
    const [first, second, third] = line?.points.map(({ x }) => x) ?? [];
    expect(((second ?? 0) - (first ?? 0)) / ((third ?? 0) - (first ?? 0))).toBeCloseTo(1 / 3, 2);
  });

  test('goes straight from value to value as a line, and holds each until the next as steps', () => {
    const lines = [{ by: 'kyiv', values: values(['2026-01', 10], ['2026-02', 30], ['2026-03', 20]) }];
    expect(stepsOf(view({ lines }).lines[0]?.path ?? '')).toEqual(['right up', 'right down']);
    expect(stepsOf(view({ lines, shape: 'step' }).lines[0]?.path ?? '')).toEqual(['right', 'up', 'right', 'down']);
  });

  test('begins its scale at nothing, also where every value is far from it or below it', () => {
    const ticks = (...numbers: [number, number]) =>
      view({
        lines: [{ by: 'kyiv', values: values(['2026-01', numbers[0]], ['2026-02', numbers[1]]) }],
      }).chart.yTicks.map(({ text }) => text);
    expect(ticks(90, 100)[0]).toBe('0');
    expect(ticks(-30, 10)).toContain('0');
    expect(ticks(-100, -90).at(-1)).toMatch(/^[-−]?0$/);
  });

  test('stays within its drawing, and has finite places even for two equal values or nothing but zeros', () => {
    for (const numbers of [
      [0, 0],
      [7, 7],
      [-5, 5],
      [0.001, 1_000_000],
    ] as const) {
      const [first, second] = numbers;
      const { lines, chart } = view({
        lines: [{ by: 'kyiv', values: values(['2026', first], ['2026-01-02', second]) }],
      });
      for (const { x, y } of lines.flatMap(({ points }) => points)) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(chart.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(chart.height);
      }
    }
  });

  test('puts a year and its first day, told by two lines, in one place and in two rows', () => {
    const { rows, lines } = view({
      lines: [
        { by: 'kyiv', values: values(['2026', 1], ['2027', 2]) },
        { by: 'moscow', values: values(['2026-01-01', 3], ['2027-01-01', 4]) },
      ],
    });
    expect(rows.map(({ date }) => textOf(date))).toEqual(['2026', '1 Jan 2026', '2027', '1 Jan 2027']);
    expect(lines[0]?.points.map(({ x }) => x)).toEqual(lines[1]?.points.map(({ x }) => x));
  });

  test('names the first and the last date below the chart', () => {
    const { xTicks } = view({
      lines: [
        { by: 'kyiv', values: values(['2026-01-25', 1], ['2026-01-24', 1]) },
        { by: 'moscow', values: values(['2026-02', 1], ['2026-01-26', 1]) },
      ],
    }).chart;
    expect(xTicks.map(({ text }) => text)).toEqual(['24 Jan 2026', 'Feb 2026']);
    expect(xTicks[0]?.at).toBeLessThan(xTicks[1]?.at ?? 0);
  });

  test('has what a reader needs to weigh it, and does not stand again where the body shows it', () => {
    const given = series('drones', { unit: 'a night', note: 'Not verified' });
    const entry = briefing('2026/a', { series: [given, series('ships')] });
    const shown = (body: string) => articleView(opened, entry, Body.of(body)).series;
    expect(shown('')[0]).toMatchObject({ anchor: 'Series-drones', unit: 'a night', note: 'Not verified' });
    expect(shown('<figure id="Series-drones">').map(({ anchor }) => anchor)).toEqual(['Series-ships']);
  });
});
