import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { bodyMarkup } from '../../markdown/markup.ts';
import { type Body, type Found, nodesOf } from './read.ts';

/** Raw HTML in Markdown that the page will not have. MDX is code, and passes as it is. */
export function markupMistakes(body: Body): Found[] {
  if (body.isMdx) return [];
  return [...nodesOf(body.tree)].flatMap((node): Found[] => {
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

function dropped({ tagName, properties }: Element): string | undefined {
  if (!bodyMarkup.tagNames?.includes(tagName)) return `The element <${tagName}>`;
  const attribute = Object.keys(properties).find((name) => /^on/i.test(name) || name === 'style');
  return attribute === undefined ? undefined : `The attribute "${attribute.toLowerCase()}" of <${tagName}>`;
}
