import { parseEventDate } from '../schemas/event-date.ts';
import { instant } from '../schemas/scalars.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const NAME = `(?<name>${MONTHS.flatMap((month) => [month, `${month.slice(0, 3)}\\.?`]).join('|')})`;
const YEAR = '(?<year>\\d{4})';
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';

/** Ways of writing a date that can mean one day only. Not 01/02/2026: that is two days, on two sides of an ocean. */
const FORMS = [
  `${YEAR}(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})`,
  // Not 2004/05, which may be a season of two years.
  `${YEAR}[-.](?<month>\\d{1,2})`,
  `(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?${YEAR}`,
  `(?<day>1[3-9]|2\\d|3[01])/(?<month>\\d{1,2})/${YEAR}`,
  `${DAY} ${NAME},? ${YEAR}`,
  `${NAME} ${DAY},? ${YEAR}`,
  `${NAME},? ${YEAR}`,
  YEAR,
].map((form) => new RegExp(`^${form}$`, 'i'));

/** A date of an event as it is accepted, out of one in another common form; nothing where it could mean two dates. */
export function repairedDate(text: string): string | undefined {
  const points = text.split(/\s*(?:[–—]|\/(?=\d{4}-)| to | - )\s*/).map(repairedPoint);
  const repaired = points.every((point) => point !== undefined) ? points.join('/') : text;
  return repaired !== text && parseEventDate(repaired).ok ? repaired : undefined;
}

function repairedPoint(text: string): string | undefined {
  const about = /^(?:~|c\.|ca\.|circa|about) ?/i;
  const bare = text.trim().replace(about, '').replace(/~$/, '');
  const match = FORMS.map((form) => form.exec(bare)).find((found) => found !== null);
  if (!match) return undefined;
  const { year = '', month, name = '', day } = match.groups ?? {};
  const number = month ?? MONTHS.findIndex((known) => known.startsWith(name.toLowerCase().slice(0, 3))) + 1;
  const parts = [year, ...(month || name ? [pad(number)] : []), ...(day ? [pad(day)] : [])];
  return `${parts.join('-')}${about.test(text.trim()) || text.trim().endsWith('~') ? '~' : ''}`;
}

/** An instant (RFC 3339) out of one that differs in its marks alone; nothing where the offset is missing. */
export function repairedInstant(text: string): string | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})[Tt ]\s*(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)$/i.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const [, date = '', time = '', offset = ''] = match;
  const clock = (time.length < 5 || /^\d:/.test(time) ? `0${time}` : time).replace(/^(\d{2}:\d{2})$/, '$1:00');
  const whole = /^[a-z]/i.test(offset)
    ? 'Z'
    : offset.replace(/^([+-]\d{2}):?(\d{2})?$/, (_all, hours, minutes = '00') => `${hours}:${minutes}`);
  const repaired = `${date}T${clock}${whole}`;
  return repaired !== text && instant().safeParse(repaired).success ? repaired : undefined;
}

function pad(number: string | number): string {
  return String(number).padStart(2, '0');
}
