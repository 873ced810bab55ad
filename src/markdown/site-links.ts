import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Paths } from '../paths.ts';

/** Editors name pages and files of the site from its root (`/about/`); the site may itself stand under a path. */
export function rehypeSiteLinks(paths: Paths) {
  return (tree: Root) => {
    visit(tree, 'element', ({ properties }: Element) => {
      for (const name of ['href', 'src'] as const) {
        const address = properties[name];
        if (typeof address === 'string') properties[name] = paths.within(address);
      }
    });
  };
}
