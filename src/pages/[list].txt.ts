import type { APIRoute } from 'astro';
import { edition } from '../edition.ts';
import { llmsText } from '../feeds/markdown.ts';
import { makes } from '../newsroom/edition.ts';

/** llms.txt, as a route that can be without any file. */
export function getStaticPaths() {
  return makes(edition, 'markdown') ? [{ params: { list: 'llms' } }] : [];
}

export const GET: APIRoute = () => new Response(llmsText(edition));
