import GithubSlugger from 'github-slugger';
import { fromHtml } from 'hast-util-from-html';
import { toString as htmlText } from 'hast-util-to-string';
import type { Nodes } from 'mdast';
import type {} from 'remark-mdx';
import { visit } from 'unist-util-visit';
import type { Place } from '../document.ts';
import { type Body, type Found, nodesOf } from './read.ts';

interface Heading {
  level: number;
  /** Its words, as they are shown. */
  text: string;
  at: Place;
}

/** The headings of a body. One of the first level is shown as one of the second, below the headline. */
function headingsOf(body: Body): Heading[] {
  const nodes = nodesOf(body.tree);
  const notes = [...new Set(nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])))];
  return nodes.flatMap((node): Heading[] => {
    if (node.type === 'heading') {
      return [{ level: Math.max(2, node.depth), text: shownText(node, notes), at: body.placeOf(node) }];
    }
    return node.type === 'html' ? rawHeadings(body, node) : [];
  });
}

function rawHeadings(body: Body, node: Extract<Nodes, { type: 'html' }>): Heading[] {
  const headings: Heading[] = [];
  visit(fromHtml(node.value, { fragment: true }), 'element', (element) => {
    const [, level] = /^h([1-6])$/.exec(element.tagName) ?? [];
    if (level === undefined) return;
    const { exact: _exact, ...at } = body.placeWithin(node, `<${element.tagName}`);
    headings.push({ level: Math.max(2, Number(level)), text: htmlText(element), at });
  });
  return headings;
}

/** @param notes the names of the notes in the order of their numbers, which are shown. */
function shownText(node: Nodes, notes: readonly string[]): string {
  if (node.type === 'text') return typographic(node.value);
  if (node.type === 'html') return htmlText(fromHtml(node.value, { fragment: true }));
  if (node.type === 'footnoteReference') return String(notes.indexOf(node.identifier) + 1);
  if ('children' in node) return node.children.map((child) => shownText(child, notes)).join('');
  return 'value' in node ? node.value : '';
}

/** Without what becomes a dash or an ellipsis, of which an id has nothing. */
function typographic(text: string): string {
  return text.replaceAll(/(?<!-)-{2,3}(?!-)|\.(?: ?\.){2,}/g, '');
}

/** Levels that skip: who goes from heading to heading would look for one between. */
export function headingMistakes(body: Body): Found[] {
  let before = 1;
  return headingsOf(body).flatMap(({ level, at }) => {
    const skips = level > before + 1;
    const message = `The heading is of level ${level}, after one of level ${before}. Write it with ${before + 1} "#".`;
    before = level;
    return skips ? [{ ...at, rule: 'heading-skip' as const, message }] : [];
  });
}

/**
 * The ids of the headings, as the page has them (rehypeHeadings, then rehypeHeadingIds), and those that JSX gives to
 * its elements. Ids of raw HTML are not published.
 */
export function headingIds(body: Body): string[] {
  const slugger = new GithubSlugger();
  const ids = headingsOf(body).map(({ text }, index) =>
    /[\p{L}\p{N}]/u.test(text) ? slugger.slug(text) : `Heading-${index + 1}`,
  );
  const given = nodesOf(body.tree).flatMap((node) =>
    node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
      ? node.attributes.flatMap((attribute) =>
          'name' in attribute && attribute.name === 'id' && typeof attribute.value === 'string'
            ? [attribute.value]
            : [],
        )
      : [],
  );
  return [...ids, ...given];
}
