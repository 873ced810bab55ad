import type { Briefing } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import { lastChange } from '../changes.ts';
import { daysOf } from '../days.ts';
import {
  briefingsOfStory,
  type Edition,
  makes,
  type Withdrawn,
  withdrawnOfStory,
  withdrawnOfTopic,
} from '../edition.ts';
import { oncePerEdition } from '../once.ts';
import { paginate } from '../pagination.ts';
import { type LanguageLink, languageLinks } from '../translations.ts';
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
  /** The page in each of its languages, where it has several. */
  languages?: readonly LanguageLink[] | undefined;
}

/** The protocol allows 50,000 addresses a file (sitemaps.org). */
const PER_FILE = 50_000;

/** Every page of the site, in files of the size that the protocol allows. */
export const sitemaps = oncePerEdition((edition): SitemapEntry[][] => {
  const { paths, briefings, withdrawn, topics, stories, pages } = edition;
  // A list changes when something is taken out of it, too.
  const entry = (path: string, told: readonly Entry<Briefing>[] = [], gone: readonly Withdrawn[] = []) => ({
    address: paths.absolute(path),
    changedAt: lastChange(told, gone),
  });
  // The home page, and those of all topics and of all stories, change with any of them.
  const changedAt = lastChange(briefings, withdrawn);
  const whole = (path: string) => ({ address: paths.absolute(path), changedAt });
  const entries = [
    whole(paths.home()),
    ...listingSlices(edition).map(({ page, items }) =>
      entry(paths.briefings(page), items, page === 1 ? withdrawn : []),
    ),
    ...daysOf(edition).map((day) => entry(paths.day(day.date), day.briefings)),
    ...briefings.map((briefing) => ({
      ...entry(paths.briefing(briefing.id), [briefing]),
      languages: languageLinks(edition, briefing),
    })),
    ...withdrawn.map(({ id, at }) => ({ address: paths.absolute(paths.briefing(id)), changedAt: at })),
    whole(paths.topics()),
    ...topics.flatMap((topic) =>
      topicSlices(edition, topic).map(({ page, items }) =>
        entry(paths.topic(topic.id, page), items, page === 1 ? withdrawnOfTopic(edition, topic.id) : []),
      ),
    ),
    whole(paths.stories()),
    ...stories.map(({ id }) => entry(paths.story(id), briefingsOfStory(edition, id), withdrawnOfStory(edition, id))),
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
    ...(makes(edition, 'search') ? [entry(paths.search())] : []),
  ];
  return paginate(entries, PER_FILE).map(({ items }) => items);
});

/** A briefing as news search engines are told of it. */
export interface NewsEntry {
  address: string;
  headline: string;
  publishedAt: string;
  /** Where it is another than that of the publication. */
  language?: string | undefined;
}

const TWO_DAYS = 48 * 60 * 60 * 1000;

/** What was published in the last two days before the instant that the site speaks as of; at most 1,000, as the format has it. */
export function newsSitemap({ briefings, paths, asOf }: Edition): NewsEntry[] {
  const now = Date.parse(asOf);
  return briefings
    .filter(({ data }) => {
      const age = now - Date.parse(data.publishedAt);
      return age >= 0 && age <= TWO_DAYS;
    })
    .slice(0, 1_000)
    .map(({ id, data }) => ({
      address: paths.absolute(paths.briefing(id)),
      headline: data.headline,
      publishedAt: data.publishedAt,
      language: data.language,
    }));
}
