import type { Briefing } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import type { Story } from '../../schemas/story.ts';
import type { Topic } from '../../schemas/topic.ts';
import { publishedView } from '../cards.ts';
import type { Edition, Withdrawn } from '../edition.ts';
import { type ArticleView, articleView } from './article.ts';
import { storyFeed } from './story.ts';
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

export type FeedItem = ArticleItem | WithdrawnItem;

interface Item {
  /** The address of the briefing, and its id for good. */
  link: string;
  headline: string;
  /** An instant with its offset. */
  publishedAt: string;
}

export interface ArticleItem extends Item {
  kind: 'article';
  categories: string[];
  article: ArticleView;
}

/** What stays of a briefing that was taken back, so that programs replace what they have of it. */
export interface WithdrawnItem extends Item {
  kind: 'withdrawn';
  /** "Withdrawn, 27 January 2026: …" */
  notice: string;
}

/** Gives the rendered body of a briefing, HTML. */
export type BodyOf = (entry: Entry<Briefing>) => Promise<string>;

const LATEST = 50;

export async function siteFeedView(edition: Edition, bodyOf: BodyOf): Promise<FeedView> {
  const { site, paths } = edition;
  const { name: title, tagline: description } = site;
  return feedView(edition, { title, description, page: paths.home(), self: paths.siteFeed() }, () => true, bodyOf);
}

export async function topicFeedView(edition: Edition, topic: Topic, bodyOf: BodyOf): Promise<FeedView> {
  const { text: title, href: self } = topicFeed(edition, topic);
  const about = { title, description: topic.description, page: edition.paths.topic(topic.id), self };
  return feedView(edition, about, ({ topics }) => topics.includes(topic.id), bodyOf);
}

export async function storyFeedView(edition: Edition, story: Entry<Story>, bodyOf: BodyOf): Promise<FeedView> {
  const { text: title, href: self } = storyFeed(edition, story);
  const about = { title, description: story.data.standfirst, page: edition.paths.story(story.id), self };
  return feedView(edition, about, (briefing) => briefing.story === story.id, bodyOf);
}

async function feedView(
  edition: Edition,
  about: Pick<FeedView, 'title' | 'description' | 'page' | 'self'>,
  belongs: (briefing: Pick<Briefing, 'story' | 'topics'>) => boolean,
  bodyOf: BodyOf,
): Promise<FeedView> {
  const { paths, site } = edition;
  const latest = [
    ...edition.briefings.filter(({ data }) => belongs(data)).map((entry) => ({ at: entry.data.publishedAt, entry })),
    // Where it was taken back, so that programs that have an old one see the notice.
    ...edition.withdrawn.filter(belongs).map((withdrawn) => ({ at: withdrawn.at, withdrawn })),
  ]
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, LATEST);
  const items = latest.map((item) =>
    'entry' in item ? articleItem(edition, item.entry, bodyOf) : withdrawnItem(edition, item.withdrawn),
  );
  return {
    ...about,
    page: paths.absolute(about.page),
    self: paths.absolute(about.self),
    language: site.language,
    items: await Promise.all(items),
  };
}

async function articleItem(edition: Edition, entry: Entry<Briefing>, bodyOf: BodyOf): Promise<FeedItem> {
  const { paths } = edition;
  const article = articleView(edition, entry, await bodyOf(entry));
  return {
    kind: 'article',
    link: paths.absolute(article.href),
    headline: article.headline,
    publishedAt: entry.data.publishedAt,
    categories: article.topics.map(({ text }) => text),
    article,
  };
}

function withdrawnItem(edition: Edition, { id, headline, publishedAt, at, notice }: Withdrawn): FeedItem {
  const { paths } = edition;
  return {
    kind: 'withdrawn',
    link: paths.absolute(paths.briefing(id)),
    headline: `Withdrawn: ${headline}`,
    publishedAt,
    notice: `Withdrawn, ${publishedView(edition, at).text}: ${notice}`,
  };
}
