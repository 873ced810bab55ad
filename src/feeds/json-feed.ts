import type { FeedView } from '../newsroom/views/feed.ts';
import { contentOf } from './content.ts';

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). Older items are behind `next_url`. */
export function jsonFeed({ title, description, page, language, publisher, self, archive, items }: FeedView): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: page,
    feed_url: self['feed.json'],
    next_url: archive.older?.['feed.json'],
    language,
    authors: [{ name: publisher.name, url: publisher.page }],
    items: items.map((item) => ({
      id: item.link,
      url: item.link,
      title: item.headline,
      summary: item.kind === 'notice' ? item.notice : item.article.standfirst,
      content_html: contentOf(item, language),
      date_published: item.publishedAt,
      date_modified: item.updatedAt,
      language: item.language,
      ...(item.kind === 'article' && {
        tags: item.categories,
        authors: item.article.byline === undefined ? undefined : [{ name: item.article.byline }],
      }),
    })),
  });
}
