import type { Briefing, Event } from '../schemas/briefing.ts';
import { compareEventDates, eventDate, firstDay, lastDay } from '../schemas/event-date.ts';
import type { Entry } from '../schemas/publication.ts';
import { isPast } from './dates.ts';
import { briefingsOfStory, type Edition } from './edition.ts';
import { oncePerEdition } from './once.ts';

/** An event as several briefings tell it. */
export interface MergedEvent extends Omit<Event, 'by'> {
  by: string[];
  /** The date that it was last scheduled for, where it has been moved since. */
  movedFrom?: string | undefined;
}

/** One telling of an event: where it stands, and what it says. */
export interface Telling {
  entry: Entry<Briefing>;
  /** Its place in the timeline of that briefing. */
  index: number;
  event: Event;
}

/**
 * Brings together what several briefings tell of the same events: those that have the same id, or the same date and the
 * same words.
 *
 * @param briefings newest first.
 * @returns for each event its tellings, the newest first.
 */
export function tellings(briefings: readonly Entry<Briefing>[]): Telling[][] {
  const told = briefings.flatMap((entry) => entry.data.timeline.map((event, index) => ({ entry, index, event })));
  // An event without an id is the one with an id that has its date and its words.
  const ids = new Map<string, string>();
  for (const { event } of told.toReversed()) if (event.id !== undefined) ids.set(words(event), event.id);
  const keyOf = ({ event }: Telling) => event.id ?? ids.get(words(event)) ?? words(event);
  return [...Map.groupBy(told, keyOf).values()];
}

/**
 * One timeline out of those of several briefings. An event appears once: as the newest briefing tells it, with everyone
 * who tells it so.
 *
 * @param briefings newest first.
 */
export function mergeEvents(briefings: readonly Entry<Briefing>[]): MergedEvent[] {
  return tellings(briefings).map(mergeTellings).sort(byDate);
}

/** One event out of its tellings, the newest first; at least one. */
function mergeTellings(told: readonly Telling[]): MergedEvent {
  return told.map(({ event }) => single(event)).reduce(tellMore);
}

/** An event with all its tellings, the newest first. */
interface ToldEvent {
  event: MergedEvent;
  told: Telling[];
}

const storyEvents = oncePerEdition(() => new Map<string, ToldEvent[]>());

/** The merged events of a story, by date. */
export function eventsOfStory(edition: Edition, story: string): MergedEvent[] {
  return toldEvents(edition, story).map(({ event }) => event);
}

function toldEvents(edition: Edition, story: string): ToldEvent[] {
  const known = storyEvents(edition);
  const events =
    known.get(story) ??
    tellings(briefingsOfStory(edition, story))
      .map((told) => ({ event: mergeTellings(told), told }))
      .sort((a, b) => byDate(a.event, b.event));
  known.set(story, events);
  return events;
}

/** An event with the story that tells it or, where there is none, the briefing. */
export interface OwnedEvent extends MergedEvent {
  story?: string | undefined;
  briefing?: string | undefined;
}

/** Every event of all stories, by date. Events of different stories stay apart, whatever they are called. */
export function allEvents(edition: Edition): OwnedEvent[] {
  const alone = edition.briefings.filter(({ data }) => data.story === undefined);
  return [
    ...edition.stories.flatMap(({ id }) => eventsOfStory(edition, id).map((event) => ({ ...event, story: id }))),
    ...alone.flatMap((entry) => mergeEvents([entry]).map((event) => ({ ...event, briefing: entry.id }))),
  ].sort(byDate);
}

/**
 * The events of one briefing, by date. What it tells as scheduled stands as the newest briefing of its story knows it: the
 * page of an older briefing does not go on promising what has happened, moved or been called off since.
 */
export function eventsOf(edition: Edition, { id, data }: Entry<Briefing>): MergedEvent[] {
  const now = data.story === undefined ? [] : toldEvents(edition, data.story);
  return data.timeline
    .map((event, index) => {
      const told = now.find((other) =>
        other.told.some(({ entry, index: at }) => entry.id === id && at === index),
      )?.event;
      const changed = told && (told.date !== event.date || told.status !== event.status);
      return event.status === 'scheduled' && changed ? told : single(event);
    })
    .sort(byDate);
}

/** What of these events is scheduled and still to come, in their order. */
export function comingUp<Given extends MergedEvent>(edition: Edition, events: readonly Given[]): Given[] {
  return events.filter((event) => event.status === 'scheduled' && !isUnconfirmed(edition, event));
}

/** Whether an event was scheduled, its date has passed, and nothing says what became of it. */
export function isUnconfirmed({ asOf, style }: Edition, { status, date }: Pick<Event, 'status' | 'date'>): boolean {
  return status === 'scheduled' && isPast(date, asOf, style);
}

export function byDate(a: { date: string }, b: { date: string }): number {
  return compareEventDates(eventDate(a.date), eventDate(b.date));
}

/** Who told an earlier state of an event (another date, another status) does not say what the newest telling says. */
function tellMore(newer: MergedEvent, older: MergedEvent): MergedEvent {
  if (newer.date === older.date && newer.status === older.status) {
    return { ...newer, by: [...new Set([...newer.by, ...older.by])], detail: newer.detail ?? older.detail };
  }
  const moved = newer.status === 'scheduled' && older.status === 'scheduled' && !isWithin(newer.date, older.date);
  return moved ? { ...newer, movedFrom: newer.movedFrom ?? older.date } : newer;
}

/** Whether a date only says more exactly what another one said: 2026-03-05 lies within 2026-03. */
function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [eventDate(inner), eventDate(outer)];
  return firstDay(a) >= firstDay(b) && lastDay(a) <= lastDay(b);
}

function single({ by, ...event }: Event): MergedEvent {
  return { ...event, by: by === undefined ? [] : [by] };
}

function words({ date, text }: Event): string {
  return `${date} ${normalised(text)}`;
}

/** The words of a text alone: no marks, no capitals. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
