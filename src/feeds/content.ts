import { toHtml } from 'hast-util-to-html';
import { directionOf } from '../languages/index.ts';
import type { FeedItem } from '../newsroom/views/feed.ts';
import { articleHtml } from './article-html.ts';
import { element } from './element.ts';

/** The whole text of an item, HTML. @param feed the language of the feed that it is in. */
export function contentOf(item: FeedItem, feed: string): string {
  if (item.kind === 'article') return articleHtml(item.article, item.link);
  const { notice, language: lang } = item;
  const dir = directionOf(lang ?? feed);
  return toHtml(element('p', notice, lang === undefined ? (dir === 'rtl' ? { dir } : {}) : { lang, dir }));
}

/** What an item is about, in a sentence or two, HTML: programs read it as such. */
export function summaryOf(item: FeedItem): string {
  return toHtml({ type: 'text', value: item.kind === 'notice' ? item.notice : item.article.standfirst });
}
