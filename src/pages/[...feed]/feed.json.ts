import type { APIRoute } from 'astro';
import { jsonFeed } from '../../feeds/json-feed.ts';
import type { FeedView } from '../../newsroom/views/feed.ts';
import { feedPaths } from '../../static-paths.ts';

export function getStaticPaths() {
  return feedPaths();
}

export const GET: APIRoute<{ view: () => Promise<FeedView> }> = async ({ props }) =>
  new Response(jsonFeed(await props.view()), { headers: { 'Content-Type': 'application/feed+json' } });
