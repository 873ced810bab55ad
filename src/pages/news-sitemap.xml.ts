import type { APIRoute } from 'astro';
import { edition } from '../edition.ts';
import { newsSitemapFile } from '../feeds/sitemap.ts';
import { newsSitemap } from '../newsroom/views/sitemap.ts';

const { name, language } = edition.site;

export const GET: APIRoute = () =>
  new Response(newsSitemapFile(newsSitemap(edition), name, language), {
    headers: { 'Content-Type': 'application/xml' },
  });
