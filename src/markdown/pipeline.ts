import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark';
import type { Element } from 'hast';
import rehypeAutolinkHeadings from 'rehype-autolink-headings';
import rehypeExternalLinks from 'rehype-external-links';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import type { Paths } from '../paths.ts';
import { headingAnchors, rehypeHeadings } from './headings.ts';
import { bodyMarkup } from './markup.ts';
import { rehypeOwnImages } from './own-images.ts';
import { rehypeSiteLinks } from './site-links.ts';
import { rehypeTables } from './tables.ts';
import { rehypeTaskLists } from './task-lists.ts';

/** Markdown (.md) is untrusted: raw HTML in it is read, and what is not allowed in a body is dropped. */
export function markdownProcessor(paths: Paths) {
  return unified({ ...common, rehypePlugins: [rehypeRaw, [rehypeSanitize, bodyMarkup], ...afterwards(paths)] });
}

/** MDX (.mdx) is code and trusted as such: it passes as it is written. */
export function mdxProcessor(paths: Paths) {
  return unified({ ...common, rehypePlugins: afterwards(paths) });
}

const common = {
  // Astro has GFM and typography of its own; GFM is switched off there so that remark-gfm is what acts.
  gfm: false,
  // "--" is an en dash and "---" an em dash.
  smartypants: { dashes: 'oldschool' as const },
  remarkPlugins: [remarkGfm],
  remarkRehype: {
    // A capital, which no id of a heading has. Ids of footnotes are made here and nowhere else, see markup.ts.
    clobberPrefix: 'Note-',
    footnoteLabel: 'Notes',
    footnoteLabelProperties: {},
    footnoteBackLabel: (reference: number, again: number) =>
      `Back to where note ${reference + 1}${again > 1 ? ` is named for the ${ordinal(again)} time` : ' is named'}`,
  },
};

function afterwards(paths: Paths) {
  return [
    rehypeHeadings,
    rehypeHeadingIds,
    [rehypeAutolinkHeadings, headingAnchors],
    rehypeTaskLists,
    rehypeTables,
    [rehypeSiteLinks, paths],
    [rehypeOwnImages, paths],
    [rehypeExternalLinks, { rel: ['external'], protocols: ['http', 'https'], test: isElsewhere(paths) }],
  ] satisfies NonNullable<Parameters<typeof unified>[0]>['rehypePlugins'];
}

function isElsewhere(paths: Paths) {
  const site = paths.absolute(paths.home());
  return ({ properties }: Element) => !String(properties.href).startsWith(site);
}

function ordinal(number: number): string {
  return ['first', 'second', 'third'][number - 1] ?? `${number}th`;
}
