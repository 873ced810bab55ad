import type { APIRoute } from 'astro';
import { bodyOf } from '../../../../bodies.ts';
import { edition } from '../../../../edition.ts';
import { briefingMarkdown, withdrawnMarkdown } from '../../../../feeds/markdown.ts';
import { makes } from '../../../../newsroom/edition.ts';
import { type ArticleView, articleView } from '../../../../newsroom/views/article.ts';
import { type WithdrawnView, withdrawnView } from '../../../../newsroom/views/briefing.ts';

type View = { article: ArticleView; link: string } | WithdrawnView;

export function getStaticPaths() {
  if (!makes(edition, 'markdown')) return [];
  const { paths } = edition;
  const told = edition.briefings.map((entry) => ({
    id: entry.id,
    view: async () => ({
      article: articleView(edition, entry, await bodyOf('briefings', entry.id)),
      link: paths.absolute(paths.briefing(entry.id)),
    }),
  }));
  const withdrawn = edition.withdrawn.map((entry) => ({
    id: entry.id,
    view: async () => withdrawnView(edition, entry),
  }));
  return [...told, ...withdrawn].map(({ id, view }) => {
    const [year, slug] = id.split('/');
    return { params: { year, slug }, props: { view } };
  });
}

export const GET: APIRoute<{ view: () => Promise<View> }> = async ({ props }) => {
  const view = await props.view();
  const text = 'article' in view ? briefingMarkdown(view.article, view.link) : withdrawnMarkdown(view);
  return new Response(text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
