import type { FeedView } from '../newsroom/views/feed.ts';
import { contentOf, summaryOf } from './content.ts';
import { xmlFile } from './xml.ts';

/**
 * RSS 2.0 (rssboard.org/rss-specification) with the whole text of each item, and with the feed's own address, its archives
 * (RFC 5005) and the time of the last change of each item as Atom (RFC 4287) has them.
 */
export function rss({ title, description, page, language, updatedAt, self, archive, items }: FeedView): string {
  const link = (rel: string, address: string | undefined) =>
    address === undefined ? [] : [{ '@_rel': rel, '@_href': address, '@_type': 'application/rss+xml' }];
  return xmlFile({
    rss: {
      '@_version': '2.0',
      '@_xmlns:atom': 'http://www.w3.org/2005/Atom',
      '@_xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      '@_xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      '@_xmlns:fh': 'http://purl.org/syndication/history/1.0',
      channel: {
        title,
        link: page,
        description,
        language,
        lastBuildDate: rfc822(updatedAt),
        ...(archive.current && { 'fh:archive': '' }),
        'atom:link': [
          ...link('self', self['rss.xml']),
          ...link('current', archive.current?.['rss.xml']),
          ...link('prev-archive', archive.older?.['rss.xml']),
          ...link('next-archive', archive.newer?.['rss.xml']),
        ],
        item: items.map((item) => ({
          title: item.headline,
          link: item.link,
          guid: { '@_isPermaLink': 'true', '#text': item.link },
          pubDate: rfc822(item.publishedAt),
          'atom:updated': item.updatedAt,
          ...(item.language !== undefined && { 'dc:language': item.language }),
          ...(item.kind === 'article' && item.article.byline !== undefined && { 'dc:creator': item.article.byline }),
          category: item.kind === 'article' ? item.categories : [],
          description: summaryOf(item),
          'content:encoded': contentOf(item, language),
        })),
      },
    },
  });
}

/** "Mon, 26 Jan 2026 18:30:00 GMT" */
function rfc822(instant: string): string {
  return new Date(instant).toUTCString();
}
