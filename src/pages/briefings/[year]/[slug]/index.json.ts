import type { APIRoute } from 'astro';
import { bodyOf } from '../../../../bodies.ts';
import { edition } from '../../../../edition.ts';
import { plainBodyHtml } from '../../../../feeds/plain-body.ts';
import { makes } from '../../../../newsroom/edition.ts';
import { publishedBriefing, publishedNotice } from '../../../../newsroom/views/published.ts';

export async function getStaticPaths() {
  if (!makes(edition, 'json')) return [];
  const { paths } = edition;
  const told = edition.briefings.map(async (entry) => {
    const body = plainBodyHtml(await bodyOf('briefings', entry.id), paths.absolute(paths.briefing(entry.id)));
    return { id: entry.id, data: publishedBriefing(edition, entry, body) };
  });
  const withdrawn = edition.withdrawn.map((entry) => ({ id: entry.id, data: publishedNotice(edition, entry) }));
  return [...(await Promise.all(told)), ...withdrawn].map(({ id, data }) => {
    const [year, slug] = id.split('/');
    return { params: { year, slug }, props: { data } };
  });
}

export const GET: APIRoute<{ data: object }> = ({ props }) => Response.json(props.data);
