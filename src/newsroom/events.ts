import type { Briefing, Event } from '../schemas/briefing.ts';
import { compareEventDates, eventDate, firstDay, lastDay } from '../schemas/event-date.ts';
import type { Entry } from '../schemas/publication.ts';
import { isPast } from './dates.ts';
import { briefingsOfStory, type Edition } from './edition.ts';
import { hashOf } from './hash.ts';
import { foreignWords } from './language.ts';
import { neighbourhoodOfStory } from './neighbourhood.ts';
import { onceForEach, oncePerEdition } from './once.ts';
import { inLanguageOf, listedBriefings } from './translations.ts';

/** An event as several briefings tell it. */
export interface MergedEvent extends Omit<Event, 'by'> {
  by: string[];
  /** Names the event within its story, the same for good: the id that it was first told with or, without one, a hash of its words. */
  key: string;
  /** The story that tells it, and the newest briefing that does, in these words. */
  story?: string | undefined;
  briefing: string;
  /** The date that it was last scheduled for, where it has been moved since. */
  movedFrom?: string | undefined;
}

/** One telling of an event: who tells it, and what it says. */
export interface Telling {
  entry: Entry<Briefing>;
  /** Its place in the timeline of that briefing. */
  index: number;
  event: Event;
  /** Its date and its words alone. */
  words: string;
}

/**
 * Brings together what several briefings tell of the same events: those that have the same id, or the same date and the
 * same words.
 *
 * @param briefings newest first.
 * @returns for each event its tellings, the newest first.
 */
export function tellings(briefings: readonly Entry<Briefing>[]): Telling[][] {
  const told = briefings.flatMap((entry) => entry.data.timeline.map((event, index) => telling(entry, event, index)));
  // An event without an id is the one with an id that has its date and its words.
  const ids = new Map<string, string>();
  for (const { event, words } of told.toReversed()) if (event.id !== undefined) ids.set(words, event.id);
  const name = ({ event, words }: Telling) => event.id ?? ids.get(words) ?? words;
  return [...Map.groupBy(told, name).values()];
}

/**
 * One timeline out of those of several briefings. An event appears once: as the newest briefing tells it, with everyone
 * who tells it so.
 *
 * @param briefings newest first.
 */
export function mergeEvents(briefings: readonly Entry<Briefing>[]): MergedEvent[] {
  return toldEvents(briefings)
    .map(({ event }) => event)
    .sort(byDate);
}

/** One event out of its tellings, the newest first; at least one. */
function mergeTellings(told: readonly Telling[]): MergedEvent {
  const oldest = told.at(-1);
  const key = oldest ? keyOf(oldest) : '';
  return told.map((one) => single(one, key)).reduce(tellMore);
}

/** An event, and all that tell it, the newest first. */
export interface ToldEvent {
  event: MergedEvent;
  told: readonly Telling[];
}

/**
 * Every event that several briefings tell, with who tells what, in the order of the tellings.
 *
 * @param briefings newest first.
 */
export function toldEvents(briefings: readonly Entry<Briefing>[]): ToldEvent[] {
  return tellings(briefings).map((told) => ({ event: mergeTellings(told), told }));
}

/** The merged events of a story, by date. */
export function eventsOfStory(edition: Edition, story: string): readonly MergedEvent[] {
  return storyEvents(edition, story).events;
}

/** The same with who tells what, in the order of the tellings. */
export function toldOfStory(edition: Edition, story: string): readonly ToldEvent[] {
  return storyEvents(edition, story).all;
}

interface StoryEvents {
  all: ToldEvent[];
  events: MergedEvent[];
  byTelling: ReadonlyMap<Event, ToldEvent>;
}

const storyEvents = onceForEach((edition, story: string): StoryEvents => {
  // What is worked out for the pages of its briefings is the same for all others.
  const part = neighbourhoodOfStory(edition, story);
  if (part !== edition) return storyEvents(part, story);
  const all = toldEvents(briefingsOfStory(edition, story)).map((one) => inOwnWords(edition, one));
  return {
    all,
    events: all.map(({ event }) => event).sort(byDate),
    byTelling: new Map(all.flatMap((one) => one.told.map(({ event }): [Event, ToldEvent] => [event, one]))),
  };
});

