import type { Briefing } from '../schemas/briefing.ts';
import { eventDate, firstDay, lastDay } from '../schemas/event-date.ts';
import type { Entry } from '../schemas/publication.ts';
import { dayOf } from './dates.ts';
import { allEvents, type MergedEvent } from './events.ts';
import { oncePerEdition } from './once.ts';
import { listedBriefings } from './translations.ts';

/** One day of the publication. */
export interface Day {
  /** `yyyy-mm-dd`, in the publication's time zone. */
  date: string;
  /** Published on it, newest first; one in several languages once. */
  briefings: Entry<Briefing>[];
  /** What is dated to the day: events of it alone, and ranges of days that it is in. */
  events: MergedEvent[];
}

/** Every day that a briefing was published on, or that an event happened, began or ended on; the oldest first. */
export const daysOf = oncePerEdition((edition): Day[] => {
  const published = Map.groupBy(listedBriefings(edition), ({ data }) => dayOf(data.publishedAt, edition.style));
  const exact = allEvents(edition).filter(({ date }) => isExact(date));
  const single = Map.groupBy(
    exact.filter(({ date }) => !date.includes('/')),
    ({ date }) => date,
  );
  const ranges = exact.flatMap((event) => {
    const date = eventDate(event.date);
    return date.end ? [{ event, from: firstDay(date), to: lastDay(date) }] : [];
  });
  const ends = ranges.flatMap(({ from, to }) => [from, to]);
  const dates = [...new Set([...published.keys(), ...single.keys(), ...ends])].sort();
  const days = dates.map((date): Day => ({ date, briefings: published.get(date) ?? [], events: [] }));
  const places = new Map(dates.map((date, place) => [date, place]));
  for (const { event, from, to } of ranges) {
    const within = days.slice(places.get(from), (places.get(to) ?? days.length) + 1);
    for (const { events } of within) events.push(event);
  }
  for (const { date, events } of days) events.push(...(single.get(date) ?? []));
  return days;
});

/** Whether a date is known to the day. */
function isExact(edtf: string): boolean {
  const { start, approximate } = eventDate(edtf);
  return start.day !== undefined && !approximate;
}
