/** The last second of the year 9999: later years have more figures than a date is written with. */
const LAST_SECOND = 253_402_300_799;

/** An instant that was set for a build and is none. */
export class InstantError extends RangeError {}

/**
 * The instant that the site speaks as of: SOURCE_DATE_EPOCH (seconds, reproducible-builds.org), what site.yaml says, or
 * now. Nothing else looks at a clock.
 *
 * @throws InstantError if SOURCE_DATE_EPOCH is no number, or one beyond the year 9999.
 */
export function speaksAsOf(configured: string | undefined): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (!epoch) return configured ?? new Date().toISOString();
  if (!/^\d+$/.test(epoch) || Number(epoch) > LAST_SECOND) {
    throw new InstantError(`SOURCE_DATE_EPOCH takes a number of seconds, not "${epoch}"`);
  }
  return new Date(Number(epoch) * 1000).toISOString();
}

/**
 * The same instant as a clock of a time zone shows it, to the minute (RFC 3339): `2026-03-02T09:00:00+01:00`, and `Z` where
 * the zone is UTC.
 *
 * @param instant with its offset.
 * @param timeZone an IANA name.
 */
export function inTimeZone(instant: string, timeZone: string): string {
  const at = Math.floor(Date.parse(instant) / 60_000);
  const offset = offsetOf(at * 60_000, timeZone);
  const clock = new Date((at + offset) * 60_000).toISOString().slice(0, 19);
  return clock + (timeZone === 'UTC' ? 'Z' : written(offset));
}

/** In minutes. Offsets before the railways have seconds, which RFC 3339 cannot write. */
function offsetOf(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function written(offset: number): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
