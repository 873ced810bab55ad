import type { Briefing, Event } from '../schemas/briefing.ts';
import { compareEventDates, eventDate } from '../schemas/event-date.ts';
import type { Entry } from '../schemas/publication.ts';
import { type DateView, dateView, isPast, yearOf } from './dates.ts';
import { type Edition, sourceName } from './edition.ts';

export interface EventView {
  date: DateView;
  text: string;
  detail?: string | undefined;
  /** Names of those who say so. */
  by: string[];
  /** `unconfirmed`: it was scheduled, its date has passed, and no briefing says what became of it. */
  status: Event['status'] | 'unconfirmed';
  /** The same in words; nothing for what has happened. */
  statusText?: string | undefined;
}

const STATUS_TEXTS: Record<EventView['status'], string | undefined> = {
  happened: undefined,
  scheduled: 'Scheduled',
  cancelled: 'Cancelled',
  unconfirmed: 'Was scheduled, not confirmed',
};

/** An event as several briefings tell it. */
export interface MergedEvent extends Omit<Event, 'by'> {
  by: string[];
}

/**
 * The events of one briefing, by date. What it tells as scheduled stands as the newest briefing of its story knows it: the
 * page of an older briefing does not go on promising what has happened, moved or been called off since.
 */
export function timelineOf({ briefings }: Edition, entry: Entry<Briefing>): MergedEvent[] {
  const { story, timeline } = entry.data;
  const now = mergeEvents(story === undefined ? [entry] : briefings.filter(({ data }) => data.story === story));
  return timeline
    .map((event) => {
      const told = event.status === 'scheduled' && now.find(({ id }) => id !== undefined && id === event.id);
      return told ? { ...merged(event), date: told.date, status: told.status, by: told.by } : merged(event);
    })
    .sort(byDate);
}

/**
 * One timeline out of those of several briefings. An event that has the same id, or the same date and the same words,
 * appears once: as the newest briefing tells it, with everyone who tells it so.
 *
 * @param briefings newest first.
 */
export function mergeEvents(briefings: readonly Entry<Briefing>[]): MergedEvent[] {
  const told = briefings.flatMap(({ data }) => data.timeline);
  const words = (event: Event) => `${event.date} ${normalised(event.text)}`;
  // An event without an id is the one with an id that has its date and its words.
  const ids = new Map<string, string>();
  for (const event of told.toReversed()) if (event.id !== undefined) ids.set(words(event), event.id);
  const events = new Map<string, MergedEvent>();
  for (const event of told) {
    const key = event.id ?? ids.get(words(event)) ?? words(event);
    const newer = events.get(key);
    events.set(key, newer ? { ...newer, ...tellMore(newer, merged(event)) } : merged(event));
  }
  return [...events.values()].sort(byDate);
}

/** Every event of all stories, by date. Events of different stories stay apart, whatever they are called. */
export function allEvents(briefings: readonly Entry<Briefing>[]): MergedEvent[] {
  const stories = Map.groupBy(briefings, ({ id, data }) => data.story ?? id);
  return [...stories.values()].flatMap(mergeEvents).sort(byDate);
}

/** Makes events ready to be shown, in their order. A year stands once, on the first entry of a run. */
export function viewEvents(edition: Edition, events: readonly MergedEvent[]): EventView[] {
  return events.map(({ date, text, detail, by, status: told }, index) => {
    const above = events[index - 1];
    const status = told === 'scheduled' && isPast(date, edition.asOf, edition.style) ? 'unconfirmed' : told;
    return {
      date: dateView(date, edition.style, 'short', above && yearOf(above.date)),
      text,
      detail,
      by: by.map((id) => sourceName(edition, id)),
      status,
      statusText: STATUS_TEXTS[status],
    };
  });
}

/** Events still to come, soonest first. */
export function comingUp(edition: Edition, events: readonly MergedEvent[]): MergedEvent[] {
  return events.filter(({ status, date }) => status === 'scheduled' && !isPast(date, edition.asOf, edition.style));
}

/** Who told an earlier state of an event (another date, another status) does not say what the newest telling says. */
function tellMore(newer: MergedEvent, older: MergedEvent): Partial<MergedEvent> {
  if (newer.date !== older.date || newer.status !== older.status) return {};
  return { by: [...new Set([...newer.by, ...older.by])], detail: newer.detail ?? older.detail };
}

function merged({ by, ...event }: Event): MergedEvent {
  return { ...event, by: by === undefined ? [] : [by] };
}

function byDate(a: MergedEvent, b: MergedEvent): number {
  return compareEventDates(eventDate(a.date), eventDate(b.date));
}

function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
