import type { APIRoute } from 'astro';
import { bodyOf } from '../../bodies.ts';
import { edition } from '../../edition.ts';
import { jsonFeed } from '../../feeds/json-feed.ts';
import { type FeedView, feedFolders } from '../../newsroom/views/feed.ts';

export function getStaticPaths() {
  return feedFolders(edition, ({ id }) => bodyOf('briefings', id)).map((feed) => ({
    params: { feed: feed.folder || undefined },
    props: { view: feed.view },
  }));
}

export const GET: APIRoute<{ view: () => Promise<FeedView> }> = async ({ props }) =>
  new Response(jsonFeed(await props.view()), { headers: { 'Content-Type': 'application/feed+json' } });
