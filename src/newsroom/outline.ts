import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { Link } from './frame.ts';

/** In minutes: some 1,200 words, which is ten screens of a phone. What is shorter is seen through faster than its outline is read. */
const LONG = 6;

/** With two headings, one look at the page says as much. */
const FEWEST = 3;

/**
 * The headings of the second level of a long body, as links to them; nothing for a body that is short or has fewer than three.
 *
 * @param html the rendered body: its ids are those of the page.
 * @param minutes how long it takes to read.
 */
export function outlineOf(html: string, minutes: number): Link[] {
  if (minutes < LONG || (html.match(/<h2\b/g)?.length ?? 0) < FEWEST) return [];
  const links: Link[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties, children }) => {
    if (tagName !== 'h2') return undefined;
    const { id } = properties;
    // That of the notes is remark's own, for screen readers. Numbers of notes are no words of a heading.
    if (typeof id !== 'string' || id === 'footnote-label') return SKIP;
    const words = children.filter((child) => child.type !== 'element' || child.tagName !== 'sup');
    const text = textOf({ type: 'root', children: words }).trim();
    if (text !== '') links.push({ text, href: `#${encodeURIComponent(id)}` });
    return SKIP;
  });
  return links.length < FEWEST ? [] : links;
}
