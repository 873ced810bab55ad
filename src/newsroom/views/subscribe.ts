import { topicName } from '../cards.ts';
import type { Edition } from '../edition.ts';
import { type Frame, frameOf, siteFeed } from '../frame.ts';
import { storyFeed } from './story.ts';
import { topicFeed } from './topic.ts';

export interface SubscribeView {
  frame: Frame;
  site: FeedLink;
  stories: FeedLink[];
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
  const { paths, site, stories, topics } = edition;
  const link = (name: string, holds: string, href: string) => ({ name, holds, href, address: paths.absolute(href) });
  return {
    frame: frameOf(edition, {
      title: 'Subscribe',
      description: `Every feed of ${site.name}, what it holds and how to use it.`,
      path: paths.subscribe(),
      feeds: [
        siteFeed(edition),
        ...stories.map((story) => storyFeed(edition, story)),
        ...topics.map((topic) => topicFeed(edition, topic)),
      ],
    }),
    site: link('All briefings', 'Every briefing as it is published, with its whole text.', paths.siteFeed()),
    stories: stories.map(({ id, data }) => link(data.headline, data.standfirst, paths.storyFeed(id))),
    topics: topics.map(({ id, description }) => link(topicName(edition, id), description, paths.topicFeed(id))),
  };
}
