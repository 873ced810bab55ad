import { isFuture } from '../newsroom/dates.ts';
import { type Event, event } from '../schemas/briefing.ts';
import { instant } from '../schemas/scalars.ts';
import { type CheckedFile, dataOf, filesOf, wrongAt } from './between.ts';
import type { Mistake } from './mistake.ts';
import type { ReadingIn } from './reading.ts';
import { entryOf, readable } from './values.ts';

/**
 * What briefings say of times, held against the instant that the site speaks as of.
 *
 * @param asOf an instant with its offset.
 */
export function checkTimes(files: readonly CheckedFile[], asOf: string): Mistake[] {
  return filesOf(files, 'briefings').flatMap((file) => {
    const told = timesOf(file);
    return [...futureEvents(file, told, asOf), ...futurePublication(file, told, asOf)];
  });
}

type Briefing = CheckedFile<ReadingIn<'briefings'>>;

/** What of a briefing hangs on time. */
interface Times {
  publishedAt: string | undefined;
  embargoUntil: string | undefined;
  /** False for drafts, and where an embargo holds it back, however it is written. */
  isOut: boolean;
  events: { data: Event; index: number }[];
}

function timesOf(file: Briefing): Times {
  const [entry] = file.reading.entries;
  if (entry) {
    const { publishedAt, embargoUntil, draft, timeline } = entry.data;
    const events = timeline.map((data, index) => ({ data, index }));
    return { publishedAt, embargoUntil, isOut: !draft && embargoUntil === undefined, events };
  }
  const data = dataOf(file);
  const instantAt = (key: string) => instant().safeParse(entryOf(data, key)).data;
  return {
    publishedAt: instantAt('publishedAt'),
    embargoUntil: instantAt('embargoUntil'),
    isOut: entryOf(data, 'draft') !== true && entryOf(data, 'embargoUntil') === undefined,
    events: readable(entryOf(data, 'timeline'), event),
  };
}

/** What is told as happened lies in the past of the moment that readers are told of it. */
function futureEvents(file: Briefing, { events, publishedAt, embargoUntil }: Times, asOf: string): Mistake[] {
  const told = latest(asOf, publishedAt, embargoUntil);
  const day = new Date(told).toISOString().slice(0, 10);
  return events.flatMap(({ data: { status, date }, index }): Mistake[] => {
    // A date that sorts before the day is past, however exact it is; any other is read.
    if (status !== 'happened' || date.slice(0, 10) <= day || !isFuture(date, told)) return [];
    const message = `${date} is still to come. Add "status: scheduled", or correct the date.`;
    return [wrongAt(file, ['timeline', index, 'date'], 'future-event', message)];
  });
}

/** Without an embargo a briefing is public at once, whatever its date. */
function futurePublication(file: Briefing, { publishedAt, isOut }: Times, asOf: string): Mistake[] {
  if (publishedAt === undefined || !isOut || Date.parse(publishedAt) <= Date.parse(asOf)) return [];
  const message = `The briefing is dated later than the site speaks (${asOf}), and is public all the same. To hold it back, add "embargoUntil: ${publishedAt}".`;
  return [wrongAt(file, ['publishedAt'], 'future-publication', message)];
}

function latest(first: string, ...others: (string | undefined)[]): string {
  return others.reduce<string>(
    (last, other) => (other !== undefined && Date.parse(other) > Date.parse(last) ? other : last),
    first,
  );
}
