import type { Briefing } from '../../schemas/briefing.ts';
import type { Entry } from '../../schemas/publication.ts';
import type { Edition } from '../edition.ts';
import { type Frame, frameOf, siteFeed } from '../frame.ts';
import { type ArticleView, articleView } from './article.ts';
import { topicFeed } from './topic.ts';

export interface BriefingView {
  frame: Frame;
  article: ArticleView;
}

/** @param body its rendered body, HTML. */
export function briefingView(edition: Edition, entry: Entry<Briefing>, body: string): BriefingView {
  const article = articleView(edition, entry, body);
  const carried = edition.topics.filter(({ id }) => entry.data.topics.includes(id));
  return {
    frame: frameOf(edition, {
      title: article.headline,
      description: article.standfirst,
      path: article.href,
      feeds: [siteFeed(edition), ...carried.map((topic) => topicFeed(edition, topic))],
    }),
    article,
  };
}
