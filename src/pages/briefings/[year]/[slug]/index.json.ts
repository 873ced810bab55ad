import type { APIRoute } from 'astro';
import { bodyOf } from '../../../../bodies.ts';
import { edition } from '../../../../edition.ts';
import { plainBodyHtml } from '../../../../feeds/plain-body.ts';
import { makes } from '../../../../newsroom/edition.ts';
import { publishedBriefing, publishedNotice } from '../../../../newsroom/views/published.ts';
import type { PublishedBriefing } from '../../../../schemas/published.ts';

export function getStaticPaths() {
  if (!makes(edition, 'json')) return [];
  const told = edition.briefings.map((entry) => ({
    id: entry.id,
    view: async () => publishedBriefing(edition, entry, await bodyOf('briefings', entry.id)),
  }));
  const withdrawn = edition.withdrawn.map((entry) => ({
    id: entry.id,
    view: async () => publishedNotice(edition, entry),
  }));
  return [...told, ...withdrawn].map(({ id, view }) => {
    const [year, slug] = id.split('/');
    return { params: { year, slug }, props: { view } };
  });
}

export const GET: APIRoute<{ view: () => Promise<PublishedBriefing> }> = async ({ props }) => {
  const briefing = await props.view();
  return Response.json(
    'body' in briefing ? { ...briefing, body: plainBodyHtml(briefing.body, briefing.url) } : briefing,
  );
};
