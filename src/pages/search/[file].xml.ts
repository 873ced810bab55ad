import type { APIRoute } from 'astro';
import { edition } from '../../edition.ts';
import { openSearch } from '../../feeds/opensearch.ts';
import { makes } from '../../newsroom/edition.ts';

/** opensearch.xml, as a route that can be without any file. */
export function getStaticPaths() {
  return makes(edition, 'search') ? [{ params: { file: 'opensearch' } }] : [];
}

export const GET: APIRoute = () => new Response(openSearch(edition));