/** What the newest telling says in another language than the pages is in the words of the newest that is in theirs, if there is one. */
function inOwnWords(edition: Edition, { event, told }: ToldEvent): ToldEvent {
  if (!foreignWords(edition, event.briefing)) return { event, told };
  const own = told.find(({ entry }) => !foreignWords(edition, entry.id));
  if (!own) return { event, told };
  const { text, detail } = own.event;
  return { event: { ...event, text, detail, briefing: own.entry.id }, told };
}

/** Every event of all stories, by date. Events of different stories stay apart, whatever they are called. */
export const allEvents = oncePerEdition((edition): readonly MergedEvent[] => {
  const alone = listedBriefings(edition).filter(({ data }) => data.story === undefined);
  return [
    ...edition.stories.flatMap(({ id }) => eventsOfStory(edition, id)),
    ...alone.flatMap((entry) => mergeEvents([entry])),
  ].sort(byDate);
});

/** What of all events is scheduled and still to come, soonest first. */
export const allComing = oncePerEdition((edition): readonly MergedEvent[] => comingUp(edition, allEvents(edition)));

/**
 * The events of one briefing, by date. What it tells as scheduled stands as the newest briefing of its story knows it: the
 * page of an older briefing does not go on promising what has happened, moved or been called off since. The story is told
 * in the language of the briefing, as far as it is there.
 */
export function eventsOf(edition: Edition, entry: Entry<Briefing>): MergedEvent[] {
  const { story, timeline } = entry.data;
  const known = story === undefined ? undefined : storyEvents(inLanguageOf(edition, entry), story).byTelling;
  return timeline
    .map((event) => {
      const now = known?.get(event);
      return now ? asKnown({ entry, event }, now) : single({ entry, event }, keyOf({ event, words: words(event) }));
    })
    .sort(byDate);
}

function asKnown({ entry, event }: Pick<Telling, 'entry' | 'event'>, { event: now, told }: ToldEvent): MergedEvent {
  if (told.length === 1) return now;
  const own = single({ entry, event }, now.key);
  if (event.status !== 'scheduled') return own;
  const changed = now.date !== event.date || now.status !== event.status;
  // Its own id stays, which an update may have named.
  return changed ? { ...now, id: event.id ?? now.id } : { ...own, movedFrom: now.movedFrom };
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
  if (a.date === b.date) return 0;
  // Days are in order as their texts are: 2026-01-26.
  if (isDay(a.date) && isDay(b.date)) return a.date < b.date ? -1 : 1;
  return compareEventDates(eventDate(a.date), eventDate(b.date));
}

/** By its form alone. "2026/2027~" is as long. */
function isDay(edtf: string): boolean {
  return edtf.length === 'yyyy-mm-dd'.length && edtf[7] === '-';
}

/** Who told an earlier state of an event (another date, another status) does not say what the newest telling says. */
function tellMore(newer: MergedEvent, older: MergedEvent): MergedEvent {
  const id = newer.id ?? older.id;
  const place = newer.place ?? older.place;
  if (newer.date === older.date && newer.status === older.status) {
    return { ...newer, id, by: [...new Set([...newer.by, ...older.by])], detail: newer.detail ?? older.detail, place };
  }
  const moved = newer.status === 'scheduled' && older.status === 'scheduled' && !isWithin(newer.date, older.date);
  return { ...newer, id, movedFrom: newer.movedFrom ?? (moved ? older.date : undefined) };
}

/** Whether a date only says more exactly what another one said: 2026-03-05 lies within 2026-03. */
function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [eventDate(inner), eventDate(outer)];
  return firstDay(a) >= firstDay(b) && lastDay(a) <= lastDay(b);
}

function single({ entry, event }: Pick<Telling, 'entry' | 'event'>, key: string): MergedEvent {
  const { by, ...told } = event;
  return { ...told, by: by === undefined ? [] : [by], key, story: entry.data.story, briefing: entry.id };
}

function keyOf({ event, words }: Pick<Telling, 'event' | 'words'>): string {
  return event.id ?? hashOf(words);
}

function telling(entry: Entry<Briefing>, event: Event, index: number): Telling {
  return { entry, index, event, words: words(event) };
}

function words({ date, text }: Event): string {
  return `${date} ${normalised(text) || text}`;
}

/** The words of a text alone: no marks, no capitals. */
export function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
