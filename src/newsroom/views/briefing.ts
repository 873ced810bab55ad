import type { Briefing } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import { type Published, publishedView } from '../cards.ts';
import { briefingsOfStory, type Edition, type Withdrawn } from '../edition.ts';
import { type Frame, frameOf, type Link, siteFeed } from '../frame.ts';
import { type ArticleView, articleView } from './article.ts';
import { storyFeed } from './story.ts';
import { topicFeed } from './topic.ts';

export interface BriefingView {
  frame: Frame;
  article: ArticleView;
  /** The briefings of its story before and after it. */
  earlier?: Link | undefined;
  later?: Link | undefined;
}

/** @param body its rendered body, HTML. */
export function briefingView(edition: Edition, entry: Entry<Briefing>, body: string): BriefingView {
  const article = articleView(edition, entry, body);
  const story = edition.stories.find(({ id }) => id === entry.data.story);
  const carried = edition.topics.filter(({ id }) => entry.data.topics.includes(id));
  const told = story ? briefingsOfStory(edition, story.id) : [];
  const place = told.findIndex(({ id }) => id === entry.id);
  return {
    frame: frameOf(edition, {
      title: article.headline,
      description: article.standfirst,
      path: article.href,
      feeds: [
        siteFeed(edition),
        ...(story ? [storyFeed(edition, story)] : []),
        ...carried.map((topic) => topicFeed(edition, topic)),
      ],
    }),
    article,
    earlier: linkTo(edition, told[place + 1]),
    later: linkTo(edition, told[place - 1]),
  };
}

/** What stands at the address of a briefing that was taken back. */
export interface WithdrawnView {
  frame: Frame;
  headline: string;
  published: Published;
  at: Published;
  notice: string;
  corrections: string;
}

export function withdrawnView(edition: Edition, { id, headline, publishedAt, at, notice }: Withdrawn): WithdrawnView {
  const { paths } = edition;
  return {
    frame: frameOf(edition, { title: `Withdrawn: ${headline}`, description: notice, path: paths.briefing(id) }),
    headline,
    published: publishedView(edition, publishedAt),
    at: publishedView(edition, at),
    notice,
    corrections: paths.corrections(),
  };
}

function linkTo({ paths }: Edition, entry: Entry<Briefing> | undefined): Link | undefined {
  return entry && { text: entry.data.headline, href: paths.briefing(entry.id) };
}
