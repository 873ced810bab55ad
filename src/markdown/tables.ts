import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Puts every table into a box of its own that scrolls sideways, by keyboard too, so that the page never does; and turns
 * the alignment of its cells from an attribute that HTML has given up into a class.
 */
export function rehypeTables() {
  return (tree: Root) => {
    let count = 0;
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'table' || !parent || index === undefined) return undefined;
      count += 1;
      visit(node, 'element', ({ properties }) => {
        const { align } = properties;
        delete properties.align;
        if (align === 'center' || align === 'right') properties.className = [align];
      });
      const box = { className: ['table'], role: 'group', ariaLabel: `Table ${count}`, tabIndex: 0 };
      parent.children[index] = h('div', box, [node]);
      return SKIP;
    });
  };
}
