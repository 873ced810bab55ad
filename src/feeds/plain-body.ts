import type { Element, ElementContent, RootContent } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toHtml } from 'hast-util-to-html';
import { parseFragment } from 'parse5';

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
  // hast-util-from-html would keep the place of every element in the text: that takes as long as reading it.
  const tree = fromParse5(parseFragment(html, { scriptingEnabled: false }));
  return 'children' in tree ? tree.children.flatMap((node) => plainNode(node, link)) : [];
}

const known = new Map<string, { link: string; plain: string }>();

/** The same as HTML. The feeds and the other forms of a briefing ask for the same one; it is made once. */
export function plainBodyHtml(html: string, link: string): string {
  const made = known.get(html);
  if (made?.link === link) return made.plain;
  const plain = toHtml(plainBody(html, link));
  known.set(html, { link, plain });
  return plain;
}

function plainNode(node: RootContent, link: string): ElementContent[] {
  if (node.type === 'text' || node.type === 'comment') return [node];
  if (node.type !== 'element') return [];
  // Of a heading with its link, the heading stays.
  if ([node.properties.className].flat().includes('heading')) {
    return node.children.slice(0, 1).flatMap((child) => plainNode(child, link));
  }
  if (node.properties.dataDrawing !== undefined) return [];
  const properties = plainProperties(node, link);
  const children = node.children.flatMap((child) => plainNode(child, link));
  // A link that leads nowhere is its text.
  return node.tagName === 'a' && properties.href === undefined ? children : [{ ...node, properties, children }];
}

function plainProperties({ properties }: Element, link: string): Element['properties'] {
  const kept: Element['properties'] = {};
  for (const [name, value] of Object.entries(properties)) {
    if (!KEPT.includes(name)) continue;
    const isAddress = (name === 'href' || name === 'src') && typeof value === 'string';
    // An address that cannot be one leads nowhere from the page either.
    if (isAddress && !URL.canParse(value, link)) continue;
    kept[name] = isAddress ? new URL(value, link).href : value;
  }
  return kept;
}
