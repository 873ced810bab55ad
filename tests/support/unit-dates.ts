import fc from 'fast-check';
import { type DateStyle, dateView } from '../../src/newsroom/dates.ts';
import { parseEventDate } from '../../src/schemas/event-date.ts';

/** Dates of events as files write them. They lie close together, so that two of them are often near or the same. */
export function eventDates(): fc.Arbitrary<string> {
  const point = fc
    .record({
      year: fc.integer({ min: 2023, max: 2026 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      precision: fc.constantFrom(4, 7, 10),
    })
    .map(({ year, month, day, precision }) => `${year}-${pad(month)}-${pad(day)}`.slice(0, precision));
  const about = fc.constantFrom('', '', '~');
  const single = fc.tuple(point, about).map(([text, mark]) => text + mark);
  const range = fc.tuple(point, point, about).map(([first, last, mark]) => `${first}/${last}${mark}`);
  return fc.oneof(single, range).filter((text) => parseEventDate(text).ok);
}

/** A date as a reader reads it, without the parts that programs read. */
export function dateText(edtf: string, style: DateStyle, length: 'long' | 'short' = 'long'): string {
  return dateView(edtf, style, length)
    .parts.map(({ text }) => text)
    .join('');
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
