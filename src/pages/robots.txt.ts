import type { APIRoute } from 'astro';
import { edition } from '../edition.ts';
import { robots } from '../feeds/sitemap.ts';

const { paths } = edition;

export const GET: APIRoute = () =>
  new Response(robots([paths.sitemapIndex(), paths.newsSitemap()].map(paths.absolute)));
