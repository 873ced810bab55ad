import { type Words, wordsOf } from '../languages/index.ts';
import { localesOf } from '../languages/locales.ts';
import { makePaths, type Paths } from '../paths.ts';
import type { Briefing } from '../schemas/briefing.ts';
import type { Place } from '../schemas/place.ts';
import type { Entry, Publication } from '../schemas/publication.ts';
import type { Extra, Site } from '../schemas/site.ts';
import type { Source } from '../schemas/source.ts';
import type { Story } from '../schemas/story.ts';
import type { Topic } from '../schemas/topic.ts';
import type { DateStyle } from './dates.ts';
import { languageOf } from './language.ts';
import { listsBy } from './lists.ts';
import { onceForEach, oncePerEdition } from './once.ts';
import { newestFirst } from './order.ts';
import { changesUntil, publicPart, withdrawalOf } from './public.ts';
import { oneOfEachIn } from './translations.ts';

/** What is public at one instant, in order and ready to be asked. Every view is made from it. */
export interface Edition {
  site: Site;
  /** The instant that the site speaks as of. Nothing else looks at a clock. */
  asOf: string;
  paths: Paths;
  /** How its pages write dates, and in which language they are: that of the publication, or that of a briefing. */
  style: DateStyle;
  /** What it says in its language. */
  words: Words;
  /** The languages of all that is or was public, besides that of the publication, in the order of their tags. */
  otherLanguages: readonly string[];
  /** Newest first, each with the changes made by now, the newest first. What was withdrawn is not among them. */
  briefings: Entry<Briefing>[];
  /** All that is left of briefings that were taken back, newest first. */
  withdrawn: Withdrawn[];
  /** Those with a briefing that is or was public, the one with the newest first. */
  stories: Entry<Story>[];
  /** By name, as the publication's language orders them. */
  topics: Topic[];
  sources: ReadonlyMap<string, Source>;
  places: ReadonlyMap<string, Place>;
  pages: Publication['pages'];
  /** Whether this is only what some briefings are told from. */
  isPart: boolean;
}

/** What stays of a briefing that was taken back: its address, its headline and the notice. */
export interface Withdrawn {
  id: string;
  headline: string;
  publishedAt: string;
  /** When it was taken back. */
  at: string;
  notice: string;
  /** How many changes were made to it, the withdrawal among them. */
  changes: number;
  /** Its language, where it named one. */
  language?: string | undefined;
  /** Whose feeds have carried it. */
  story?: string | undefined;
  topics: string[];
  /** Addresses that it had before. */
  aliases: string[];
}

/**
 * @param publication checked content.
 * @param asOf an instant with its offset.
 * @param withUnpublished true in the dev server, where editors see drafts and embargoed briefings.
 * @throws RangeError if there is no site entry: the caller skipped the checks.
 */
export function openEdition(publication: Publication, asOf: string, withUnpublished = false): Edition {
  const site = publication.site[0]?.data;
  if (!site) throw new RangeError('site.yaml has not been read');
  const { briefings: shown, stories } = withUnpublished ? publication : publicPart(publication, asOf);
  const inOrder = newestFirst(shown);
  const briefings = inOrder
    .filter(({ data }) => !withdrawalOf(data, asOf))
    .map((entry) => ({ ...entry, data: { ...entry.data, changes: changesUntil(entry.data, asOf) } }));
  const places = new Map([...new Set(inOrder.map(({ data }) => data.story))].map((story, place) => [story, place]));
  const placeOf = ({ id }: Entry<Story>) => places.get(id) ?? 0;
  const languages = new Set(inOrder.map(({ data }) => languageOf({ site }, data)));
  return {
    site,
    asOf,
    paths: makePaths(site.url),
    style: { language: site.language, timeZone: site.timeZone },
    words: wordsOf(site.language),
    otherLanguages: [...languages].filter((language) => language !== site.language).sort(),
    briefings,
    withdrawn: inOrder.flatMap((entry) => withdrawnOf(entry, asOf)),
    stories: stories.filter(({ id }) => places.has(id)).sort((a, b) => placeOf(a) - placeOf(b)),
    topics: publication.topics
      .map(({ data }) => data)
      .sort((a, b) => a.name.localeCompare(b.name, localesOf(site.language))),
    sources: new Map(publication.sources.map(({ id, data }) => [id, data])),
    places: new Map(publication.places.map(({ id, data }) => [id, data])),
    pages: publication.pages,
    isPart: false,
  };
}

