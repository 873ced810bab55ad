import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Paths } from '../paths.ts';

/** Images of other hosts are not loaded: `//elsewhere/a.png` has no protocol that sanitising could refuse. */
export function rehypeOwnImages(paths: Paths) {
  const site = new URL(paths.absolute(paths.home()));
  return (tree: Root) => {
    visit(tree, 'element', ({ tagName, properties }: Element) => {
      if (tagName !== 'img' || properties.src === undefined) return;
      if (URL.parse(String(properties.src), site)?.origin !== site.origin) delete properties.src;
    });
  };
}
