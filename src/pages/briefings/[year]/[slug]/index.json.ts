import type { APIRoute } from 'astro';
import { edition } from '../../../../edition.ts';
import { plainBodyHtml } from '../../../../feeds/plain-body.ts';
import type { Body } from '../../../../newsroom/body.ts';
import { makes } from '../../../../newsroom/edition.ts';
import { publishedBriefing, publishedNotice } from '../../../../newsroom/views/published.ts';
import type { PublishedBriefing } from '../../../../schemas/published.ts';
import { briefingPaths } from '../../../../static-paths.ts';

/** The text comes in where the file is made. */
interface View {
  briefing: PublishedBriefing;
  body?: Body;
}

export function getStaticPaths() {
  if (!makes(edition, 'json')) return [];
  return briefingPaths<View>({
    told: (entry, body) => ({ briefing: publishedBriefing(edition, entry, ''), body }),
    withdrawn: (entry) => ({ briefing: publishedNotice(edition, entry) }),
  });
}

export const GET: APIRoute<{ view: () => Promise<View> }> = async ({ props }) => {
  const { briefing, body } = await props.view();
  return Response.json(body ? { ...briefing, body: plainBodyHtml(body.html, briefing.url) } : briefing);
};
