import type { APIRoute } from 'astro';
import { rss } from '../../feeds/rss.ts';
import type { FeedView } from '../../newsroom/views/feed.ts';
import { feedPaths } from '../../static-paths.ts';

export function getStaticPaths() {
  return feedPaths();
}

export const GET: APIRoute<{ view: () => Promise<FeedView> }> = async ({ props }) =>
  new Response(rss(await props.view()), { headers: { 'Content-Type': 'application/rss+xml' } });
