import type { APIRoute } from 'astro';
import { edition } from '../edition.ts';
import { sitemap } from '../feeds/sitemap.ts';
import { type SitemapEntry, sitemaps } from '../newsroom/views/sitemap.ts';

export function getStaticPaths() {
  return sitemaps(edition).map((entries, index) => ({
    params: { part: String(index + 1) },
    props: { view: () => entries },
  }));
}

export const GET: APIRoute<{ view: () => SitemapEntry[] }> = ({ props }) =>
  new Response(sitemap(props.view()), { headers: { 'Content-Type': 'application/xml' } });
