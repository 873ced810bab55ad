import type { Root } from 'mdast';
import type { Paths } from '../paths.ts';
import { htmlOf } from './html.ts';
import { type Rendered, referenceRenderer } from './reference.ts';
import { fastTree } from './tree.ts';
import { setTypography } from './typography.ts';

/**
 * Renders bodies of Markdown (.md), each in the fastest way that gives the HTML of the pipeline of plugins.
 *
 * @returns what renders a body: its text, with what `fastTree` has made of it where somebody knows that. The tree is changed.
 */
export function bodyRenderer(paths: Paths): (markdown: string, tree?: Root) => Rendered {
  const reference = referenceRenderer(paths);
  return (markdown, tree) => {
    const html = fastHtml(markdown, paths, tree);
    return html === undefined ? reference(markdown) : { html, images: [] };
  };
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
