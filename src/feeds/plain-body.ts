import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';

/** Attributes that mean something in a reader's program. */
const KEPT = [
  'href',
  'src',
  'alt',
  'title',
  'width',
  'height',
  'lang',
  'dir',
  'dateTime',
  'colSpan',
  'rowSpan',
  'start',
];

/**
 * The body of a briefing for programs that read feeds. A drawing goes, and the table that says the same stays.
 *
 * @param html the body as its page has it.
 * @param link the whole address of the briefing; addresses are resolved against it.
 */
export function plainBody(html: string, link: string): ElementContent[] {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', (node, index, parent) => {
    const classes = [node.properties.className].flat();
    // Of a heading with its link, the heading stays.
    if (parent && index !== undefined && classes.includes('heading')) {
      parent.children.splice(index, 1, ...node.children.slice(0, 1));
      return index;
    }
    if (parent && index !== undefined && node.properties.dataDrawing !== undefined) {
      parent.children.splice(index, 1);
      return index;
    }
    node.properties = Object.fromEntries(Object.entries(node.properties).filter(([name]) => KEPT.includes(name)));
    for (const name of ['href', 'src'] as const) {
      const address = node.properties[name];
      if (typeof address !== 'string') continue;
      // An address that cannot be one leads nowhere from the page either.
      if (URL.canParse(address, link)) node.properties[name] = new URL(address, link).href;
      else delete node.properties[name];
    }
    // A link that leads nowhere is its text.
    if (node.tagName === 'a' && node.properties.href === undefined && parent && index !== undefined) {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    return undefined;
  });
  return tree.children.filter(
    (node): node is ElementContent => node.type === 'element' || node.type === 'text' || node.type === 'comment',
  );
}

/** The same as HTML. */
export function plainBodyHtml(html: string, link: string): string {
  return toHtml(plainBody(html, link));
}
