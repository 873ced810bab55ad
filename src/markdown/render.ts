import type { Paths } from '../paths.ts';
import { htmlOf } from './html.ts';
import { type Rendered, referenceRenderer } from './reference.ts';
import { fastTree } from './tree.ts';
import { setTypography } from './typography.ts';

/** Renders bodies of Markdown (.md), each in the fastest way that gives the HTML of the pipeline of plugins. */
export function bodyRenderer(paths: Paths): (markdown: string) => Rendered {
  const reference = referenceRenderer(paths);
  return (markdown) => {
    const html = fastHtml(markdown, paths);
    return html === undefined ? reference(markdown) : { html, images: [] };
  };
}

/**
 * Renders a body without the pipeline of plugins.
 *
 * @returns the HTML that the pipeline makes of it (reference.ts), to the byte; nothing for a body that it must render.
 */
export function fastHtml(markdown: string, paths: Paths): string | undefined {
  const tree = fastTree(markdown);
  if (!tree) return undefined;
  setTypography(tree);
  return htmlOf(tree, paths);
}
