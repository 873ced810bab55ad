import type { APIRoute } from 'astro';
import { atom } from '../../feeds/atom.ts';
import type { FeedView } from '../../newsroom/views/feed.ts';
import { feedPaths } from '../../static-paths.ts';

export function getStaticPaths() {
  return feedPaths();
}

export const GET: APIRoute<{ view: () => Promise<FeedView> }> = async ({ props }) =>
  new Response(atom(await props.view()), { headers: { 'Content-Type': 'application/atom+xml' } });
