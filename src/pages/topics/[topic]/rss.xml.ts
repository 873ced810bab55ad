import type { APIRoute } from 'astro';
import { bodyOf } from '../../../bodies.ts';
import { edition } from '../../../edition.ts';
import { rss } from '../../../feeds/rss.ts';
import { type FeedView, topicFeedView } from '../../../newsroom/views/feed.ts';

export async function getStaticPaths() {
  return Promise.all(
    edition.topics.map(async (topic) => ({
      params: { topic: topic.id },
      props: { view: await topicFeedView(edition, topic, ({ id }) => bodyOf('briefings', id)) },
    })),
  );
}

export const GET: APIRoute<{ view: FeedView }> = async ({ props }) =>
  new Response(await rss(props.view), { headers: { 'Content-Type': 'application/rss+xml' } });
