import type { Event } from '../schemas/briefing.ts';
import { eventDate, firstDay, lastDay } from '../schemas/event-date.ts';
import type { Place } from '../schemas/place.ts';
import { eventAnchors } from './anchors.ts';
import { type DateView, dateText, dateView, yearOf } from './dates.ts';
import type { Edition } from './edition.ts';
import { comingUp, isUnconfirmed, type MergedEvent } from './events.ts';
import { type Foreign, foreignWords } from './language.ts';
import { placeOf } from './places.ts';
import { type SourceName, sourceName } from './sources.ts';

/** A year of a long timeline, as a heading above its first event. */
export interface YearView {
  anchor: string;
  text: string;
}

export interface EventView {
  /** Its id where it can be linked to: on the page of its story and of a briefing. */
  anchor?: string | undefined;
  /** The year that begins with it, in a long timeline. */
  opens?: YearView | undefined;
  date: DateView;
  text: string;
  detail?: string | undefined;
  /** Names of those who say so. */
  by: SourceName[];
  /** `unconfirmed`: it was scheduled, its date has passed, and no briefing says what became of it. */
  status: Event['status'] | 'unconfirmed';
  /** The same in words; nothing for what has happened. */
  statusText?: string | undefined;
  /** The date that it was last scheduled for, where it has been moved since (EDTF). */
  movedFrom?: string | undefined;
  /** Where it takes place, for machines: readers find it on the map of the story. */
  where?: Place | undefined;
  /** Of its words, where they are in another language than the page. */
  foreign?: Foreign | undefined;
  /** When an update added it, in words. */
  added?: string | undefined;
  /** Since when it is told so, in UTC; only on pages that mark what is new. */
  since?: string | undefined;
}

/** A scheduled event, with its date in full. */
export interface ComingView {
  date: DateView;
  text: string;
  by: SourceName[];
  /** Where it has been moved: "Moved from 1 February 2026". */
  moved?: string | undefined;
  /** The same date (EDTF). */
  movedFrom?: string | undefined;
  where?: Place | undefined;
  /** Of its words, where they are in another language than the page. */
  foreign?: Foreign | undefined;
  /** A file for calendar programs. */
  calendar: string;
}

/**
 * Makes events ready to be shown, in their order. A year stands once, on the first entry of a run.
 *
 * @param added when an update added events, in words, by their ids.
 */
export function viewEvents(
  edition: Edition,
  events: readonly MergedEvent[],
  added: ReadonlyMap<string, string> = new Map(),
): EventView[] {
  return events.map((event, index) => {
    const { id, date, text, detail, by, movedFrom } = event;
    const above = events[index - 1];
    const status = isUnconfirmed(edition, event) ? 'unconfirmed' : event.status;
    const said = status === 'happened' ? undefined : edition.words.status[status];
    const moved = movedText(edition, event);
    return {
      date: dateView(date, edition.style, 'short', above && yearOf(above.date)),
      text,
      detail,
      by: by.map((source) => sourceName(edition, source)),
      status,
      movedFrom,
      where: placeOf(edition, event.place),
      foreign: foreignWords(edition, event.briefing),
      statusText: moved === undefined ? said : [said ?? [], moved].flat().join(edition.words.comma),
      added: id === undefined ? undefined : added.get(id),
    };
  });
}

/**
 * The timeline of a page: each event with its id, and a long one with its years.
 *
 * @param prefix tells the years of two timelines of one page apart.
 */
export function timelineViews(
  edition: Edition,
  events: readonly MergedEvent[],
  added: ReadonlyMap<string, string> = new Map(),
  prefix: 'Year' | 'Before' = 'Year',
): EventView[] {
  const anchors = eventAnchors(events);
  const years = yearsIn(edition, events, prefix);
  return viewEvents(edition, events, added).map((view, index) => ({
    ...view,
    anchor: anchors[index],
    opens: years[index],
  }));
}

/** More than that fill some five screens of a desktop and ten of a phone: too much to be found through by scrolling alone. */
const LONG = 30;

/** For each event of a long timeline the year that begins with it, if one does; nothing for a short one, or for one year alone. */
export function yearsIn(
  { style }: Edition,
  events: readonly MergedEvent[],
  prefix: 'Year' | 'Before',
): readonly (YearView | undefined)[] {
  const years = events.length > LONG ? events.map(({ date }) => firstDay(eventDate(date)).slice(0, 4)) : [];
  if (years[0] === years.at(-1)) return [];
  return years.map((year, index) =>
    year === years[index - 1] ? undefined : { anchor: `${prefix}-${year}`, text: dateText(dateView(year, style)) },
  );
}

/** What of these events is scheduled and still to come, in their order. */
export function comingViews(edition: Edition, events: readonly MergedEvent[]): ComingView[] {
  return comingUp(edition, events).map((event) => comingView(edition, event));
}

export function comingView(edition: Edition, event: MergedEvent): ComingView {
  const moved = movedText(edition, event);
  return {
    calendar: eventCalendar(edition, event),
    date: dateView(event.date, edition.style),
    text: event.text,
    by: event.by.map((source) => sourceName(edition, source)),
    movedFrom: event.movedFrom,
    where: placeOf(edition, event.place),
    foreign: foreignWords(edition, event.briefing),
    moved: moved && `${moved.charAt(0).toUpperCase()}${moved.slice(1)}`,
  };
}

/** Parts a timeline where a story begins: an event that ended before its start came before. */
export function splitAtStart(
  events: readonly MergedEvent[],
  start: string | undefined,
): [MergedEvent[], MergedEvent[]] {
  const from = start === undefined ? '' : firstDay(eventDate(start));
  const { before = [], since = [] } = Object.groupBy(events, ({ date }) =>
    lastDay(eventDate(date)) < from ? 'before' : 'since',
  );
  return [before, since];
}

/** The calendar file of an event: each language of the site has its own. */
export function eventCalendar({ paths, site, style }: Edition, { key, story, briefing }: MergedEvent): string {
  const page = story === undefined ? paths.briefing(briefing) : paths.story(story);
  return paths.eventCalendar(page, key, style.language === site.language ? undefined : style.language);
}

function movedText({ style, words }: Edition, { movedFrom }: MergedEvent): string | undefined {
  return movedFrom === undefined ? undefined : words.status.movedFrom(dateText(dateView(movedFrom, style)));
}
