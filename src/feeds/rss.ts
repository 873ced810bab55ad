import { getRssString } from '@astrojs/rss';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { ArticleItem, FeedView, WithdrawnItem } from '../newsroom/views/feed.ts';
import { articleHtml } from './article-html.ts';
import { xml } from './xml.ts';

/** RSS 2.0 (rssboard.org/rss-specification) with the whole text of each item, and its own address as RFC 4287 has it. */
export function rss({ title, description, page, self, language, items }: FeedView): Promise<string> {
  return getRssString({
    title,
    description,
    site: page,
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: xml({
      language,
      'atom:link': { '@_href': self, '@_rel': 'self', '@_type': 'application/rss+xml' },
    }),
    items: items.map((item) => ({
      title: item.headline,
      link: item.link,
      pubDate: new Date(item.publishedAt),
      ...(item.kind === 'withdrawn' ? noticeOf(item) : contentOf(item)),
    })),
  });
}

function contentOf({ link, categories, article }: ArticleItem) {
  return {
    description: asHtml(article.standfirst),
    categories,
    content: articleHtml(article, link),
    ...(article.byline && { customData: xml({ 'dc:creator': article.byline }) }),
  };
}

/** Instead of the text, so that programs replace what they have kept. */
function noticeOf({ notice }: WithdrawnItem) {
  return { description: asHtml(notice), content: toHtml(h('p', notice)) };
}

/** Programs read a description as HTML. */
function asHtml(text: string): string {
  return toHtml({ type: 'text', value: text });
}
