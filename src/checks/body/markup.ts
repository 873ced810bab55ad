import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { visit } from 'unist-util-visit';
import { bodyMarkup } from '../../markdown/markup.ts';
import { type Body, type Found, NESTED, nodesOf } from './read.ts';

/** Raw HTML in Markdown that the page will not have. MDX is code, and passes as it is. */
export function markupMistakes(body: Body): Found[] {
  if (body.isMdx) return [];
  return nodesOf(body.tree).flatMap((node): Found[] => {
    if (node.type !== 'html') return [];
    const found: Found[] = [];
    visit(fromHtml(node.value, { fragment: true }), 'element', (element) => {
      const what = dropped(element);
      const { exact: _exact, ...at } = body.placeWithin(node, `<${element.tagName}`);
      if (what) found.push({ ...at, rule: 'dropped-markup', message: `${what} is not published.` });
    });
    return found;
  });
}

/** Elements of HTML that are never closed, or far too many within each other. */
export function nestingMistakes(body: Body): Found[] {
  let depth = 0;
  for (const node of nodesOf(body.tree)) {
    if (node.type !== 'html') continue;
    for (const [, slash, name = ''] of node.value.matchAll(/<(\/?)([a-z][a-z\d-]*)/gi)) {
      if (!VOID.has(name.toLowerCase())) depth = Math.max(0, depth + (slash ? -1 : 1));
      if (depth > 100) return [{ ...body.placeOf(node), ...NESTED }];
    }
  }
  return [];
}

/** Elements without an end (html.spec.whatwg.org, 13.1.2). */
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** The element or its first attribute that sanitising takes away. Links and images have checks of their own. */
function dropped(element: Element): string | undefined {
  const { tagName, properties } = element;
  if (!bodyMarkup.tagNames?.includes(tagName)) return `The element <${tagName}>`;
  const alone = { ...element, children: [] };
  // Some elements stay only within others, like a cell in a table.
  const clean = sanitize({ type: 'root', children: [alone] }, { ...bodyMarkup, ancestors: {} });
  const [kept] = 'children' in clean ? clean.children : [];
  const left = kept?.type === 'element' ? kept.properties : {};
  const attribute = Object.keys(properties).find((name) => !(name in left) && name !== 'href' && name !== 'src');
  return attribute === undefined ? undefined : `The attribute "${attribute.toLowerCase()}" of <${tagName}>`;
}
