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
import { languageName } from './language.ts';
import { onceForEach, oncePerEdition } from './once.ts';
import { briefingsByLanguage, isListedAsOther, listedBriefings, otherLanguages } from './translations.ts';

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
  const { site, paths, withdrawn } = edition;
  return {
    folder: '',
    name: 'All briefings',
    title: site.name,
    description: site.tagline,
    page: paths.home(),
    holds: { briefings: listedBriefings(edition), withdrawn: inLists(edition, withdrawn) },
  };
});

/** The feed of all that is in a language, by the language's own name. */
const languageFeed = onceForEach((edition, language: string): Feed => {
  const { site, paths, withdrawn } = edition;
  const name = languageName(language);
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
  return otherLanguages(edition).includes(language) ? [languageFeed(edition, language)] : [];
}

/** A feed for each language besides that of the publication. */
export function otherLanguageFeeds(edition: Edition): Feed[] {
  return otherLanguages(edition).map((language) => languageFeed(edition, language));
}

/** What lists, which have one in several languages once, have had of what was taken back. */
function inLists(edition: Edition, withdrawn: readonly Withdrawn[]): readonly Withdrawn[] {
  return withdrawn.filter(({ id }) => !isListedAsOther(edition, id));
}

export const topicFeed = onceForEach((edition, { id, name, description }: Topic): Feed => {
  const { site, paths } = edition;
  return {
    folder: `topics/${id}`,
    name,
    title: `${site.name}: ${name}`,
    description,
    page: paths.topic(id),
    holds: { briefings: briefingsOfTopic(edition, id), withdrawn: inLists(edition, withdrawnOfTopic(edition, id)) },
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
    holds: { briefings: briefingsOfStory(edition, id), withdrawn: inLists(edition, withdrawnOfStory(edition, id)) },
  };
});

export const correctionsFeed = oncePerEdition(({ site, paths }): Feed => {
  return {
    folder: 'corrections',
    name: 'Corrections',
    title: `${site.name}: Corrections`,
    description: `What ${site.name} has corrected, clarified and withdrawn.`,
    page: paths.corrections(),
  };
});

/** Every feed of the site. */
export function allFeeds(edition: Edition): Feed[] {
  return [
    siteFeed(edition),
    ...otherLanguageFeeds(edition),
    ...edition.stories.map((story) => storyFeed(edition, story)),
    ...edition.topics.map((topic) => topicFeed(edition, topic)),
    correctionsFeed(edition),
  ];
}
