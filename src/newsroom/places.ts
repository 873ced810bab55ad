import type { Briefing } from '../schemas/briefing.ts';
import type { Place } from '../schemas/place.ts';
import type { Entry } from '../schemas/publication.ts';
import { type DateView, dateView } from './dates.ts';
import type { Edition } from './edition.ts';
import type { MergedEvent } from './events.ts';
import { type Foreign, foreignWords } from './language.ts';
import { numberText } from './numbers.ts';

/** A place as it stands in a list, with what takes place there. */
export interface PlaceView extends Place {
  /** "24.45° N, 54.38° E" */
  position: string;
  events: { text: string; date: DateView; foreign?: Foreign | undefined }[];
}

/**
 * The places of a story: those of its events, then those of its briefings, each once. What was called off takes place nowhere.
 *
 * @param events of the story, in the order that they are shown in.
 * @param briefings of the story.
 */
export function placesOfStory(
  edition: Edition,
  events: readonly MergedEvent[],
  briefings: readonly Entry<Briefing>[],
): PlaceView[] {
  const held = events.filter(({ status }) => status !== 'cancelled');
  const ids = [...held.map(({ place }) => place), ...briefings.map(({ data }) => data.place)];
  return placesAmong(edition, ids).map((place) => ({
    ...place,
    position: positionText(edition, place),
    events: held
      .filter((event) => event.place === place.id)
      .map(({ text, date, briefing }) => ({
        text,
        date: dateView(date, edition.style, 'short'),
        foreign: foreignWords(edition, briefing),
      })),
  }));
}

/** What is known of places by their ids, each once. */
export function placesAmong({ places }: Edition, ids: readonly (string | undefined)[]): Place[] {
  return [...new Set(ids)].flatMap((id) => (id === undefined ? [] : (places.get(id) ?? [])));
}

/** What is known of a place that may be named. */
export function placeOf(edition: Edition, id: string | undefined): Place | undefined {
  return placesAmong(edition, [id])[0];
}

function positionText({ style, words }: Edition, { latitude, longitude }: Place): string {
  const { north, south, east, west } = words.map;
  const degrees = (number: number) => numberText(Math.round(Math.abs(number) * 100) / 100, style);
  return [(latitude < 0 ? south : north)(degrees(latitude)), (longitude < 0 ? west : east)(degrees(longitude))].join(
    words.comma,
  );
}
