import type { APIRoute } from 'astro';
import { bodyOf } from '../../../bodies.ts';
import { edition } from '../../../edition.ts';
import { rss } from '../../../feeds/rss.ts';
import { type FeedView, storyFeedView } from '../../../newsroom/views/feed.ts';

export async function getStaticPaths() {
  return Promise.all(
    edition.stories.map(async (story) => ({
      params: { story: story.id },
      props: { view: await storyFeedView(edition, story, ({ id }) => bodyOf('briefings', id)) },
    })),
  );
}

export const GET: APIRoute<{ view: FeedView }> = async ({ props }) =>
  new Response(await rss(props.view), { headers: { 'Content-Type': 'application/rss+xml' } });
