import { eventDate, firstDay, lastDay } from '../../schemas/event-date.ts';
import type { Place } from '../../schemas/place.ts';
import { latest, updatedAt } from '../changes.ts';
import { type Edition, withdrawnOfStory } from '../edition.ts';
import { type Telling, type ToldEvent, toldEvents, toldOfStory } from '../events.ts';
import { languageOf } from '../language.ts';
import { sumOf } from '../marks.ts';
import { oncePerEdition } from '../once.ts';
import { placeOf } from '../places.ts';
import { sentence } from '../sentence.ts';
import { sourceName } from '../sources.ts';
import { eventCalendar } from '../timeline.ts';
import { briefingsByLanguage, inLanguage, listedBriefings } from '../translations.ts';

/** Scheduled events as a calendar program takes them. All addresses are whole. */
export interface CalendarView {
  title: string;
  language: string;
  /** Its own address. */
  self: string;
  events: CalendarEvent[];
}

export interface CalendarEvent {
  /** The same for good, whatever becomes of the event. */
  uid: string;
  /** How often its date, its status or its place has changed; it never falls. */
  sequence: number;
  /** When what tells it last changed: an instant. */
  toldAt: string;
  isCancelled: boolean;
  text: string;
  description: string;
  place?: Place | undefined;
  /** The story or the briefing that tells it. */
  page: string;
  /** Its first day and its last, `yyyy-mm-dd`: a date that is known to the month spans the month. */
  from: string;
  to: string;
}

/** A calendar, and where it stands, from the site's root. */
export interface CalendarFile {
  path: string;
  view: CalendarView;
}

/** Every calendar: that of the site, one for each story, and one for each event in each language that tells it. */
export const calendarFiles = oncePerEdition((edition): CalendarFile[] => {
  const { paths, site, stories } = edition;
  const file = (path: string, title: string, events: readonly Placed[]): CalendarFile => ({
    path,
    view: { title, language: site.language, self: paths.absolute(path), events: events.map(({ event }) => event) },
  });
  const ofStories = stories.map(({ id, data }) => {
    const events = scheduled(edition, toldOfStory(edition, id), paths.story(id));
    return { path: paths.storyCalendar(id), title: `${site.name}: ${data.headline}`, events };
  });
  const alone = listedBriefings(edition).filter(({ data }) => data.story === undefined);
  const all = [
    ...ofStories.flatMap(({ events }) => events),
    ...alone.flatMap((entry) => scheduled(edition, toldEvents([entry]), paths.briefing(entry.id))),
  ];
  return [
    file(paths.calendar(), site.name, all),
    ...ofStories.map(({ path, title, events }) => file(path, title, events)),
    ...all.map((placed) => file(placed.path, placed.event.text, [placed])),
    ...edition.otherLanguages.flatMap((language) =>
      scheduledIn(edition, language).map(({ path, event }) => ({
        path,
        view: { title: event.text, language, self: paths.absolute(path), events: [event] },
      })),
    ),
  ];
});

/** What briefings in another language than that of the publication tell: their pages offer it in theirs. */
function scheduledIn(whole: Edition, language: string): Placed[] {
  const edition = inLanguage(whole, language);
  const { paths } = edition;
  const isTold = ({ told }: ToldEvent) => told.some(({ entry }) => languageOf(edition, entry.data) === language);
  const own = briefingsByLanguage(edition).get(language) ?? [];
  const stories = new Set(own.flatMap(({ data }) => data.story ?? []));
  const alone = own.filter(({ data }) => data.story === undefined);
  return [
    ...[...stories].flatMap((id) => scheduled(edition, toldOfStory(edition, id).filter(isTold), paths.story(id))),
    ...alone.flatMap((entry) => scheduled(edition, toldEvents([entry]), paths.briefing(entry.id))),
  ];
}

interface Placed {
  /** Of a calendar with this event alone. */
  path: string;
  event: CalendarEvent;
}

/** What was ever scheduled, of all that some briefings of one story tell. */
function scheduled(edition: Edition, events: readonly ToldEvent[], page: string): Placed[] {
  return events
    .filter(({ told }) => told.some(({ event }) => event.status !== 'happened'))
    .map(({ event, told }) => ({
      path: eventCalendar(edition, event),
      event: calendarEvent(edition, { event, told }, edition.paths.absolute(page)),
    }));
}

function calendarEvent(edition: Edition, { event, told }: ToldEvent, page: string): CalendarEvent {
  const { key, date, text, status, detail, by } = event;
  const names = by.map((source) => sourceName(edition, source).text).join(edition.words.comma);
  const { sequence, toldAt } = revisionOf(edition, told);
  return {
    uid: `${key}@${page.replace(/^https?:\/\//, '')}`,
    sequence,
    toldAt,
    isCancelled: status === 'cancelled',
    text,
    description: [
      detail === undefined ? [] : sentence(detail),
      names === '' ? [] : sentence(edition.words.sources.named(names)),
    ]
      .flat()
      .join(' '),
    place: placeOf(edition, event.place),
    page,
    from: firstDay(eventDate(date)),
    to: lastDay(eventDate(date)),
  };
}

/** How often what is told of an event has changed, and when it last did. Programs take no number that falls. */
function revisionOf(edition: Edition, told: readonly Telling[]): Pick<CalendarEvent, 'sequence' | 'toldAt'> {
  const states = told.map(({ event }) => `${event.date} ${event.status} ${event.place}`);
  const moves = states.filter((state, index) => index > 0 && state !== states[index - 1]).length;
  // A change to a briefing may be one to its event.
  const mended = told.map(({ entry }) => entry.data.changes.length);
  // What a withdrawn briefing told is not known any more: it counted two moves at the most, and its own changes.
  const story = told[0]?.entry.data.story;
  const gone = story === undefined ? [] : withdrawnOfStory(edition, story);
  return {
    sequence: moves + sumOf(mended) + sumOf(gone.map(({ changes }) => changes + 2)),
    toldAt: latest([...told.map(({ entry }) => updatedAt(entry)), ...gone.map(({ at }) => at)]) ?? edition.asOf,
  };
}
