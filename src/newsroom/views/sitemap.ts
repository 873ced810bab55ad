import type { Briefing } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import { briefingsOfStory, type Edition } from '../edition.ts';
import { paginate } from '../pagination.ts';
import { listingSlices } from './listing.ts';
import { topicSlices } from './topic.ts';

/** A page as a search engine is told of it. */
export interface SitemapEntry {
  /** A whole address. */
  address: string;
  /** When its content last changed, where the content says so; never the time of a build. */
  changedAt?: string | undefined;
}

/** The protocol allows 50,000 addresses a file (sitemaps.org). */
const PER_FILE = 50_000;

/** Every page of the site, in files of the size that the protocol allows. */
export function sitemaps(edition: Edition): SitemapEntry[][] {
  const { paths, briefings, topics, stories, pages } = edition;
  const entry = (path: string, told: readonly Entry<Briefing>[] = []) => ({
    address: paths.absolute(path),
    changedAt: told[0]?.data.publishedAt,
  });
  const entries = [
    entry(paths.home(), briefings),
    ...listingSlices(edition).map(({ page, items }) => entry(paths.briefings(page), items)),
    ...briefings.map((briefing) => entry(paths.briefing(briefing.id), [briefing])),
    entry(paths.topics(), briefings),
    ...topics.flatMap((topic) =>
      topicSlices(edition, topic).map(({ page, items }) => entry(paths.topic(topic.id, page), items)),
    ),
    ...stories.map(({ id }) => entry(paths.story(id), briefingsOfStory(edition, id))),
    ...pages.map(({ id }) => entry(paths.page(id))),
    entry(paths.subscribe()),
  ];
  return paginate(entries, PER_FILE).map(({ items }) => items);
}
