import type { APIRoute } from 'astro';
import { bodyOf } from '../../../../bodies.ts';
import { edition } from '../../../../edition.ts';
import { briefingMarkdown, withdrawnMarkdown } from '../../../../feeds/markdown.ts';
import { makes } from '../../../../newsroom/edition.ts';
import { articleView } from '../../../../newsroom/views/article.ts';
import { withdrawnView } from '../../../../newsroom/views/briefing.ts';

export async function getStaticPaths() {
  if (!makes(edition, 'markdown')) return [];
  const { paths } = edition;
  const told = edition.briefings.map(async (entry) => {
    const article = articleView(edition, entry, await bodyOf('briefings', entry.id));
    return { id: entry.id, text: briefingMarkdown(article, paths.absolute(article.href)) };
  });
  const withdrawn = edition.withdrawn.map((entry) => ({
    id: entry.id,
    text: withdrawnMarkdown(withdrawnView(edition, entry)),
  }));
  return [...(await Promise.all(told)), ...withdrawn].map(({ id, text }) => {
    const [year, slug] = id.split('/');
    return { params: { year, slug }, props: { text } };
  });
}

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
