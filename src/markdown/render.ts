import { createRequire } from 'node:module';
import type { Root } from 'mdast';
import type { Paths } from '../paths.ts';
import { htmlOf } from './html.ts';
import type { Rendered } from './reference.ts';
import { fastTree } from './tree.ts';
import { setTypography } from './typography.ts';

/**
 * Renders bodies of Markdown (.md), each in the fastest way that gives the HTML of the pipeline of plugins.
 *
 * @returns what renders a body: its text, the language of it as a BCP 47 tag, and what `fastTree` has made of it where somebody knows
 *   that. The tree is changed.
 */
export function bodyRenderer(paths: Paths): (markdown: string, language: string, tree?: Root) => Rendered {
  const references = new Map<string, (markdown: string) => Rendered>();
  return (markdown, language, tree) => {
    const html = fastHtml(markdown, { paths, language }, tree);
    if (html !== undefined) return { html, images: [] };
    const reference = references.get(language) ?? loadReference().referenceRenderer(paths, language);
    references.set(language, reference);
    return reference(markdown);
  };
}

/** Where a body needs it: to load its packages takes as long as to read a thousand files. */
function loadReference(): typeof import('./reference.ts') {
  return createRequire(import.meta.url)('./reference.ts');
}

/** What a body is rendered for. */
interface Setting {
  paths: Paths;
  /** A BCP 47 tag. */
  language: string;
}

/**
 * Renders a body without the pipeline of plugins.
 *
 * @returns the HTML that the pipeline makes of it (reference.ts), to the byte; nothing for a body that it must render.
 */
export function fastHtml(
  markdown: string,
  { paths, language }: Setting,
  tree = fastTree(markdown),
): string | undefined {
  if (!tree) return undefined;
  setTypography(tree, language);
  return htmlOf(tree, paths);
}
