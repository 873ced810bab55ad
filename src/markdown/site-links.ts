import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Paths } from '../paths.ts';

/** Editors link to pages of the site from its root (`/about/`); the site may itself stand under a path. */
export function rehypeSiteLinks(paths: Paths) {
  return (tree: Root) => {
    visit(tree, 'element', (node: Element) => {
      const { href } = node.properties;
      if (node.tagName === 'a' && typeof href === 'string') node.properties.href = paths.within(href);
    });
  };
}
