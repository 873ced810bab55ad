import type { Edition } from '../newsroom/edition.ts';
import { offeredFeeds } from '../newsroom/feeds.ts';
import { xmlFile } from './xml.ts';

/** Every feed of the site, to be taken over by a program that reads feeds (OPML 2.0, opml.org/spec2.opml). */
export function opml(edition: Edition): string {
  const { site, paths } = edition;
  return xmlFile({
    opml: {
      '@_version': '2.0',
      head: { title: site.name },
      body: {
        outline: offeredFeeds(edition).map(({ title, description, folder, page, language }) => ({
          '@_type': 'rss',
          '@_text': title,
          '@_title': title,
          '@_description': description,
          '@_xmlUrl': paths.absolute(paths.feed(folder, 'rss.xml')),
          '@_htmlUrl': paths.absolute(page),
          ...(language !== undefined && { '@_language': language }),
        })),
      },
    },
  });
}
