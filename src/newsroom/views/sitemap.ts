import type { Briefing } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import { updatedAt } from '../changes.ts';
import { daysOf } from '../days.ts';
import { briefingsOfStory, type Edition } from '../edition.ts';
import { paginate } from '../pagination.ts';
import { correctionSlices } from './corrections.ts';
import { listingSlices } from './listing.ts';
import { publicSources, sourceSlices } from './source.ts';
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
  const { paths, briefings, withdrawn, topics, stories, pages } = edition;
  const entry = (path: string, told: readonly Entry<Briefing>[] = []) => ({
    address: paths.absolute(path),
    changedAt: told.map(updatedAt).sort(latestFirst)[0],
  });
  const entries = [
    entry(paths.home(), briefings),
    ...listingSlices(edition).map(({ page, items }) => entry(paths.briefings(page), items)),
    ...daysOf(edition).map((day) => entry(paths.day(day.date), day.briefings)),
    ...briefings.map((briefing) => entry(paths.briefing(briefing.id), [briefing])),
    ...withdrawn.map(({ id, at }) => ({ address: paths.absolute(paths.briefing(id)), changedAt: at })),
    entry(paths.topics(), briefings),
    ...topics.flatMap((topic) =>
      topicSlices(edition, topic).map(({ page, items }) => entry(paths.topic(topic.id, page), items)),
    ),
    entry(paths.stories(), briefings),
    ...stories.map(({ id }) => entry(paths.story(id), briefingsOfStory(edition, id))),
    entry(paths.comingUp()),
    entry(paths.sources()),
    ...publicSources(edition).flatMap((source) =>
      sourceSlices(edition, source).map(({ page }) => entry(paths.source(source.id, page))),
    ),
    ...correctionSlices(edition).map(({ page, items }) => ({
      address: paths.absolute(paths.corrections(page)),
      changedAt: items[0]?.at.datetime,
    })),
    ...pages.map(({ id }) => entry(paths.page(id))),
    entry(paths.subscribe()),
  ];
  return paginate(entries, PER_FILE).map(({ items }) => items);
}

function latestFirst(a: string, b: string): number {
  return Date.parse(b) - Date.parse(a);
}
