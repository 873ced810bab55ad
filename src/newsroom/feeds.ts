import type { Briefing } from '../schemas/briefing.ts';
import type { Entry } from '../schemas/publication.ts';
import type { Story } from '../schemas/story.ts';
import type { Topic } from '../schemas/topic.ts';
import {
  briefingsOfStory,
  briefingsOfTopic,
  type Edition,
  type Withdrawn,
  withdrawnOfStory,
  withdrawnOfTopic,
} from './edition.ts';
import { ownName } from './language.ts';
import { onceForEach, oncePerEdition } from './once.ts';
import { briefingsByLanguage, listedBriefings, listedInstead } from './translations.ts';

/** The forms that every feed is published in, and how each is named by programs (RFC 6838). */
export const FEED_FORMATS = [
  { name: 'RSS', file: 'rss.xml', type: 'application/rss+xml' },
  { name: 'Atom', file: 'atom.xml', type: 'application/atom+xml' },
  { name: 'JSON', file: 'feed.json', type: 'application/feed+json' },
] as const;

export type FeedFormat = (typeof FEED_FORMATS)[number];

/** A feed: what it holds, and where it stands. */
export interface Feed {
  /** The folder of its files: empty for the site itself, `topics/territory`. */
  folder: string;
  /** For lists of feeds within the site: "Territory". */
  name: string;
  /** For programs that hold feeds of many sites: "Readout: Territory". */
  title: string;
  description: string;
  /** The language of all that it holds, where that is another than the publication's. */
  language?: string | undefined;
  /** The page that it belongs to, from the site's root. */
  page: string;
  /** What it holds, newest first; nothing for the feed of corrections, which holds changes. */
  holds?: { briefings: readonly Entry<Briefing>[]; withdrawn: readonly Withdrawn[] } | undefined;
}

export const siteFeed = oncePerEdition((edition): Feed => {
  const { site, paths, words, withdrawn } = edition;
  return {
    folder: '',
    name: words.subscribe.siteFeed,
    title: site.name,
    description: site.tagline,
    page: paths.home(),
    holds: held(edition, listedBriefings(edition), withdrawn),
  };
});

/** The feed of all that is in a language, by the language's own name. */
const languageFeed = onceForEach((edition, language: string): Feed => {
  const { site, paths, withdrawn } = edition;
  const name = ownName(language);
  return {
    folder: `languages/${language.toLowerCase()}`,
    name,
    title: `${site.name}: ${name}`,
    description: site.tagline,
    page: paths.home(),
    language,
    holds: {
      briefings: briefingsByLanguage(edition).get(language) ?? [],
      withdrawn: withdrawn.filter((gone) => gone.language === language),
    },
  };
});

/** Of pages in another language than that of the publication. */
export function languageFeeds(edition: Edition): Feed[] {
  const { language } = edition.style;
  return edition.otherLanguages.includes(language) ? [languageFeed(edition, language)] : [];
}

/** A feed for each language besides that of the publication, where there is something to read in it. */
export function readableLanguageFeeds(edition: Edition): Feed[] {
  return otherLanguageFeeds(edition).filter(({ holds }) => holds && holds.briefings.length > 0);
}

/** The same with those that have nothing but notices any more, for those who have them. */
function otherLanguageFeeds(edition: Edition): Feed[] {
  return edition.otherLanguages.map((language) => languageFeed(edition, language));
}

/** A list, and what it had of all that was taken back: nothing that it had in the language of the publication instead. */
function held(
  edition: Edition,
  briefings: readonly Entry<Briefing>[],
  withdrawn: readonly Withdrawn[],
): NonNullable<Feed['holds']> {
  if (withdrawn.length === 0) return { briefings, withdrawn };
  const listed = new Set<Entry<Briefing> | undefined>(briefings);
  return { briefings, withdrawn: withdrawn.filter(({ id }) => !listed.has(listedInstead(edition, id))) };
}

export const topicFeed = onceForEach((edition, { id, name, description }: Topic): Feed => {
  const { site, paths } = edition;
  return {
    folder: `topics/${id}`,
    name,
    title: `${site.name}: ${name}`,
    description,
    page: paths.topic(id),
    holds: held(edition, briefingsOfTopic(edition, id), withdrawnOfTopic(edition, id)),
  };
});

export const storyFeed = onceForEach((edition, { id, data }: Entry<Story>): Feed => {
  const { site, paths } = edition;
  return {
    folder: `stories/${id}`,
    name: data.headline,
    title: `${site.name}: ${data.headline}`,
    description: data.standfirst,
    page: paths.story(id),
    holds: held(edition, briefingsOfStory(edition, id), withdrawnOfStory(edition, id)),
  };
});

export const correctionsFeed = oncePerEdition(({ site, paths, words }): Feed => {
  return {
    folder: 'corrections',
    name: words.titles.corrections,
    title: `${site.name}: ${words.titles.corrections}`,
    description: words.corrections.feed(site.name),
    page: paths.corrections(),
  };
});

/** Every feed that readers are offered. */
export function offeredFeeds(edition: Edition): Feed[] {
  return feedsWith(edition, readableLanguageFeeds(edition));
}

/** Every feed of the site. */
export function allFeeds(edition: Edition): Feed[] {
  return feedsWith(edition, otherLanguageFeeds(edition));
}

function feedsWith(edition: Edition, languages: readonly Feed[]): Feed[] {
  return [
    siteFeed(edition),
    ...languages,
    ...edition.stories.map((story) => storyFeed(edition, story)),
    ...edition.topics.map((topic) => topicFeed(edition, topic)),
    correctionsFeed(edition),
  ];
}
