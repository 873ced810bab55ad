import { toHtml } from 'hast-util-to-html';
import type { FeedItem } from '../newsroom/views/feed.ts';
import { articleHtml } from './article-html.ts';
import { element } from './element.ts';

/** The whole text of an item, HTML. */
export function contentOf(item: FeedItem): string {
  return item.kind === 'notice' ? toHtml(element('p', item.notice)) : articleHtml(item.article, item.link);
}

/** What an item is about, in a sentence or two, HTML: programs read it as such. */
export function summaryOf(item: FeedItem): string {
  return toHtml({ type: 'text', value: item.kind === 'notice' ? item.notice : item.article.standfirst });
}
