import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import type { Options } from 'rehype-autolink-headings';
import { visit } from 'unist-util-visit';

/** The headline is the page's only heading of the first level: what a body writes as one becomes one of the second. */
export function rehypeHeadings() {
  return (tree: Root) => {
    visit(tree, 'element', (node: Element) => {
      if (node.tagName === 'h1') node.tagName = 'h2';
    });
  };
}

/** A link to itself beside every heading, outside it, so that its name stays the text alone. */
export const headingAnchors: Options = {
  behavior: 'after',
  content: [
    h('span', { ariaHidden: 'true' }, '#'),
    h('span', { className: ['visually-hidden'] }, 'Link to this section'),
  ],
  group: h('div', { className: ['heading'] }),
  properties: { className: ['anchor'] },
  // The notes have a heading that nothing else can link to; one without letters or digits has no id to link to.
  test: ({ properties }) => properties.id !== 'footnote-label' && properties.id !== '',
};
