import { getRssString } from '@astrojs/rss';
import { toHtml } from 'hast-util-to-html';
import type { FeedView } from '../newsroom/views/feed.ts';
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
    items: items.map(({ link, publishedAt, categories, article }) => ({
      title: article.headline,
      link,
      // Programs read it as HTML.
      description: toHtml({ type: 'text', value: article.standfirst }),
      pubDate: new Date(publishedAt),
      categories,
      content: articleHtml(article, link),
      ...(article.byline && { customData: xml({ 'dc:creator': article.byline }) }),
    })),
  });
}
