import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/**
 * Headings, paragraphs and lists as plain text: a block each with an empty line between them, and the address of a link
 * below the block that it stands in.
 *
 * @param children hast of those blocks alone.
 */
export function plainText(children: readonly ElementContent[]): string {
  return `${children.flatMap(blockOf).join('\n\n')}\n`;
}

function blockOf(node: ElementContent): string[] {
  if (node.type !== 'element') return [];
  if (node.tagName === 'ul') return [node.children.map((item) => `- ${textOf(item)}`).join('\n')];
  const addresses: string[] = [];
  visit(node, 'element', ({ properties }) => {
    if (typeof properties.href === 'string') addresses.push(properties.href);
  });
  return [[textOf(node), ...addresses].join('\n')];
}
