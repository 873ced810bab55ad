import type { Briefing } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import type { Topic } from '../../schemas/topic.ts';
import { type Card, cardView } from '../cards.ts';
import { briefingsOfTopic, type Edition } from '../edition.ts';
import { siteFeed, topicFeed } from '../feeds.ts';
import { type Frame, frameOf, type Link } from '../frame.ts';
import { numberedTitle, type PaginationView, paginate, paginationView, type Slice } from '../pagination.ts';
import { cardOf } from './share-card.ts';

/** A topic as the list of all topics shows it. */
export interface TopicCard extends Link {
  description: string;
  count: number;
}

export interface TopicsView {
  frame: Frame;
  topics: TopicCard[];
}

export interface TopicView {
  frame: Frame;
  name: string;
  description: string;
  count: number;
  cards: Card[];
  pagination: PaginationView;
  /** In RSS. */
  feed: string;
}

const PAGE_SIZE = 20;

export function topicCards(edition: Edition): TopicCard[] {
  return edition.topics.map(({ id, name, description }) => ({
    text: name,
    href: edition.paths.topic(id),
    description,
    count: briefingsOfTopic(edition, id).length,
  }));
}

export function topicsView(edition: Edition): TopicsView {
  const frame = frameOf(edition, {
    title: edition.words.titles.topics,
    description: edition.words.topics.about(edition.site.name),
    path: edition.paths.topics(),
  });
  return { frame, topics: topicCards(edition) };
}

/** The pages of a topic, at least one. */
export function topicSlices(edition: Edition, { id }: Topic): Slice<Entry<Briefing>>[] {
  return paginate(briefingsOfTopic(edition, id), PAGE_SIZE);
}

export function topicView(edition: Edition, topic: Topic, slice: Slice<Entry<Briefing>>): TopicView {
  const { paths, words } = edition;
  const feed = topicFeed(edition, topic);
  return {
    frame: frameOf(edition, {
      title: numberedTitle(words, topic.name, slice),
      description: topic.description,
      path: paths.topic(topic.id, slice.page),
      feeds: [feed, siteFeed(edition)],
      part: { text: words.titles.topics, href: paths.topics() },
      card: cardOf(edition, paths.topic(topic.id), topic.name),
    }),
    name: topic.name,
    description: topic.description,
    count: briefingsOfTopic(edition, topic.id).length,
    cards: slice.items.map((entry) => cardView(edition, entry)),
    pagination: paginationView(slice, (page) => paths.topic(topic.id, page)),
    feed: paths.feed(feed.folder, 'rss.xml'),
  };
}
