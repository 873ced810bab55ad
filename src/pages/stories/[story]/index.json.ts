import type { APIRoute } from 'astro';
import { bodyOf } from '../../../bodies.ts';
import { edition } from '../../../edition.ts';
import { plainBodyHtml } from '../../../feeds/plain-body.ts';
import { makes } from '../../../newsroom/edition.ts';
import { publishedStory } from '../../../newsroom/views/published.ts';

export async function getStaticPaths() {
  if (!makes(edition, 'json')) return [];
  const { paths, stories } = edition;
  return Promise.all(
    stories.map(async (story) => {
      const background = plainBodyHtml(await bodyOf('stories', story.id), paths.absolute(paths.story(story.id)));
      return { params: { story: story.id }, props: { data: publishedStory(edition, story, background) } };
    }),
  );
}

export const GET: APIRoute<{ data: object }> = ({ props }) => Response.json(props.data);
