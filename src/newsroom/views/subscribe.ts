import { directionOf } from '../../languages/index.ts';
import type { Edition } from '../edition.ts';
import {
  correctionsFeed,
  FEED_FORMATS,
  type Feed,
  offeredFeeds,
  readableLanguageFeeds,
  siteFeed,
  storyFeed,
  topicFeed,
} from '../feeds.ts';
import { type Frame, frameOf, type Link } from '../frame.ts';
import { type Foreign, nameIn } from '../language.ts';

export interface SubscribeView {
  frame: Frame;
  site: FeedCard[];
  /** One for each language besides that of the publication. */
  languages: FeedCard[];
  stories: FeedCard[];
  topics: FeedCard[];
  calendars: FeedCard[];
  opml: string;
}

/** A feed as its readers choose it. */
export interface FeedCard {
  name: string;
  /** Of the name, where it is in another language than the page. */
  foreign?: Foreign | undefined;
  holds?: string | undefined;
  /** The whole address of its RSS form, to be copied. */
  address: string;
  /** In every format. */
  formats: Link[];
}

export function subscribeView(edition: Edition): SubscribeView {
  const { paths, site, stories, topics } = edition;
  const { titles, subscribe } = edition.words;
  const card = (feed: Feed, holds = feed.description) => feedCard(edition, feed, holds);
  return {
    frame: frameOf(edition, {
      title: titles.subscribe,
      description: subscribe.about(site.name),
      path: paths.subscribe(),
      feeds: offeredFeeds(edition),
    }),
    site: [card(siteFeed(edition), subscribe.siteHolds), card(correctionsFeed(edition))],
    languages: readableLanguageFeeds(edition).map((feed) => languageCard(edition, feed)),
    stories: stories.map((story) => card(storyFeed(edition, story))),
    topics: topics.map((topic) => card(topicFeed(edition, topic))),
    calendars: [
      calendarCard(edition, subscribe.calendar, paths.calendar()),
      ...stories.map(({ id, data }) => calendarCard(edition, data.headline, paths.storyCalendar(id))),
    ],
    opml: paths.opml(),
  };
}

function feedCard({ paths }: Edition, { folder, name }: Feed, holds: string): FeedCard {
  return {
    name,
    holds,
    address: paths.absolute(paths.feed(folder, 'rss.xml')),
    formats: FEED_FORMATS.map(({ name, file }) => ({ text: name, href: paths.feed(folder, file) })),
  };
}

function languageCard(edition: Edition, feed: Feed): FeedCard {
  const { language = edition.site.language } = feed;
  const holds = edition.words.subscribe.languageHolds(nameIn(language, edition.site.language));
  return { ...feedCard(edition, feed, holds), foreign: { lang: language, dir: directionOf(language) } };
}

function calendarCard({ paths }: Edition, name: string, href: string): FeedCard {
  return { name, address: paths.absolute(href), formats: [{ text: 'iCalendar', href }] };
}
