import type { Briefing } from '../schemas/briefing.ts';
import type { Entry } from '../schemas/publication.ts';
import type { Story } from '../schemas/story.ts';
import type { Body } from './body.ts';
import { dayOf } from './dates.ts';
import { briefingsOfStory, type Edition } from './edition.ts';
import { hashOf } from './hash.ts';
import { oncePerEdition } from './once.ts';

/**
 * The part of an edition that a briefing is told from: the briefings of its story and those that it stands beside in other languages,
 * and all that is no briefing. Its views see nothing else, so they stay as they are when other briefings change. One that has
 * neither is there with the others of its month: that is as good, and there are fewer parts.
 */
export function neighbourhoodOf(edition: Edition, { id }: Entry<Briefing>): Edition {
  return edition.isPart ? edition : (neighbourhoods(edition).get(id) ?? edition);
}

/** The same for a story, which is told from all of its briefings. */
export function neighbourhoodOfStory(edition: Edition, story: string): Edition {
  const [newest] = briefingsOfStory(edition, story);
  return newest ? neighbourhoodOf(edition, newest) : edition;
}

/** What a build knows of content without opening it. */
export interface Known {
  /** The rendered body of an entry; nothing for one that only Astro knows: its pictures and components come from other files. */
  bodyOf(collection: 'briefings' | 'stories', id: string): Body | undefined;
  /** The digest of a file of the content folder. */
  digestOf(file: string): string;
}

/** Tells out of what all views of a briefing or a story are made, in a short text; nothing where not all of that is known. */
export interface Sources {
  ofBriefing(entry: Entry<Briefing>): string | undefined;
  ofStory(entry: Entry<Story>): string | undefined;
}

/** Where a source is the same in two editions, so are the views. */
export function sourcesIn(whole: Edition, { bodyOf, digestOf }: Known): Sources {
  const states = new Map<Edition, string>();
  const sourceIn = (part: Edition, id: string, body: Body | undefined) => {
    if (!body || !part.isPart) return undefined;
    const state = states.get(part) ?? hashOf(stateOf(whole, part, digestOf));
    states.set(part, state);
    return `${state} ${id} ${body.name}`;
  };
  return {
    ofBriefing: (entry) => sourceIn(neighbourhoodOf(whole, entry), entry.id, bodyOf('briefings', entry.id)),
    ofStory: ({ id }) => sourceIn(neighbourhoodOfStory(whole, id), id, bodyOf('stories', id)),
  };
}

/** All that a neighbourhood says, but for the bodies. */
function stateOf(whole: Edition, { stories, briefings }: Edition, digestOf: Known['digestOf']): string {
  // Whether a briefing is public, and which of its changes are, shows here; what else they say is in their files.
  const told = briefings.map(({ id, file, data }) => [id, digestOf(file), data.changes.length]);
  return JSON.stringify([surroundings(whole), stories.map(({ id, data }) => [id, data]), told]);
}

/** What is no briefing, and the same for all neighbourhoods. */
const surroundings = oncePerEdition(({ site, asOf, style, otherLanguages, topics, sources, places, pages }) => {
  // Views ask for the day, and a site that stands still says its instant.
  const now = site.asOf === undefined ? dayOf(asOf, style) : asOf;
  const named = [topics, [...sources], [...places], pages.map(({ id, data }) => [id, data])];
  return hashOf(JSON.stringify([now, site, otherLanguages, named]));
});

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

/** Names the neighbourhood of each briefing. */
function namesFor({ briefings }: Edition): (entry: Entry<Briefing>) => string {
  const naming = briefings.filter(({ data }) => data.translations.length > 0);
  const translated = new Set(naming.flatMap(({ id, data }) => [id, ...data.translations]));
  const ownName = ({ id, data }: Entry<Briefing>) =>
    data.story ?? (translated.has(id) ? id : data.publishedAt.slice(0, 'yyyy-mm'.length));
  if (naming.length === 0) return ownName;
  const known = new Map(briefings.map((entry) => [entry.id, ownName(entry)]));
  const above = new Map<string, string>();
  const topOf = (name: string): string => {
    const next = above.get(name);
    return next === undefined ? name : topOf(next);
  };
  for (const entry of naming) {
    for (const id of entry.data.translations) {
      // One that is not public joins those who name it, as it does for readers.
      const [one, other] = [topOf(ownName(entry)), topOf(known.get(id) ?? id)];
      if (one !== other) above.set(one, other);
    }
  }
  return (entry) => topOf(ownName(entry));
}
