import type { FeedView } from '../newsroom/views/feed.ts';
import { contentOf, summaryOf } from './content.ts';
import { xmlFile } from './xml.ts';

/** Atom 1.0 (RFC 4287), with its archives as RFC 5005 has them. `updated` moves with the content and with nothing else. */
export function atom({
  title,
  description,
  page,
  language,
  describedIn,
  publisher,
  licence,
  updatedAt,
  self,
  archive,
  items,
}: FeedView): string {
  const link = (rel: string, address: string | undefined, type: string) =>
    address === undefined ? [] : [{ '@_rel': rel, '@_type': type, '@_href': address }];
  const feed = 'application/atom+xml';
  return xmlFile({
    feed: {
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      '@_xmlns:fh': 'http://purl.org/syndication/history/1.0',
      '@_xml:lang': language,
      // The archives are parts of the feed that goes on.
      id: (archive.current ?? self)['atom.xml'],
      title,
      subtitle: describedIn === undefined ? description : { '@_xml:lang': describedIn, '#text': description },
      updated: updatedAt,
      author: { name: publisher.name, uri: publisher.page },
      ...(licence !== undefined && { rights: licence }),
      ...(archive.current && { 'fh:archive': '' }),
      link: [
        ...link('self', self['atom.xml'], feed),
        ...link('alternate', page, 'text/html'),
        ...link('current', archive.current?.['atom.xml'], feed),
        ...link('prev-archive', archive.older?.['atom.xml'], feed),
        ...link('next-archive', archive.newer?.['atom.xml'], feed),
      ],
      entry: items.map((item) => ({
        ...(item.language !== undefined && { '@_xml:lang': item.language }),
        id: item.link,
        title: item.headline,
        link: link('alternate', item.link, 'text/html'),
        published: item.publishedAt,
        updated: item.updatedAt,
        ...(item.kind === 'article' && item.article.byline !== undefined && { author: { name: item.article.byline } }),
        category: item.kind === 'article' ? item.categories.map((term) => ({ '@_term': term })) : [],
        summary: { '@_type': 'html', '#text': summaryOf(item) },
        content: { '@_type': 'html', '#text': contentOf(item, language) },
      })),
    },
  });
}
