import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { Paths } from '../paths.ts';

/**
 * Images of other hosts are not loaded: `//elsewhere/a.png` has no protocol that sanitising could refuse. An address is
 * looked at as it was typed too, since Markdown writes what browsers leave out of an address (a tab) by its number.
 */
export function rehypeOwnImages(paths: Paths) {
  const site = new URL(paths.absolute(paths.home()));
  const isOwn = (address: string) => URL.parse(address, site)?.origin === site.origin;
  return (tree: Root) => {
    visit(tree, 'element', ({ tagName, properties }: Element) => {
      if (tagName !== 'img' || properties.src === undefined) return;
      const address = String(properties.src);
      if (!isOwn(address) || !isOwn(decoded(address))) delete properties.src;
    });
  };
}

/** The same address where it has a `%` that stands for nothing. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
