import { makePaths, type Paths } from '../paths.ts';
import type { Briefing } from '../schemas/briefing.ts';
import type { Entry, Publication } from '../schemas/publication.ts';
import type { Site } from '../schemas/site.ts';
import type { Source } from '../schemas/source.ts';
import type { Story } from '../schemas/story.ts';
import type { Topic } from '../schemas/topic.ts';
import type { DateStyle } from './dates.ts';
import { newestFirst } from './order.ts';
import { isPublic } from './public.ts';

/** What is public at one instant, in order and ready to be asked. Every view is made from it. */
export interface Edition {
  site: Site;
  /** The instant that the site speaks as of. Nothing else looks at a clock. */
  asOf: string;
  paths: Paths;
  style: DateStyle;
  /** Newest first. */
  briefings: Entry<Briefing>[];
  /** Those with a public briefing, the one with the newest first. */
  stories: Entry<Story>[];
  /** By name, as the publication's language orders them. */
  topics: Topic[];
  sources: ReadonlyMap<string, Source>;
  pages: Publication['pages'];
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
  const briefings = publication.briefings
    .filter(({ data }) => withUnpublished || isPublic(data, asOf))
    .sort(newestFirst);
  const told = [...new Set(briefings.map(({ data }) => data.story))];
  return {
    site,
    asOf,
    paths: makePaths(site.url),
    style: { language: site.language, timeZone: site.timeZone },
    briefings,
    stories: publication.stories
      .filter(({ id }) => told.includes(id))
      .sort((a, b) => told.indexOf(a.id) - told.indexOf(b.id)),
    topics: publication.topics.map(({ data }) => data).sort((a, b) => a.name.localeCompare(b.name, site.language)),
    sources: new Map(publication.sources.map(({ id, data }) => [id, data])),
    pages: publication.pages,
  };
}

/** The name of a source. */
export function sourceName({ sources }: Edition, id: string): string {
  return sources.get(id)?.name ?? id;
}

/** The public briefings that carry a topic, newest first. */
export function briefingsOfTopic(edition: Edition, topic: string): Entry<Briefing>[] {
  return edition.briefings.filter(({ data }) => data.topics.includes(topic));
}

/** The public briefings of a story, newest first. */
export function briefingsOfStory(edition: Edition, story: string): Entry<Briefing>[] {
  return edition.briefings.filter(({ data }) => data.story === story);
}
