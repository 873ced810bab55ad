import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Options } from 'rehype-autolink-headings';
import { visit } from 'unist-util-visit';
import { labels } from './labels.ts';

/**
 * The headline is the page's only heading of the first level: what a body writes as one becomes one of the second. A
 * heading without letters or digits, of which no id can be made, gets one by its number.
 */
export function rehypeHeadings() {
  return (tree: Root) => {
    let count = 0;
    visit(tree, 'element', (node: Element) => {
      if (!/^h[1-6]$/.test(node.tagName) || node.properties.id !== undefined) return;
      count += 1;
      if (node.tagName === 'h1') node.tagName = 'h2';
      // With a capital, which no id made of words has.
      if (!/[\p{L}\p{N}]/u.test(textOf(node))) node.properties.id = `Heading-${count}`;
    });
  };
}

/** A link to itself beside every heading, outside it, so that its name stays the text alone. */
export const headingAnchors: Options = {
  behavior: 'after',
  content: [
    h('span', { ariaHidden: 'true' }, '#'),
    h('span', { className: ['visually-hidden'] }, labels.linkToSection),
  ],
  group: h('div', { className: ['heading'] }),
  properties: { className: ['anchor'] },
  // The notes have a heading of remark's own, which nobody links to.
  test: ({ properties }) => properties.id !== 'footnote-label',
};
