import GithubSlugger from 'github-slugger';
import type { FootnoteDefinition, Image, Link, List, ListItem, Nodes, Root, Table } from 'mdast';
import type { Paths } from '../paths.ts';
import { notes } from './notes.ts';

/** What is being written, and what of it is counted. */
interface Page {
  paths: Paths;
  /** Its address, with scheme and host. */
  site: string;
  slugger: GithubSlugger;
  headings: number;
  tables: number;
  notes: Map<string, FootnoteDefinition>;
  /** The numbers of notes that were referred to, in order, and how often they were. */
  references: Map<string, { number: number; times: number }>;
  /** False once something came up that is left to the pipeline of plugins. */
  isKnown: boolean;
}

/**
 * Writes a parsed body as HTML, byte for byte as the pipeline of plugins does (reference.ts), which builds four trees on
 * the way: for what plain Markdown holds there is nothing to sanitise, only addresses to look at.
 *
 * @returns nothing for a body with anything else in it.
 */
export function htmlOf(tree: Root, paths: Paths): string | undefined {
  const definitions = tree.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [node] : []));
  const page: Page = {
    paths,
    site: paths.absolute(paths.home()),
    slugger: new GithubSlugger(),
    headings: 0,
    tables: 0,
    // Of notes of one name the first counts.
    notes: new Map(definitions.toReversed().map((node) => [node.identifier, node])),
    references: new Map(),
    isKnown: true,
  };
  const html = [...blocks(tree.children, page), ...notesSection(page)].join('\n');
  return page.isKnown ? html : undefined;
}

function unknown(page: Page): string {
  page.isKnown = false;
  return '';
}

function blocks(nodes: readonly Nodes[], page: Page): string[] {
  return nodes.flatMap((node) => (node.type === 'footnoteDefinition' ? [] : [block(node, page)]));
}

function block(node: Nodes, page: Page): string {
  switch (node.type) {
    case 'paragraph':
      return `<p>${inline(node, page)}</p>`;
    case 'heading':
      return heading(node, page);
    case 'list':
      return list(node, page);
    case 'table':
      return table(node, page);
    case 'blockquote':
      return ['<blockquote>', ...blocks(node.children, page), '</blockquote>'].join('\n');
    case 'thematicBreak':
      return '<hr>';
    default:
      return unknown(page);
  }
}

/** As rehypeHeadings, rehypeHeadingIds and rehypeAutolinkHeadings make it. */
function heading(node: Extract<Nodes, { type: 'heading' }>, page: Page): string {
  page.headings += 1;
  const tag = `h${Math.max(2, node.depth)}`;
  const words = inline(node, page);
  const text = shownText(node, page);
  const id = /[\p{L}\p{N}]/u.test(text) ? page.slugger.slug(text) : `Heading-${page.headings}`;
  if (id === '') return unknown(page);
  const value = attribute(id);
  return (
    `<div class="heading"><${tag} id="${value}">${words}</${tag}><a class="anchor" href="#${value}">` +
    '<span aria-hidden="true">#</span><span class="visually-hidden">Link to this section</span></a></div>'
  );
}

/** With the numbers of notes, which are in the page by now. */
function shownText(node: Nodes, page: Page): string {
  if (node.type === 'footnoteReference') return String(page.references.get(node.identifier)?.number);
  if ('children' in node) return node.children.map((child) => shownText(child, page)).join('');
  return 'value' in node ? node.value : '';
}

function list(node: List, page: Page): string {
  const tag = node.ordered ? 'ol' : 'ul';
  const start = typeof node.start === 'number' && node.start !== 1 ? ` start="${node.start}"` : '';
  const isLoose = (node.spread ?? false) || node.children.some((item) => item.spread ?? item.children.length > 1);
  return [`<${tag}${start}>`, ...node.children.map((child) => item(child, isLoose, page)), `</${tag}>`].join('\n');
}

/** An item of a tight list has its words without a paragraph. */
function item(node: ListItem, isLoose: boolean, page: Page): string {
  if (typeof node.checked === 'boolean') return unknown(page);
  if (node.children.length === 0) return '<li></li>';
  const isBare = (child: Nodes | undefined) => !isLoose && child?.type === 'paragraph';
  const parts = node.children.map((child) =>
    !isLoose && child.type === 'paragraph' ? inline(child, page) : block(child, page),
  );
  const before = isBare(node.children[0]) ? '' : '\n';
  const after = isBare(node.children.at(-1)) ? '' : '\n';
  return `<li>${before}${parts.join('\n')}${after}</li>`;
}

/** As rehypeTables makes it. */
function table(node: Table, page: Page): string {
  page.tables += 1;
  const label = `Table ${page.tables}`;
  const row = ({ children }: Table['children'][number], tag: string) => {
    const cells = Array.from({ length: node.align?.length ?? 0 }, (_, column) => {
      const align = node.align?.[column];
      const side = align === 'center' || align === 'right' ? ` class="${align}"` : '';
      const cell = children[column];
      return `<${tag}${side}>${cell ? inline(cell, page) : ''}</${tag}>`;
    });
    return ['<tr>', ...cells, '</tr>'].join('\n');
  };
  const [head, ...rows] = node.children;
  if (!head) return unknown(page);
  // Before the rest: notes are numbered as they come.
  const first = row(head, 'th');
  const body = rows.length > 0 ? ['<tbody>', ...rows.map((each) => row(each, 'td')), '</tbody>'] : [];
  const lines = ['<table>', '<thead>', first, '</thead>', ...body, '</table>'].join('\n');
  return `<div class="table" role="group" aria-label="${label}" tabindex="0">${lines}</div>`;
}

