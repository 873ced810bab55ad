import type { Edition } from '../edition.ts';
import { allFeeds, correctionsFeed, FEED_FORMATS, type Feed, siteFeed, storyFeed, topicFeed } from '../feeds.ts';
import { type Frame, frameOf, type Link } from '../frame.ts';

export interface SubscribeView {
  frame: Frame;
  site: FeedCard[];
  stories: FeedCard[];
  topics: FeedCard[];
  calendars: FeedCard[];
  opml: string;
}

/** A feed as its readers choose it. */
export interface FeedCard {
  name: string;
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
      feeds: allFeeds(edition),
    }),
    site: [card(siteFeed(edition), subscribe.siteHolds), card(correctionsFeed(edition))],
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

function calendarCard({ paths }: Edition, name: string, href: string): FeedCard {
  return { name, address: paths.absolute(href), formats: [{ text: 'iCalendar', href }] };
}
