/** A calendar date that may stop at the year or the month: `{ year: 2022, month: 2 }` is February 2022. Months count from 1. */
export interface CalendarDate {
  year: number;
  month?: number;
  day?: number;
}

/** When an event happened, at the precision that is known. */
export interface EventDate {
  /** As it stands in the file: `2014`, `2022-02`, `2026-01-23/2026-01-24`, `2026-02~`. */
  edtf: string;
  start: CalendarDate;
  /** Only for a range; its last day, month or year. */
  end?: CalendarDate;
  /** True for a date marked `~`: "about". */
  approximate: boolean;
}

export type ParsedEventDate = { ok: true; date: EventDate } | { ok: false; problem: string };

export const EVENT_DATE_FORMS = '2014, 2022-02, 2026-02-01, 2026-01-23/2026-01-24 or 2026-02~';

/**
 * Reads a date of the Extended Date/Time Format (ISO 8601-2; loc.gov/standards/datetime): level 0 dates and
 * intervals, and the `~` ("about") of level 1. Times, seasons, open ends and unspecified digits are not accepted.
 *
 * The `edtf` package is not used: it takes 2026-02-29 for 1 March, and says where a text stops, not what is wrong.
 *
 * @returns the date, or the problem in words that an editor can act on.
 */
export function parseEventDate(text: string): ParsedEventDate {
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text)) return { ok: false, problem: 'it may be the one day or the other' };
  const [first = '', last, ...more] = text.split('/');
  if (more.length > 0) return { ok: false, problem: `a range has two dates, as in 2026-01-23/2026-01-24` };
  const start = parsePoint(first);
  if (typeof start === 'string') return { ok: false, problem: start };
  if (last === undefined) {
    return { ok: true, date: { edtf: text, start: start.date, approximate: start.approximate } };
  }
  const end = parsePoint(last);
  if (typeof end === 'string') return { ok: false, problem: end };
  if (compareCalendarDates(start.date, end.date) >= 0) {
    return { ok: false, problem: `the range ends (${last}) before or when it starts (${first})` };
  }
  if (precisionOf(start.date) !== precisionOf(end.date)) {
    return { ok: false, problem: 'the two dates of a range are equally exact, as in 2022-02/2022-03' };
  }
  const approximate = start.approximate || end.approximate;
  return { ok: true, date: { edtf: text, start: start.date, end: end.date, approximate } };
}

const known = new Map<string, EventDate>();

/**
 * Reads a date that a schema has let through. A publication names the same days over and over: each is read once.
 *
 * @throws RangeError if the text is no date: the caller skipped the schema.
 */
export function eventDate(text: string): Readonly<EventDate> {
  const date = known.get(text);
  if (date) return date;
  const parsed = parseEventDate(text);
  if (!parsed.ok) throw new RangeError(`"${text}": ${parsed.problem}`);
  known.set(text, parsed.date);
  return parsed.date;
}

/** Earlier first; of two dates that begin together, the one known less exactly (2014 before 2014-03). */
export function compareCalendarDates(a: CalendarDate, b: CalendarDate): number {
  return a.year - b.year || (a.month ?? 0) - (b.month ?? 0) || (a.day ?? 0) - (b.day ?? 0);
}

/** Orders events: by start, then by end (a single day before a range that starts on it). */
export function compareEventDates(a: EventDate, b: EventDate): number {
  return compareCalendarDates(a.start, b.start) || compareCalendarDates(a.end ?? a.start, b.end ?? b.start);
}

/** The first day of a date as `yyyy-mm-dd`: 2022-02 begins on 2022-02-01. */
export function firstDay({ start: { year, month = 1, day = 1 } }: EventDate): string {
  return isoDay(year, month, day);
}

/** The last day of a date as `yyyy-mm-dd`: 2022-02 ends on 2022-02-28. */
export function lastDay(date: EventDate): string {
  const { year, month = 12, day = daysIn(year, month) } = date.end ?? date.start;
  return isoDay(year, month, day);
}

function isoDay(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), pad(month), pad(day)].join('-');
}

const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~)?$/;

function parsePoint(text: string): { date: CalendarDate; approximate: boolean } | string {
  const match = POINT.exec(text);
  if (!match) return `it is not a date in one of the accepted forms`;
  const [, year, month, day, about] = match;
  const date: CalendarDate = { year: Number(year) };
  if (month !== undefined) date.month = Number(month);
  if (day !== undefined) date.day = Number(day);
  return impossible(date) ?? { date, approximate: about !== undefined };
}

function precisionOf({ month, day }: CalendarDate): 'year' | 'month' | 'day' {
  return day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
}

function impossible({ year, month, day }: CalendarDate): string | undefined {
  if (year === 0) return 'there is no year 0000';
  if (month === undefined) return undefined;
  if (month < 1 || month > 12) return `there is no month ${pad(month)}`;
  if (day === undefined) return undefined;
  const days = daysIn(year, month);
  if (day < 1 || day > days) return `${year}-${pad(month)} has ${days} days`;
  return undefined;
}

function daysIn(year: number, month: number): number {
  const nextMonth = new Date(0);
  // setUTCFullYear and not Date.UTC, which takes the years 0 to 99 for 1900 to 1999. Day 0 is the last of the month before.
  nextMonth.setUTCFullYear(year, month, 0);
  return nextMonth.getUTCDate();
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