/** Whether the site has a kind of file that a publication may leave out. */
export function makes({ site }: Edition, extra: Extra): boolean {
  return site.extras.includes(extra);
}

/** The public briefings that carry a topic, newest first; one in several languages once. */
export function briefingsOfTopic(edition: Edition, topic: string): readonly Entry<Briefing>[] {
  return ofTopics(edition).briefings.get(topic) ?? [];
}

/** The public briefings of a story, newest first; one in several languages once. */
export function briefingsOfStory(edition: Edition, story: string): readonly Entry<Briefing>[] {
  return ofStories(edition).briefings.get(story) ?? [];
}

/** What carried a topic and was taken back, newest first. */
export function withdrawnOfTopic(edition: Edition, topic: string): readonly Withdrawn[] {
  return ofTopics(edition).withdrawn.get(topic) ?? [];
}

/** What was taken back out of a story, newest first. */
export function withdrawnOfStory(edition: Edition, story: string): readonly Withdrawn[] {
  return ofStories(edition).withdrawn.get(story) ?? [];
}

/** The public briefing of an id. */
export function briefingOf(edition: Edition, id: string): Entry<Briefing> | undefined {
  return briefingsById(edition).get(id);
}

/** The story of an id. */
export function storyOf(edition: Edition, id: string | undefined): Entry<Story> | undefined {
  return id === undefined ? undefined : storiesById(edition).get(id);
}

/** The briefings of its story before and after a public briefing that is in the language of the edition. */
export function neighboursOf(
  edition: Edition,
  { id, data }: Entry<Briefing>,
): { earlier?: Entry<Briefing> | undefined; later?: Entry<Briefing> | undefined } {
  if (data.story === undefined) return {};
  const told = briefingsOfStory(edition, data.story);
  const place = placesInStory(edition, data.story).get(id);
  return place === undefined ? {} : { earlier: told[place + 1], later: told[place - 1] };
}

// Every page asks for some of these: looking through all briefings each time would make a large site slow.
const ofTopics = oncePerEdition((edition) => ({
  briefings: oneOfEachIn(
    edition,
    listsBy(edition.briefings, ({ data }) => data.topics),
  ),
  withdrawn: listsBy(edition.withdrawn, ({ topics }) => topics),
}));

const ofStories = oncePerEdition((edition) => ({
  briefings: oneOfEachIn(
    edition,
    Map.groupBy(edition.briefings, ({ data }) => data.story),
  ),
  withdrawn: Map.groupBy(edition.withdrawn, ({ story }) => story),
}));

const briefingsById = oncePerEdition(({ briefings }) => new Map(briefings.map((entry) => [entry.id, entry])));

const storiesById = oncePerEdition(({ stories }) => new Map(stories.map((entry) => [entry.id, entry])));

const placesInStory = onceForEach((edition, story: string) => {
  return new Map(briefingsOfStory(edition, story).map(({ id }, place) => [id, place]));
});

function withdrawnOf({ id, data }: Entry<Briefing>, asOf: string): Withdrawn[] {
  const withdrawal = withdrawalOf(data, asOf);
  if (!withdrawal) return [];
  const { headline, publishedAt, story, topics, aliases, language } = data;
  const { at, what: notice } = withdrawal;
  const changes = changesUntil(data, asOf).length;
  return [{ id, headline, publishedAt, story, topics, aliases, language, at, notice, changes }];
}
