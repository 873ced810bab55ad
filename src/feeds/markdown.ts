import type { ElementContent } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { wordsOf } from '../languages/index.ts';
import type { Edition } from '../newsroom/edition.ts';
import type { ArticleView } from '../newsroom/views/article.ts';
import type { WithdrawnView } from '../newsroom/views/briefing.ts';
import { articleTree } from './article-html.ts';
import { element } from './element.ts';

/**
 * A briefing as Markdown (GFM, RFC 7763): all that its page says, for programs and for people who like plain text.
 *
 * @param link its whole address.
 */
export function briefingMarkdown(article: ArticleView, link: string): string {
  const { headline, standfirst, published, updated, dateline, byline, translations } = article;
  const { briefing, comma, typedQuotes } = wordsOf(article.language);
  const dates = [`${briefing.published} ${published.text}`, updated ? `${briefing.thenUpdated} ${updated.text}` : []]
    .flat()
    .join(comma);
  return markdown(
    [
      element('h1', headline),
      element('p', standfirst),
      element('p', [
        [byline ?? [], dateline ?? [], dates].flat().join(' · '),
        element('br'),
        address(link),
        ...translations.flatMap(({ name, href }) => [element('br'), `${name}: `, address(new URL(href, link).href)]),
      ]),
      ...articleTree(article, link),
    ],
    typedQuotes,
  );
}

function address(link: string): ElementContent {
  return element('a', link, { href: link });
}

/** What stands in place of a briefing that was taken back. */
export function withdrawnMarkdown({ frame, headline, at, notice }: WithdrawnView): string {
  const { changes, comma } = wordsOf(frame.language);
  return markdown([element('h1', headline), element('p', `${changes.withdrawal}${comma}${at.text}: ${notice}`)]);
}

/** The briefings of the site as a list for language models (llmstxt.org), each in its Markdown form. */
export function llmsText({ site, paths, words, briefings }: Edition): string {
  return markdown([
    element('h1', site.name),
    element('blockquote', element('p', site.tagline)),
    element('h2', words.titles.briefings),
    element(
      'ul',
      briefings.map(({ id, data }) =>
        element('li', [
          element('a', data.headline, { href: paths.absolute(paths.briefingFile(id, 'md')) }),
          `: ${data.standfirst}`,
        ]),
      ),
    ),
  ]);
}

/** Made once: the expressions in them would be read anew for every briefing. */
const EXTENSIONS = [gfmToMarkdown()];

/**
 * @param children hast without anything that is only drawn.
 * @param quotes what words of others stand between: one mark for both sides, or two.
 */
export function markdown(children: ElementContent[], quotes = '"'): string {
  const tree = toMdast({ type: 'root', children }, { document: true, quotes: [quotes] });
  return toMarkdown(tree, { extensions: EXTENSIONS, bullet: '-', rule: '-', fences: true });
}
