import { scaleLinear, scaleUtc } from 'd3-scale';
import { curveLinear, curveStepAfter, line } from 'd3-shape';
import { compareEventDates, eventDate, firstDay } from '../schemas/event-date.ts';
import type { Series } from '../schemas/figure.ts';
import { type DateView, dateText, dateView } from './dates.ts';
import type { Edition } from './edition.ts';
import { numberText, shortNumberText } from './numbers.ts';
import { type SourceName, sourceName } from './sources.ts';

/** Values over dates: a small chart, and the same as a table. */
export interface SeriesView {
  anchor: string;
  label: string;
  unit?: string | undefined;
  note?: string | undefined;
  lines: SeriesLine[];
  /** The table: a date, and a value for each line; nothing where a line has none. */
  rows: { date: DateView; values: (string | undefined)[] }[];
  /** In units of the drawing; `start` and `end` are those of the lines, beside the texts of the axes. */
  chart: { width: number; height: number; start: number; end: number; yTicks: Tick[]; xTicks: Tick[] };
  /** The drawing in words. */
  summary: string;
  added?: string | undefined;
}

export interface SeriesLine {
  /** Tells it from other lines of the same source. */
  label?: string | undefined;
  by: SourceName;
  /** As SVG path data, in units of the chart. */
  path: string;
  points: Point[];
}

/** A place in the chart. */
interface Point {
  x: number;
  y: number;
}

/** A mark on an axis: how far along, and its text. */
export interface Tick {
  at: number;
  text: string;
}

const WIDTH = 400;
const HEIGHT = 200;
/** Room for the texts of the axes. */
const INSET = { top: 12, end: 12, bottom: 26, start: 46 };
/** A letter of those, and what is between them and the lines. */
const LETTER = 8;
const GAP = 6;

type Line = Series['lines'][number];

export function seriesView(edition: Edition, series: Series, added?: string): SeriesView {
  const { id, label, unit, note, shape } = series;
  const lines = series.lines.map((line) => ({
    ...line,
    values: line.values.toSorted((a, b) => compareDates(a.on, b.on)),
  }));
  const dates = [...new Set(lines.flatMap(({ values }) => values.map(({ on }) => on)))].sort(compareDates);
  return {
    anchor: `Series-${id}`,
    label,
    unit,
    note,
    rows: dates.map((on) => rowOf(edition, lines, on)),
    summary: lines.map((line) => summaryOf(edition, line)).join(edition.words.semicolon),
    ...draw(edition, lines, dates, shape),
    added,
  };
}

/** @param dates all dates of all lines, the earliest first. */
function draw(edition: Edition, lines: readonly Line[], dates: readonly string[], shape: Series['shape']) {
  const numbers = lines.flatMap(({ values }) => values.map(({ value }) => value));
  const times = dates.map(timeOf);
  const y = scaleLinear([Math.min(0, ...numbers), Math.max(0, ...numbers)], [HEIGHT - INSET.bottom, INSET.top]).nice(4);
  const yTicks = y.ticks(4).map((value) => ({ at: round(y(value)), text: shortNumberText(value, edition.style) }));
  // Some languages have long words for large numbers.
  const start = Math.max(INSET.start, GAP + LETTER * Math.max(...yTicks.map(({ text }) => [...text].length)));
  const x = scaleUtc([Math.min(...times), Math.max(...times)], [start, WIDTH - INSET.end]);
  const path = line<Point>(
    (point) => point.x,
    (point) => point.y,
  )
    .curve(shape === 'step' ? curveStepAfter : curveLinear)
    .digits(1);
  const ends = [dates[0], dates.at(-1)].flatMap((on) => on ?? []);
  return {
    lines: lines.map(({ by, label, values }) => {
      const points = values.map(({ on, value }) => ({ x: round(x(timeOf(on))), y: round(y(value)) }));
      return { label, by: sourceName(edition, by), points, path: path(points) ?? '' };
    }),
    chart: {
      width: WIDTH,
      height: HEIGHT,
      start,
      end: WIDTH - INSET.end,
      yTicks,
      xTicks: ends.map((on) => ({ at: round(x(timeOf(on))), text: dateText(dateView(on, edition.style, 'short')) })),
    },
  };
}

function rowOf({ style }: Edition, lines: readonly Line[], on: string): SeriesView['rows'][number] {
  const values = lines.map((line) => line.values.find((point) => point.on === on)?.value);
  return {
    date: dateView(on, style, 'short'),
    values: values.map((value) => (value === undefined ? undefined : numberText(value, style))),
  };
}

/** "The harbour office: from 3 (Jan 2026) to 5 (Mar 2026)" */
function summaryOf(edition: Edition, { by, label, values }: Line): string {
  const name = [sourceName(edition, by).text, label ?? []].flat().join(edition.words.comma);
  const ends = [values[0], values.at(-1)].flatMap((point) => point ?? []);
  const [from = '', to = ''] = ends.map(({ on, value }) => {
    return `${numberText(value, edition.style)} (${dateText(dateView(on, edition.style, 'short'))})`;
  });
  return `${name}: ${edition.words.figures.fromTo(from, to)}`;
}

function compareDates(a: string, b: string): number {
  return compareEventDates(eventDate(a), eventDate(b));
}

/** Milliseconds in UTC of the day that a date begins on. */
function timeOf(edtf: string): number {
  return Date.parse(firstDay(eventDate(edtf)));
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
