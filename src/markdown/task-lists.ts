import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';

/** The boxes of a task list are marks with words, not controls that nobody can use: they say "Done" or "Not done". */
export function rehypeTaskLists() {
  return (tree: Root) => {
    visit(tree, 'element', (node: Element, index, parent) => {
      if (node.tagName !== 'input' || !parent || index === undefined) return;
      const done = Boolean(node.properties.checked);
      parent.children[index] = h('span', [
        h('span', { ariaHidden: 'true' }, done ? '☑' : '☐'),
        h('span', { className: ['visually-hidden'] }, done ? 'Done:' : 'Not done:'),
      ]);
    });
  };
}
