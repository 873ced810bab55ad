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
