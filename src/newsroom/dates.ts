import { wordsOf } from '../languages/index.ts';
import { localesOf } from '../languages/locales.ts';
import { type CalendarDate, type EventDate, eventDate, firstDay, lastDay } from '../schemas/event-date.ts';

/** A date as text, cut where a machine-readable value belongs to a part of it. */
export interface DateView {
  readonly parts: readonly DatePart[];
  /** The year, where the text leaves it out because the entry above has it, and the text with it. */
  readonly year?: string;
  readonly whole?: string;
}

interface DatePart {
  readonly text: string;
  readonly datetime?: string;
}

/** How pages write dates. */
export interface DateStyle {
  /** A BCP 47 tag. */
  language: string;
  /** An IANA name; instants are shown in it. Dates of events have no zone and are shown as they are. */
  timeZone: string;
}

type Fields = Intl.DateTimeFormatOptions;

const LONG: Fields = { day: 'numeric', month: 'long', year: 'numeric' };
const SHORT: Fields = { day: 'numeric', month: 'short', year: 'numeric' };

/**
 * Writes the date of an event at the precision it has: "2014", "February 2022", "23–24 January 2026", "about 2014".
 *
 * @param edtf a date that the schema has let through.
 * @param above the year of the entry above, in a list where it need not stand again.
 */
export function dateView(edtf: string, style: DateStyle, length: 'long' | 'short' = 'long', above?: number): DateView {
  const { start, end = start } = eventDate(edtf);
  const hidden =
    start.year === end.year && start.year === above && start.month !== undefined && end.month !== undefined;
  const key = `${edtf} ${length} ${hidden} ${style.language}`;
  const view = written.get(key) ?? write(edtf, style, length, hidden);
  written.set(key, view);
  return view;
}

/** A publication names the same days over and over: each is written once. */
const written = new Map<string, DateView>();

function write(edtf: string, style: DateStyle, length: 'long' | 'short', hidden: boolean): DateView {
  const { language } = style;
  const date = eventDate(edtf);
  const { start, end, approximate } = date;
  const format = formatOf(language, { ...fieldsOf(length === 'long' ? LONG : SHORT, date, hidden), timeZone: 'UTC' });
  const parts = end ? rangeParts(format, start, end) : [pointPart(format, start)];
  if (approximate) parts.unshift({ text: wordsOf(language).roughly });
  if (!hidden) return { parts };
  return { parts, year: yearText(language, start), whole: dateText(dateView(edtf, style, length)) };
}

/** The same as one text, with its year. */
export function dateText({ parts, whole }: DateView): string {
  return whole ?? parts.map(({ text }) => text).join('');
}

/** The year that an entry below may leave out; nothing for a date that spans years. */
export function yearOf(edtf: string): number | undefined {
  const { start, end } = eventDate(edtf);
  return end && end.year !== start.year ? undefined : start.year;
}

/** The day of an instant in the publication's time zone, in words. */
export function dayText(instant: string, style: DateStyle, fields: Fields = LONG): string {
  return formatOf(style.language, { ...fields, timeZone: style.timeZone }).format(new Date(instant));
}

/** The month of an instant: "January 2026". */
export function monthText(instant: string, style: DateStyle): string {
  return dayText(instant, style, { month: 'long', year: 'numeric' });
}

/** "27 January 2026 at 00:00 UTC". */
export function instantText(instant: string, style: DateStyle): string {
  return dayText(instant, style, {
    ...LONG,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
}

/** Whether a date lies wholly before the day of an instant, in the publication's time zone. */
export function isPast(edtf: string, asOf: string, style: DateStyle): boolean {
  return lastDay(eventDate(edtf)) < dayOf(asOf, style);
}

/** The day begins first in Kiribati, at 14 hours before UTC. */
const EARLIEST = 14 * 60 * 60 * 1000;

/** Whether a date begins after an instant wherever on Earth it was. What is only about right may have been before. */
export function isFuture(edtf: string, asOf: string): boolean {
  const date = eventDate(edtf);
  const today = new Date(Date.parse(asOf) + EARLIEST).toISOString().slice(0, 10);
  return !date.approximate && firstDay(date) > today;
}

/** The day of an instant in the publication's time zone: 2026-01-26. */
export function dayOf(instant: string, { timeZone }: DateStyle): string {
  // Sweden writes dates as ISO 8601 does.
  return formatOf('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The Gregorian calendar in a language. Each is made once: making one takes far longer than using it. */
function formatOf(language: string, fields: Fields): Intl.DateTimeFormat {
  const key = [language, ...Object.entries(fields)].join();
  const format = formats.get(key) ?? new Intl.DateTimeFormat(localesOf(language), { calendar: 'gregory', ...fields });
  formats.set(key, format);
  return format;
}

/** Leaves out the fields that the date does not have; both ends of a range have the same. */
function fieldsOf(fields: Fields, { start }: EventDate, withoutYear: boolean): Fields {
  const kept: Fields = {};
  if (!withoutYear) kept.year = fields.year;
  if (start.month !== undefined) kept.month = fields.month;
  if (start.day !== undefined) kept.day = fields.day;
  return kept;
}

function yearText(language: string, { year }: CalendarDate): string {
  return formatOf(language, { year: 'numeric', timeZone: 'UTC' }).format(noon({ year }));
}

function pointPart(format: Intl.DateTimeFormat, date: CalendarDate): DatePart {
  return { text: format.format(noon(date)), datetime: isoDate(date) };
}

function rangeParts(format: Intl.DateTimeFormat, start: CalendarDate, end: CalendarDate): DatePart[] {
  const pieces = format.formatRangeToParts(noon(start), noon(end));
  const from = pieces.findIndex(({ source }) => source === 'endRange');
  const joint = pieces.findLastIndex(({ source }, index) => source === 'startRange' && index < from) + 1;
  const text = (list: typeof pieces) => list.map(({ value }) => value).join('');
  if (from < 0) return [{ text: text(pieces), datetime: isoDate(start) }];
  const first = text(pieces.slice(0, joint));
  const dash = text(pieces.slice(joint, from));
  return [
    { text: first, datetime: isoDate(start) },
    // Between two bare numbers the dash stands close: 23–24 January, but 30 January – 2 February.
    { text: /^\p{Nd}+$/u.test(first) ? dash.trim() : dash },
    { text: text(pieces.slice(from)), datetime: isoDate(end) },
  ];
}

function noon({ year, month = 1, day = 1 }: CalendarDate): Date {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(12);
  return date;
}

/** As `datetime` takes it: 2014, 2022-02 or 2026-02-01. */
function isoDate({ year, month, day }: CalendarDate): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  return [String(year).padStart(4, '0'), ...(month ? [pad(month)] : []), ...(day ? [pad(day)] : [])].join('-');
}
