import type { Edition } from '../newsroom/edition.ts';
import { xmlFile } from './xml.ts';

/** The name that a browser shows is that short (OpenSearch 1.1, "ShortName"). */
const LONGEST = 16;

/** Tells browsers how to search the site from where addresses are typed (OpenSearch 1.1 draft 6, github.com/dewitt/opensearch). */
export function openSearch({ site, paths, words }: Edition): string {
  return xmlFile({
    OpenSearchDescription: {
      '@_xmlns': 'http://a9.com/-/spec/opensearch/1.1/',
      ShortName: [...site.name].slice(0, LONGEST).join('').trim(),
      Description: words.search.browser(site.name),
      InputEncoding: 'UTF-8',
      Image: {
        '@_width': '32',
        '@_height': '32',
        '@_type': 'image/vnd.microsoft.icon',
        '#text': paths.absolute(paths.file('favicon.ico')),
      },
      Url: { '@_type': 'text/html', '@_template': `${paths.absolute(paths.search())}?q={searchTerms}` },
    },
  });
}
