import { isFuture } from '../newsroom/dates.ts';
import { event } from '../schemas/briefing.ts';
import { instant } from '../schemas/scalars.ts';
import type { ContentFile } from './files.ts';
import type { Mistake } from './mistake.ts';
import { entryOf, readable } from './values.ts';

/**
 * What briefings say of times, held against the instant that the site speaks as of.
 *
 * @param asOf an instant with its offset.
 */
export function checkTimes(files: readonly ContentFile[], asOf: string): Mistake[] {
  return files
    .filter(({ collection }) => collection === 'briefings')
    .flatMap((file) => [...futureEvents(file, asOf), ...futurePublication(file, asOf)]);
}

/** What is told as happened lies in the past of the moment that readers are told of it. */
function futureEvents({ document }: ContentFile, asOf: string): Mistake[] {
  const told = latest(asOf, instantAt(document.data, 'publishedAt'), instantAt(document.data, 'embargoUntil'));
  return readable(entryOf(document.data, 'timeline'), event).flatMap(({ data, index }): Mistake[] => {
    if (data.status !== 'happened' || !isFuture(data.date, told)) return [];
    const message = `${data.date} is still to come. Add "status: scheduled", or correct the date.`;
    return [{ file: document.file, ...document.locate(['timeline', index, 'date']), rule: 'future-event', message }];
  });
}

/** Without an embargo a briefing is public at once, whatever its date. */
function futurePublication({ document }: ContentFile, asOf: string): Mistake[] {
  const { data, file } = document;
  const publishedAt = instantAt(data, 'publishedAt');
  const isHeld = entryOf(data, 'draft') === true || entryOf(data, 'embargoUntil') !== undefined;
  if (publishedAt === undefined || isHeld || Date.parse(publishedAt) <= Date.parse(asOf)) return [];
  const message = `The briefing is dated later than the site speaks (${asOf}), and is public all the same. To hold it back, add "embargoUntil: ${publishedAt}".`;
  return [{ file, ...document.locate(['publishedAt']), rule: 'future-publication', message }];
}

function instantAt(data: unknown, key: string): string | undefined {
  return instant().safeParse(entryOf(data, key)).data;
}

function latest(first: string, ...others: (string | undefined)[]): string {
  return others.reduce<string>(
    (last, other) => (other !== undefined && Date.parse(other) > Date.parse(last) ? other : last),
    first,
  );
}
