import type { Briefing } from '../schemas/briefing.ts';
import type { Entry } from '../schemas/publication.ts';
import { type Card, cardView } from './cards.ts';
import type { Edition } from './edition.ts';
import { type MergedEvent, type Telling, toldOfStory } from './events.ts';
import { onceForEach } from './once.ts';
import type { EventView } from './timeline.ts';

/** A card with the instant since when readers could see it, where the publication marks what is new. */
export function markedCard(edition: Edition, entry: Entry<Briefing>): Card {
  const card = cardView(edition, entry);
  return edition.site.newSince ? { ...card, since: sinceOfBriefing(entry) } : card;
}

/**
 * Events of a story with the instants since when they are told as they are, where the publication marks what is new.
 *
 * @param views of the same events.
 */
export function markedEvents(
  edition: Edition,
  story: string,
  events: readonly MergedEvent[],
  views: EventView[],
): EventView[] {
  if (!edition.site.newSince) return views;
  const since = sinceOfEvents(edition, story);
  return views.map((view, index) => {
    const event = events[index];
    return { ...view, since: event && since.get(event) };
  });
}

const sinceOfEvents = onceForEach(
  (edition, story: string) => new Map(toldOfStory(edition, story).map(({ event, told }) => [event, sinceTold(told)])),
);

/**
 * Since when an event is told as it now is: one that was moved, called off or has happened is news again.
 *
 * @param told its tellings, the newest first.
 * @returns an instant in UTC; nothing for an event that nobody tells.
 */
export function sinceTold(told: readonly Telling[]): string | undefined {
  const [newest] = told;
  const other = told.findIndex(
    ({ event }) => event.date !== newest?.event.date || event.status !== newest.event.status,
  );
  const first = told.at(other < 0 ? -1 : other - 1);
  return first && sinceOfTelling(first);
}

/** An update may have added the event to a briefing that was there before. */
function sinceOfTelling({ entry, event: { id } }: Telling): string {
  const added = entry.data.changes.findLast(({ added = [] }) => id !== undefined && added.includes(id));
  return added ? inUtc(Date.parse(added.at)) : sinceOfBriefing(entry);
}

/** Since when readers can see a briefing. An embargo may end after the instant that it is dated. */
function sinceOfBriefing({ data: { publishedAt, embargoUntil = publishedAt } }: Entry<Briefing>): string {
  return inUtc(Math.max(Date.parse(publishedAt), Date.parse(embargoUntil)));
}

/** All in one form, so that they are in order as their texts are. */
function inUtc(time: number): string {
  return new Date(time).toISOString();
}
