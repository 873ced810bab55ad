import { makePaths, type Paths } from '../paths.ts';
import type { Briefing } from '../schemas/briefing.ts';
import type { Entry, Publication } from '../schemas/publication.ts';
import type { Extra, Site } from '../schemas/site.ts';
import type { Source } from '../schemas/source.ts';
import type { Story } from '../schemas/story.ts';
import type { Topic } from '../schemas/topic.ts';
import type { DateStyle } from './dates.ts';
import { newestFirst } from './order.ts';
import { changesUntil, publicPart, withdrawalOf } from './public.ts';

/** What is public at one instant, in order and ready to be asked. Every view is made from it. */
export interface Edition {
  site: Site;
  /** The instant that the site speaks as of. Nothing else looks at a clock. */
  asOf: string;
  paths: Paths;
  style: DateStyle;
  /** Newest first, each with the changes made by now, the newest first. What was withdrawn is not among them. */
  briefings: Entry<Briefing>[];
  /** All that is left of briefings that were taken back, newest first. */
  withdrawn: Withdrawn[];
  /** Those with a briefing that is or was public, the one with the newest first. */
  stories: Entry<Story>[];
  /** By name, as the publication's language orders them. */
  topics: Topic[];
  sources: ReadonlyMap<string, Source>;
  pages: Publication['pages'];
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
  const inOrder = shown.toSorted(newestFirst);
  const briefings = inOrder
    .filter(({ data }) => !withdrawalOf(data, asOf))
    .map((entry) => ({ ...entry, data: { ...entry.data, changes: changesUntil(entry.data, asOf) } }));
  const told = [...new Set(inOrder.map(({ data }) => data.story))];
  return {
    site,
    asOf,
    paths: makePaths(site.url),
    style: { language: site.language, timeZone: site.timeZone },
    briefings,
    withdrawn: inOrder.flatMap((entry) => withdrawnOf(entry, asOf)),
    stories: stories.filter(({ id }) => told.includes(id)).sort((a, b) => told.indexOf(a.id) - told.indexOf(b.id)),
    topics: publication.topics.map(({ data }) => data).sort((a, b) => a.name.localeCompare(b.name, site.language)),
    sources: new Map(publication.sources.map(({ id, data }) => [id, data])),
    pages: publication.pages,
  };
}

/** Whether the site has a kind of file that a publication may leave out. */
export function makes({ site }: Edition, extra: Extra): boolean {
  return site.extras.includes(extra);
}

/** The public briefings that carry a topic, newest first. */
export function briefingsOfTopic(edition: Edition, topic: string): Entry<Briefing>[] {
  return edition.briefings.filter(({ data }) => data.topics.includes(topic));
}

/** The public briefings of a story, newest first. */
export function briefingsOfStory(edition: Edition, story: string): Entry<Briefing>[] {
  return edition.briefings.filter(({ data }) => data.story === story);
}

function withdrawnOf({ id, data }: Entry<Briefing>, asOf: string): Withdrawn[] {
  const withdrawal = withdrawalOf(data, asOf);
  if (!withdrawal) return [];
  const { headline, publishedAt, story, topics, aliases } = data;
  const changes = changesUntil(data, asOf).length;
  return [{ id, headline, publishedAt, story, topics, aliases, at: withdrawal.at, notice: withdrawal.what, changes }];
}
