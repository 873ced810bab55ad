import type { Element, Nodes } from 'hast';
import { visit } from 'unist-util-visit';

/** All elements below a node, or those of the names given, in order. */
export function elementsIn(root: Nodes, ...names: string[]): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (node) => {
    if (node !== root && (names.length === 0 || names.includes(node.tagName))) found.push(node);
  });
  return found;
}

/** The text of a node and of all below it. */
export function textOf(root: Nodes): string {
  let text = '';
  visit(root, 'text', ({ value }) => {
    text += value;
  });
  return text;
}
