import type { Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import { isPlain } from './plain.ts';

const features = { gfm: true, frontmatter: false };

/**
 * Parses Markdown with Sätteri, some forty times as fast as remark.
 *
 * @returns the tree that remark-parse and remark-gfm make of it (mdast), places and all; nothing for a text that is not
 * plain.
 */
export function fastTree(markdown: string): Root | undefined {
  if (!isPlain(markdown)) return undefined;
  const tree = markdownToMdast(markdown, { features });
  return tree.type === 'root' ? tree : undefined;
}
