import type { SitemapEntry } from '../newsroom/views/sitemap.ts';
import { xmlFile } from './xml.ts';

const XMLNS = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** One file of addresses (sitemaps.org/protocol). */
export function sitemap(entries: readonly SitemapEntry[]): string {
  const url = entries.map(({ address, changedAt }) => ({ loc: address, ...(changedAt && { lastmod: changedAt }) }));
  return xmlFile({ urlset: { '@_xmlns': XMLNS, url } });
}

/** @param addresses whole addresses of the files. */
export function sitemapIndex(addresses: readonly string[]): string {
  return xmlFile({ sitemapindex: { '@_xmlns': XMLNS, sitemap: addresses.map((loc) => ({ loc })) } });
}

/** Everything may be read by everyone (RFC 9309). */
export function robots(sitemapAddress: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemapAddress}\n`;
}
