import type { APIRoute } from 'astro';
import { edition } from '../../../../edition.ts';
import { briefingMarkdown, withdrawnMarkdown } from '../../../../feeds/markdown.ts';
import { makes } from '../../../../newsroom/edition.ts';
import { type ArticleView, articleView } from '../../../../newsroom/views/article.ts';
import { type WithdrawnView, withdrawnView } from '../../../../newsroom/views/briefing.ts';
import { briefingPaths } from '../../../../static-paths.ts';

type View = { article: ArticleView; link: string } | WithdrawnView;

export function getStaticPaths() {
  if (!makes(edition, 'markdown')) return [];
  const { paths } = edition;
  return briefingPaths<View>({
    told: (entry, body) => ({
      article: articleView(edition, entry, body),
      link: paths.absolute(paths.briefing(entry.id)),
    }),
    withdrawn: (entry) => withdrawnView(edition, entry),
  });
}

export const GET: APIRoute<{ view: () => Promise<View> }> = async ({ props }) => {
  const view = await props.view();
  const text = 'article' in view ? briefingMarkdown(view.article, view.link) : withdrawnMarkdown(view);
  return new Response(text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