function inline({ children }: { children: readonly Nodes[] }, page: Page): string {
  return children.map((node) => phrase(node, page)).join('');
}

function phrase(node: Nodes, page: Page): string {
  switch (node.type) {
    case 'text':
      return escaped(node.value);
    case 'emphasis':
      return `<em>${inline(node, page)}</em>`;
    case 'strong':
      return `<strong>${inline(node, page)}</strong>`;
    case 'delete':
      return `<del>${inline(node, page)}</del>`;
    case 'inlineCode':
      return `<code>${escaped(node.value)}</code>`;
    case 'break':
      return '<br>\n';
    case 'link':
      return link(node, page);
    case 'image':
      return image(node, page);
    case 'footnoteReference':
      return reference(node.identifier, page);
    default:
      return unknown(page);
  }
}

/** Addresses that sanitising lets through and that are written as they are typed (bodyMarkup, normalizeUri). */
const LINK = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#|[\w-]+(?=[/#?]|$))(?:[!#$'-;=?-Z_a-z~]|%[A-Za-z\d]{2})*$/;
/** Of this site, from its root, with nothing that only a browser would read otherwise. */
const OWN_FILE = /^\/(?!\/)[\w./-]*$/;

/** As rehypeSiteLinks and rehypeExternalLinks make it. */
function link(node: Link, page: Page): string {
  if (!LINK.test(node.url) || holdsLink(node)) return unknown(page);
  const href = page.paths.within(node.url);
  const isElsewhere = /^https?:/.test(href) && !href.startsWith(page.site);
  return `<a href="${attribute(href)}"${title(node)}${isElsewhere ? ' rel="external"' : ''}>${inline(node, page)}</a>`;
}

/** A link in a link, which HTML takes apart. */
function holdsLink(node: Nodes): boolean {
  return (
    'children' in node &&
    node.children.some((child) => child.type === 'link' || child.type === 'footnoteReference' || holdsLink(child))
  );
}

/** An image beside the text is Astro's to build. */
function image(node: Image, page: Page): string {
  if (!OWN_FILE.test(node.url)) return unknown(page);
  return `<img src="${attribute(page.paths.within(node.url))}" alt="${attribute(node.alt ?? '')}"${title(node)}>`;
}

function title(node: Link | Image): string {
  return typeof node.title === 'string' ? ` title="${attribute(node.title)}"` : '';
}

function reference(name: string, page: Page): string {
  const { number, times } = page.references.get(name) ?? { number: page.references.size + 1, times: 0 };
  const again = times + 1;
  page.references.set(name, { number, times: again });
  return (
    `<sup><a href="#${notes.clobberPrefix}fn-${name}" id="${notes.clobberPrefix}fnref-${name}${nth(again)}"` +
    ` data-footnote-ref="" aria-describedby="footnote-label">${number}</a></sup>`
  );
}

function nth(again: number): string {
  return again > 1 ? `-${again}` : '';
}

function notesSection(page: Page): string[] {
  // A note may refer to another one, which comes after all others then: the list grows while it is read.
  const contents: (readonly [string, string[]])[] = [];
  for (const name of page.references.keys()) {
    const definition = page.notes.get(name);
    if (definition?.children.at(-1)?.type !== 'paragraph') return [unknown(page)];
    contents.push([name, blocks(definition.children, page)]);
  }
  if (contents.length === 0) return [];
  const items = contents.map(([name, parts], index) => {
    const links = Array.from({ length: page.references.get(name)?.times ?? 0 }, (_, time) =>
      backLink(name, index, time + 1),
    );
    const text = parts.join('\n').replace(/<\/p>$/, ` ${links.join(' ')}</p>`);
    return `<li id="${notes.clobberPrefix}fn-${name}">\n${text}\n</li>`;
  });
  const head = `<section data-footnotes="" class="footnotes"><h2 id="footnote-label">${notes.footnoteLabel}</h2>`;
  return [head, '<ol>', ...items, '</ol>', '</section>'];
}

function backLink(name: string, index: number, again: number): string {
  const label = notes.footnoteBackLabel(index, again);
  return (
    `<a href="#${notes.clobberPrefix}fnref-${name}${nth(again)}" data-footnote-backref="" aria-label="${label}"` +
    ` class="data-footnote-backref">↩${again > 1 ? `<sup>${again}</sup>` : ''}</a>`
  );
}

/** As hast-util-to-html writes text and attributes. */
function escaped(text: string): string {
  return /[<&]/.test(text) ? text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;') : text;
}

function attribute(text: string): string {
  return text.replaceAll(/["&'`]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`);
}
