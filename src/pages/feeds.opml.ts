import type { APIRoute } from 'astro';
import { edition } from '../edition.ts';
import { opml } from '../feeds/opml.ts';

export const GET: APIRoute = () => new Response(opml(edition), { headers: { 'Content-Type': 'text/x-opml' } });
