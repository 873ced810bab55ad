import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark';
import rehypeExternalLinks from 'rehype-external-links';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import type { Paths } from '../paths.ts';
import { rehypeHeadingAnchors } from './heading-anchors.ts';
import { bodyMarkup } from './markup.ts';

import { rehypeSiteLinks } from './site-links.ts';
import { rehypeTables } from './tables.ts';

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
    // Ids of footnotes are made here and nowhere else, see markup.ts.
    clobberPrefix: '',
    footnoteLabel: 'Notes',
    footnoteLabelProperties: {},
    footnoteBackLabel: (reference: number, again: number) =>
      `Back to where note ${reference + 1}${again > 1 ? ` is named for the ${ordinal(again)} time` : ' is named'}`,
  },
};

function afterwards(paths: Paths) {
  return [
    rehypeHeadingIds,
    rehypeHeadingAnchors,
    rehypeTables,
    [rehypeSiteLinks, paths],
    [rehypeExternalLinks, { rel: ['external'], protocols: ['http', 'https'] }],
  ] satisfies NonNullable<Parameters<typeof unified>[0]>['rehypePlugins'];
}

function ordinal(number: number): string {
  return ['first', 'second', 'third'][number - 1] ?? `${number}th`;
}
