import type { NewsEntry, SitemapEntry } from '../newsroom/views/sitemap.ts';
import { xmlFile } from './xml.ts';

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * One file of addresses (sitemaps.org/protocol), with the languages of a page as its extension has them
 * (developers.google.com/search/docs/specialty/international/localized-versions).
 */
export function sitemap(entries: readonly SitemapEntry[]): string {
  const url = entries.map(({ address, changedAt, languages = [] }) => ({
    loc: address,
    ...(changedAt && { lastmod: changedAt }),
    'xhtml:link': languages.map(({ hreflang, href }) => ({
      '@_rel': 'alternate',
      '@_hreflang': hreflang,
      '@_href': href,
    })),
  }));
  const hasLanguages = entries.some(({ languages = [] }) => languages.length > 0);
  const xhtml = hasLanguages && { '@_xmlns:xhtml': 'http://www.w3.org/1999/xhtml' };
  return xmlFile({ urlset: { '@_xmlns': XMLNS, ...xhtml, url } });
}

/**
 * A sitemap of news (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).
 *
 * @param language that of the publication, a BCP 47 tag.
 */
export function newsSitemapFile(entries: readonly NewsEntry[], name: string, language: string): string {
  const url = entries.map(({ address, headline, publishedAt, language: own = language }) => ({
    loc: address,
    'news:news': {
      'news:publication': { 'news:name': name, 'news:language': newsLanguage(own) },
      'news:publication_date': publishedAt,
      'news:title': headline,
    },
  }));
  return xmlFile({
    urlset: { '@_xmlns': XMLNS, '@_xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9', url },
  });
}

/** As the format names languages: by their subtags alone, and Chinese by where its script is written. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}

/** @param addresses whole addresses of the files. */
export function sitemapIndex(addresses: readonly string[]): string {
  return xmlFile({ sitemapindex: { '@_xmlns': XMLNS, sitemap: addresses.map((loc) => ({ loc })) } });
}

/** Everything may be read by everyone (RFC 9309). */
export function robots(sitemaps: readonly string[]): string {
  return `User-agent: *\nAllow: /\n\n${sitemaps.map((address) => `Sitemap: ${address}\n`).join('')}`;
}
