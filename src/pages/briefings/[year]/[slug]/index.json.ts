import type { APIRoute } from 'astro';
import { bodyOf } from '../../../../bodies.ts';
import { edition } from '../../../../edition.ts';
import { plainBodyHtml } from '../../../../feeds/plain-body.ts';
import type { Body } from '../../../../newsroom/body.ts';
import { makes } from '../../../../newsroom/edition.ts';
import { publishedBriefing, publishedNotice } from '../../../../newsroom/views/published.ts';
import type { PublishedBriefing } from '../../../../schemas/published.ts';

/** The text comes in where the file is made. */
interface View {
  briefing: PublishedBriefing;
  body?: Body;
}

export function getStaticPaths() {
  if (!makes(edition, 'json')) return [];
  const told = edition.briefings.map((entry) => ({
    id: entry.id,
    view: async (): Promise<View> => ({
      briefing: publishedBriefing(edition, entry, ''),
      body: await bodyOf('briefings', entry.id),
    }),
  }));
  const withdrawn = edition.withdrawn.map((entry) => ({
    id: entry.id,
    view: async (): Promise<View> => ({ briefing: publishedNotice(edition, entry) }),
  }));
  return [...told, ...withdrawn].map(({ id, view }) => {
    const [year, slug] = id.split('/');
    return { params: { year, slug }, props: { view } };
  });
}

export const GET: APIRoute<{ view: () => Promise<View> }> = async ({ props }) => {
  const { briefing, body } = await props.view();
  return Response.json(body ? { ...briefing, body: plainBodyHtml(body.html, briefing.url) } : briefing);
};
