import type { APIRoute } from 'astro';
import { bodyOf } from '../bodies.ts';
import { edition } from '../edition.ts';
import { rss } from '../feeds/rss.ts';
import { siteFeedView } from '../newsroom/views/feed.ts';

export const GET: APIRoute = async () =>
  new Response(await rss(await siteFeedView(edition, ({ id }) => bodyOf('briefings', id))), {
    headers: { 'Content-Type': 'application/rss+xml' },
  });
