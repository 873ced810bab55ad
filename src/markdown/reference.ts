import { rehypeHeadingIds, remarkCollectImages } from '@astrojs/markdown-remark';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import type { Paths } from '../paths.ts';
import { notes } from './notes.ts';
import { markdownPlugins } from './pipeline.ts';
import { typographyOf } from './typography.ts';

/** A body as HTML. */
export interface Rendered {
  html: string;
  /** Addresses of images beside the text. Only Astro can build them: a body with any is for it to render. */
  images: readonly string[];
}

/**
 * The pipeline of plugins that Astro renders Markdown with (createMarkdownProcessor of @astrojs/markdown-remark), as a
 * function of the text alone.
 *
 * @param language of the texts, as a BCP 47 tag.
 */
export function referenceRenderer(paths: Paths, language: string): (markdown: string) => Rendered {
  const processor = unified()
    .use(remarkParse)
    .use(remarkSmartypants, typographyOf(language))
    .use(remarkGfm)
    .use(remarkCollectImages, {})
    .use(remarkRehype, { allowDangerousHtml: true, passThrough: [], ...notes })
    .use(markdownPlugins(paths))
    .use(rehypeHeadingIds)
    .use(rehypeRaw)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .freeze();
  return (markdown) => {
    // Images are collected for files that have a name.
    const file = processor.processSync({ value: `\n${markdown}`, path: 'body.md' });
    return { html: String(file), images: file.data.astro?.localImagePaths ?? [] };
  };
}
