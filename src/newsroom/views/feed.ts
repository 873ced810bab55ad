import type { Briefing } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import type { Topic } from '../../schemas/topic.ts';
import { topicName } from '../cards.ts';
import { briefingsOfTopic, type Edition } from '../edition.ts';
import { type ArticleView, articleView } from './article.ts';
import { topicFeed } from './topic.ts';

/** A feed before it takes a format. All addresses are whole. */
export interface FeedView {
  title: string;
  description: string;
  /** The page that it belongs to. */
  page: string;
  /** Its own address. */
  self: string;
  language: string;
  /** Newest first. */
  items: FeedItem[];
}

export interface FeedItem {
  /** The address of the briefing, and its id for good. */
  link: string;
  /** An instant with its offset. */
  publishedAt: string;
  categories: string[];
  article: ArticleView;
}

/** Gives the rendered body of a briefing, HTML. */
export type BodyOf = (entry: Entry<Briefing>) => Promise<string>;

const LATEST = 50;

export async function siteFeedView(edition: Edition, bodyOf: BodyOf): Promise<FeedView> {
  const { site, paths, briefings } = edition;
  const { name: title, tagline: description } = site;
  return feedView(edition, { title, description, page: paths.home(), self: paths.siteFeed() }, briefings, bodyOf);
}

export async function topicFeedView(edition: Edition, topic: Topic, bodyOf: BodyOf): Promise<FeedView> {
  const { text: title, href: self } = topicFeed(edition, topic);
  const about = { title, description: topic.description, page: edition.paths.topic(topic.id), self };
  return feedView(edition, about, briefingsOfTopic(edition, topic.id), bodyOf);
}

async function feedView(
  edition: Edition,
  about: Pick<FeedView, 'title' | 'description' | 'page' | 'self'>,
  briefings: readonly Entry<Briefing>[],
  bodyOf: BodyOf,
): Promise<FeedView> {
  const { paths, site } = edition;
  const items = briefings.slice(0, LATEST).map(async (entry) => ({
    link: paths.absolute(paths.briefing(entry.id)),
    publishedAt: entry.data.publishedAt,
    categories: entry.data.topics.map((id) => topicName(edition, id)),
    article: articleView(edition, entry, await bodyOf(entry)),
  }));
  return {
    ...about,
    page: paths.absolute(about.page),
    self: paths.absolute(about.self),
    language: site.language,
    items: await Promise.all(items),
  };
}
