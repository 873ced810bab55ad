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
import { notes } from './notes.ts';
import { rehypeOwnImages } from './own-images.ts';
import { rehypeSiteLinks } from './site-links.ts';
import { rehypeTables } from './tables.ts';
import { rehypeTaskLists } from './task-lists.ts';
import { remarkTypography } from './typography.ts';

type Options = NonNullable<Parameters<typeof unified>[0]>;
type Plugins = Options['rehypePlugins'];

/**
 * Markdown (.md) is untrusted: raw HTML in it is read, and what is not allowed in a body is dropped.
 *
 * @param language of texts whose front matter names none, as a BCP 47 tag.
 */
export function markdownProcessor(paths: Paths, language: string) {
  return unified({ ...common(language), rehypePlugins: markdownPlugins(paths) });
}

/** What is done to the HTML of Markdown. */
export function markdownPlugins(paths: Paths) {
  return [rehypeRaw, [rehypeSanitize, bodyMarkup], ...afterwards(paths)] satisfies Plugins;
}

/** MDX (.mdx) is code and trusted as such: it passes as it is written. @param language as above. */
export function mdxProcessor(paths: Paths, language: string) {
  return unified({ ...common(language), rehypePlugins: afterwards(paths) });
}

const common = (language: string) => ({
  // Astro has GFM and typography of its own. They are switched off there so that remark-gfm is what acts, and that each text is set in
  // its own language.
  gfm: false,
  smartypants: false as const,
  remarkPlugins: [[remarkTypography, language], remarkGfm] satisfies Options['remarkPlugins'],
  remarkRehype: notes,
});

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
  ] satisfies Plugins;
}

function isElsewhere(paths: Paths) {
  const site = paths.absolute(paths.home());
  return ({ properties }: Element) => !String(properties.href).startsWith(site);
}
