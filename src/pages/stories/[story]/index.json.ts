import type { APIRoute } from 'astro';
import { bodyOf } from '../../../bodies.ts';
import { edition } from '../../../edition.ts';
import { plainBodyHtml } from '../../../feeds/plain-body.ts';
import { makes } from '../../../newsroom/edition.ts';
import { publishedStory } from '../../../newsroom/views/published.ts';
import type { PublishedStory } from '../../../schemas/published.ts';

export function getStaticPaths() {
  if (!makes(edition, 'json')) return [];
  return edition.stories.map((story) => ({
    params: { story: story.id },
    props: { view: async () => publishedStory(edition, story, (await bodyOf('stories', story.id)).html) },
  }));
}

export const GET: APIRoute<{ view: () => Promise<PublishedStory> }> = async ({ props }) => {
  const story = await props.view();
  return Response.json({ ...story, background: plainBodyHtml(story.background, story.url) });
};
