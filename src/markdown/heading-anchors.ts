import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

const HEADING = /^h[2-6]$/;

/** Puts a link to itself beside every heading with an id: `<div class="heading"><h2 id="x">…</h2><a href="#x">…</a></div>`. */
export function rehypeHeadingAnchors() {
  return (tree: Root) => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (!HEADING.test(node.tagName) || !parent || index === undefined) return undefined;
      const id = node.properties.id;
      // Outside the heading, so that its name stays the text alone.
      if (typeof id !== 'string' || id === 'footnote-label') return undefined;
      const anchor = h('a', { className: ['anchor'], href: `#${id}` }, [
        h('span', { ariaHidden: 'true' }, '#'),
        h('span', { className: ['visually-hidden'] }, 'Link to this section'),
      ]);
      parent.children[index] = h('div', { className: ['heading'] }, [node, anchor]);
      return SKIP;
    });
  };
}
