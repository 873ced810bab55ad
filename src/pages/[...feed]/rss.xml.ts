import type { APIRoute } from 'astro';
import { bodyOf } from '../../bodies.ts';
import { edition } from '../../edition.ts';
import { rss } from '../../feeds/rss.ts';
import { type FeedView, feedFolders } from '../../newsroom/views/feed.ts';

export function getStaticPaths() {
  return feedFolders(edition, ({ id }) => bodyOf('briefings', id)).map((feed) => ({
    params: { feed: feed.folder || undefined },
    props: { view: feed.view },
  }));
}

export const GET: APIRoute<{ view: () => Promise<FeedView> }> = async ({ props }) =>
  new Response(rss(await props.view()), { headers: { 'Content-Type': 'application/rss+xml' } });
