import type { APIRoute } from 'astro';
import { bodyOf } from '../../bodies.ts';
import { edition } from '../../edition.ts';
import { rss } from '../../feeds/rss.ts';
import { type FeedFolder, feedFolders } from '../../newsroom/views/feed.ts';

export function getStaticPaths() {
  return feedFolders(edition, ({ id }) => bodyOf('briefings', id)).map((feed) => ({
    params: { feed: feed.folder || undefined },
    props: { feed },
  }));
}

export const GET: APIRoute<{ feed: FeedFolder }> = async ({ props }) =>
  new Response(rss(await props.feed.view()), { headers: { 'Content-Type': 'application/rss+xml' } });
