import { topicName } from '../cards.ts';
import type { Edition } from '../edition.ts';
import { type Frame, frameOf, siteFeed } from '../frame.ts';
import { topicFeed } from './topic.ts';

export interface SubscribeView {
  frame: Frame;
  site: FeedLink;
  topics: FeedLink[];
}

/** A feed as its readers choose it. */
export interface FeedLink {
  name: string;
  holds: string;
  href: string;
  /** The whole address, to be copied. */
  address: string;
}

export function subscribeView(edition: Edition): SubscribeView {
  const { paths, site, topics } = edition;
  const link = (name: string, holds: string, href: string) => ({ name, holds, href, address: paths.absolute(href) });
  return {
    frame: frameOf(edition, {
      title: 'Subscribe',
      description: `Every feed of ${site.name}, what it holds and how to use it.`,
      path: paths.subscribe(),
      feeds: [siteFeed(edition), ...topics.map((topic) => topicFeed(edition, topic))],
    }),
    site: link('All briefings', 'Every briefing as it is published, with its whole text.', paths.siteFeed()),
    topics: topics.map(({ id, description }) => link(topicName(edition, id), description, paths.topicFeed(id))),
  };
}
