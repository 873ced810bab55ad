import type { APIRoute } from 'astro';
import { edition } from '../edition.ts';
import { manifest } from '../metadata/manifest.ts';

export const GET: APIRoute = () =>
  new Response(manifest(edition), { headers: { 'Content-Type': 'application/manifest+json' } });
