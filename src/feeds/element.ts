import type { Element, ElementContent } from 'hast';

type Content = string | ElementContent;

/** An element of a tree (hast) out of plain names: hastscript would read each name as a selector, ten times as long. */
export function element(
  tagName: string,
  content: Content | readonly Content[] = [],
  properties: Element['properties'] = {},
): Element {
  const children = [content].flat().map((part): ElementContent => {
    return typeof part === 'string' ? { type: 'text', value: part } : part;
  });
  return { type: 'element', tagName, properties, children };
}
