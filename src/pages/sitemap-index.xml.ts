import type { APIRoute } from 'astro';
import { edition } from '../edition.ts';
import { sitemapIndex } from '../feeds/sitemap.ts';
import { sitemaps } from '../newsroom/views/sitemap.ts';

const { paths } = edition;

export const GET: APIRoute = () =>
  new Response(sitemapIndex(sitemaps(edition).map((_, index) => paths.absolute(paths.sitemap(index + 1)))), {
    headers: { 'Content-Type': 'application/xml' },
  });
