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
 * @returns what renders a body: its text, with what `fastTree` has made of it where somebody knows that. The tree is changed.
 */
export function bodyRenderer(paths: Paths): (markdown: string, tree?: Root) => Rendered {
  let reference: ((markdown: string) => Rendered) | undefined;
  return (markdown, tree) => {
    const html = fastHtml(markdown, paths, tree);
    if (html !== undefined) return { html, images: [] };
    reference ??= loadReference().referenceRenderer(paths);
    return reference(markdown);
  };
}

/** Where a body needs it: to load its packages takes as long as to read a thousand files. */
function loadReference(): typeof import('./reference.ts') {
  return createRequire(import.meta.url)('./reference.ts');
}

/**
 * Renders a body without the pipeline of plugins.
 *
 * @returns the HTML that the pipeline makes of it (reference.ts), to the byte; nothing for a body that it must render.
 */
export function fastHtml(markdown: string, paths: Paths, tree = fastTree(markdown)): string | undefined {
  if (!tree) return undefined;
  setTypography(tree);
  return htmlOf(tree, paths);
}
