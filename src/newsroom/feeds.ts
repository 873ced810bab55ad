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
import { onceForEach, oncePerEdition } from './once.ts';

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
  /** The page that it belongs to, from the site's root. */
  page: string;
  /** What it holds, newest first; nothing for the feed of corrections, which holds changes. */
  holds?: { briefings: readonly Entry<Briefing>[]; withdrawn: readonly Withdrawn[] } | undefined;
}

export const siteFeed = oncePerEdition(({ site, paths, words, briefings, withdrawn }): Feed => {
  return {
    folder: '',
    name: words.subscribe.siteFeed,
    title: site.name,
    description: site.tagline,
    page: paths.home(),
    holds: { briefings, withdrawn },
  };
});

export const topicFeed = onceForEach((edition, { id, name, description }: Topic): Feed => {
  const { site, paths } = edition;
  return {
    folder: `topics/${id}`,
    name,
    title: `${site.name}: ${name}`,
    description,
    page: paths.topic(id),
    holds: { briefings: briefingsOfTopic(edition, id), withdrawn: withdrawnOfTopic(edition, id) },
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
    holds: { briefings: briefingsOfStory(edition, id), withdrawn: withdrawnOfStory(edition, id) },
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

/** Every feed of the site. */
export function allFeeds(edition: Edition): Feed[] {
  return [
    siteFeed(edition),
    ...edition.stories.map((story) => storyFeed(edition, story)),
    ...edition.topics.map((topic) => topicFeed(edition, topic)),
    correctionsFeed(edition),
  ];
}
