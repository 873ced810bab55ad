import type { Briefing } from '../schemas/briefing.ts';
import type { Entry } from '../schemas/publication.ts';
import { dayOf } from './dates.ts';
import { briefingsOfStory, type Edition } from './edition.ts';
import { oncePerEdition } from './once.ts';

/**
 * The part of an edition that a briefing is told from: the briefings of its story and those that it stands beside in other languages,
 * and all that is no briefing. Its views see nothing else, so they stay as they are when other briefings change.
 */
export function neighbourhoodOf(edition: Edition, { id }: Entry<Briefing>): Edition {
  return edition.isPart ? edition : (neighbourhoods(edition).get(id) ?? edition);
}

/** The same for a story, which is told from all of its briefings. */
export function neighbourhoodOfStory(edition: Edition, story: string): Edition {
  const [newest] = briefingsOfStory(edition, story);
  return newest ? neighbourhoodOf(edition, newest) : edition;
}

/**
 * Tells the states of a neighbourhood apart: where two are told the same, all views of each of its briefings are the same.
 *
 * @param digestOf the digest of a file of the content folder.
 */
export function stateOf(edition: Edition, digestOf: (file: string) => string): string {
  const { site, asOf, style, otherLanguages, topics, sources, places, pages, stories, briefings } = edition;
  // Views ask for the day, and what stands still says its instant. Whether a briefing or a change of it is public shows below.
  const now = site.asOf === undefined ? dayOf(asOf, style) : asOf;
  const told = briefings.map(({ id, file, data }) => [id, digestOf(file), data.changes.length]);
  const named = [
    [...sources],
    [...places],
    pages.map(({ id, data }) => [id, data]),
    stories.map(({ id, data }) => [id, data]),
  ];
  return JSON.stringify([now, site, otherLanguages, topics, named, told]);
}

const neighbourhoods = oncePerEdition((edition): ReadonlyMap<string, Edition> => {
  const nameOf = namesFor(edition);
  return new Map(
    [...Map.groupBy(edition.briefings, nameOf).values()].flatMap((briefings) => {
      const told = new Set(briefings.map(({ data }) => data.story));
      const stories = edition.stories.filter(({ id }) => told.has(id));
      const part = { ...edition, briefings, stories, withdrawn: [], isPart: true };
      return briefings.map(({ id }) => [id, part] as const);
    }),
  );
});

/** Names the neighbourhood of each briefing: after its story or, without one, its month, and the same for all that it is joined with. */
function namesFor({ briefings }: Edition): (entry: Entry<Briefing>) => string {
  const above = new Map<string, string>();
  const topOf = (name: string): string => {
    const next = above.get(name);
    return next === undefined ? name : topOf(next);
  };
  const nameOf = ({ data }: Entry<Briefing>) => data.story ?? data.publishedAt.slice(0, 'yyyy-mm'.length);
  const naming = briefings.filter(({ data }) => data.translations.length > 0);
  const known = naming.length === 0 ? new Map() : new Map(briefings.map((entry) => [entry.id, nameOf(entry)]));
  for (const entry of naming) {
    for (const id of entry.data.translations) {
      // One that is not public joins those who name it, as it does for readers.
      const [one, other] = [topOf(nameOf(entry)), topOf(known.get(id) ?? id)];
      if (one !== other) above.set(one, other);
    }
  }
  return (entry) => topOf(nameOf(entry));
}
