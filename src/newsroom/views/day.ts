import { type Card, cardView } from '../cards.ts';
import { type DateView, dateText, dateView } from '../dates.ts';
import { type Day, daysOf } from '../days.ts';
import type { Edition } from '../edition.ts';
import { type Frame, frameOf, type Link } from '../frame.ts';
import { type EventView, viewEvents } from '../timeline.ts';
import { placeOf } from './coming.ts';

/** The briefings and the events of one day. */
export interface DayView {
  frame: Frame;
  /** `yyyy-mm-dd` */
  date: string;
  /** "26 January 2026" */
  title: string;
  cards: Card[];
  events: DayEvent[];
  /** The days before and after it that have something. */
  earlier?: Link | undefined;
  later?: Link | undefined;
}

/** An event, with its date only where it is not the day alone, and with the story or the briefing that tells it. */
export interface DayEvent extends Omit<EventView, 'date'> {
  date?: DateView | undefined;
  place?: Link | undefined;
}

/**
 * The view of one of the days of an edition.
 *
 * @param index its place among them.
 * @throws RangeError if there is no such day.
 */
export function dayView(edition: Edition, index: number): DayView {
  const days = daysOf(edition);
  const [before, day, after] = [days[index - 1], days[index], days[index + 1]];
  if (!day) throw new RangeError(`there is no day ${index}`);
  const title = titleOf(edition, day);
  const events = viewEvents(edition, day.events);
  return {
    frame: frameOf(edition, {
      title,
      description: edition.words.days.about(title, edition.site.name),
      path: edition.paths.day(day.date),
      part: { text: edition.words.titles.briefings, href: edition.paths.briefings() },
    }),
    date: day.date,
    title,
    cards: day.briefings.map((entry) => ({ ...cardView(edition, entry), day: undefined })),
    events: day.events.flatMap((event, at) => {
      const view = events[at];
      const date = event.date === day.date ? undefined : view?.date;
      return view ? [{ ...view, date, place: placeOf(edition, event) }] : [];
    }),
    earlier: linkTo(edition, before),
    later: linkTo(edition, after),
  };
}

function linkTo(edition: Edition, day: Day | undefined): Link | undefined {
  return day && { text: titleOf(edition, day), href: edition.paths.day(day.date) };
}

function titleOf({ style }: Edition, { date }: Day): string {
  return dateText(dateView(date, style));
}
