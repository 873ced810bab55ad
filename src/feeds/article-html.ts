import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { DateView } from '../newsroom/dates.ts';
import type { FactView } from '../newsroom/facts.ts';
import type { EventView } from '../newsroom/timeline.ts';
import type { ArticleView } from '../newsroom/views/article.ts';

/**
 * A briefing as HTML for programs that read feeds: plain elements without classes, styles or ids of the site, and
 * whole addresses.
 *
 * @param link the whole address of the briefing; addresses within the body are resolved against it.
 */
export function articleHtml(article: ArticleView, link: string): string {
  return toHtml([
    h(
      'ul',
      article.keyPoints.map(({ label, text }) => h('li', [label ? h('strong', `${label}. `) : '', text])),
    ),
    ...bodyOf(article.body, link),
    h('h2', 'Facts at a glance'),
    h('ul', article.facts.map(factItem)),
    h('h2', 'Timeline'),
    h('ol', article.timeline.map(eventItem)),
  ]);
}

function factItem({ label, value, note, by, asOf }: FactView): Element {
  const said = [by, asOf && textOf(asOf)].filter(Boolean).join(', ');
  return h('li', [`${label}: `, h('strong', value), note ? `, ${note}` : '', ` (${said})`]);
}

function eventItem({ date, text, detail, by, statusText }: EventView): Element {
  const said = [statusText ?? [], by].flat().join(', ');
  return h('li', [h('strong', textOf(date)), `: ${text}`, detail ? `. ${detail}` : '', said ? ` (${said})` : '']);
}

function textOf({ parts, year }: DateView): string {
  return [...parts.map(({ text }) => text), year ? ` ${year}` : ''].join('');
}

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

function bodyOf(html: string, link: string): ElementContent[] {
  const tree = fromHtml(html, { fragment: true });
  visit(tree, 'element', (node, index, parent) => {
    const classes = [node.properties.className].flat();
    // Of a heading with its link, the heading stays.
    if (parent && index !== undefined && classes.includes('heading')) {
      parent.children.splice(index, 1, ...node.children.slice(0, 1));
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
    return undefined;
  });
  return tree.children.filter((node) => node.type !== 'doctype');
}
