import { createRequire } from 'node:module';
import type { Node, Nodes, Root } from 'mdast';
import type {} from 'remark-mdx';
import { fastTree } from '../../markdown/tree.ts';
import { placeIn, placesIn } from '../characters.ts';
import type { Place } from '../document.ts';
import type { ContentFile } from '../files.ts';
import type { Found } from '../mistake.ts';

/** The text of a file below its front matter, parsed. */
export interface Body {
  file: ContentFile;
  /** Of Markdown or, for .mdx, of MDX (mdast). */
  tree: Root;
  isMdx: boolean;
  /** Where a node of the tree begins in the file. */
  placeOf(node: Node): Place;
  /** Where a text stands within a node, after a point of it; where the node begins if it is not there as such. */
  placeWithin(node: Node, text: string, after?: number): Place & { exact: boolean };
}

export type { Found };

type Parse = (text: string) => Root;

let parsers: { markdown: Parse; mdx: Parse } | undefined;

/** Loaded where a body needs them: that takes as long as to read some hundred files. */
function slowParsers(): { markdown: Parse; mdx: Parse } {
  if (parsers) return parsers;
  const load = createRequire(import.meta.url);
  const { unified }: typeof import('unified') = load('unified');
  const { default: remarkParse }: typeof import('remark-parse') = load('remark-parse');
  const { default: remarkGfm }: typeof import('remark-gfm') = load('remark-gfm');
  const { default: remarkMdx }: typeof import('remark-mdx') = load('remark-mdx');
  const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
  const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();
  parsers = { markdown: (text) => markdown.parse(text), mdx: (text) => mdx.parse(text) };
  return parsers;
}

/** Quotes and lists within each other: no text needs more, and parsers have no room for thousands. */
export const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){101,}/m;

/** What is too deep for any program that reads it. */
export const NESTED = {
  rule: 'too-deep',
  message: 'Quotes, lists or elements stand too deep within each other here. Take some of them out.',
} as const;

const fastTrees = new WeakMap<ContentFile, Root>();

/**
 * What the checks have parsed of Markdown that can be rendered fast, and nobody asks for again: whoever renders it may change
 * the tree. Nothing for other bodies, and for those that the checks had no reason to parse.
 */
export function parsedBody(file: ContentFile): Root | undefined {
  return fastTrees.get(file);
}

/** Reads the body of a file, or says why it cannot be read: Markdown always can. */
export function readBody(file: ContentFile): Body | Found {
  const isMdx = file.name.endsWith('.mdx');
  const text = file.body;
  const inFile = ({ line, column }: Place) => ({ line: line + file.bodyLine - 1, column });
  const deep = text.search(TOO_DEEP);
  if (deep >= 0) return { ...inFile(placeIn(text, deep)), ...NESTED };
  const places = placesIn(text);
  try {
    const fast = isMdx ? undefined : fastTree(text);
    if (fast) fastTrees.set(file, fast);
    const tree = fast ?? slowParsers()[isMdx ? 'mdx' : 'markdown'](text);
    const placeOf = ({ position }: Node) => inFile(position?.start ?? { line: 1, column: 1 });
    return {
      file,
      tree,
      isMdx,
      placeOf,
      placeWithin: (node, searched, after = 0) => {
        const { start, end } = node.position ?? {};
        const at = start?.offset === undefined ? -1 : text.indexOf(searched, start.offset + after);
        if (!start || at < 0 || at + searched.length > (end?.offset ?? 0)) return { ...placeOf(node), exact: false };
        return { ...inFile(places(at)), exact: true };
      },
    };
  } catch (error) {
    // Parsers call themselves for what is within something, until there is no room left.
    if (error instanceof RangeError) return { ...inFile({ line: 1, column: 1 }), ...NESTED };
    if (!isMessage(error)) throw error;
    // Some say where only in their words, counted from the start of the body.
    const [told, line, column] = / \((\d+):(\d+)-\d+:\d+\)/.exec(error.reason) ?? [];
    const at = inFile({ line: Number(line ?? error.line ?? 1), column: Number(column ?? error.column ?? 1) });
    // What is wrong with code is said by its own parser.
    const cause = error.cause instanceof Error ? error.cause.message.replace(/ \(\d+:\d+\)$/, '') : error.reason;
    const reason = told === undefined ? cause : error.reason.replace(told, '');
    return { ...at, rule: 'mdx-syntax', message: `The MDX cannot be read: ${sentence(reason)}` };
  }
}

const nodes = new WeakMap<Nodes, readonly Nodes[]>();

/** Every node of a tree, in the order of the text. Many checks ask for those of one body; they are listed once. */
export function nodesOf(tree: Nodes): readonly Nodes[] {
  const known = nodes.get(tree);
  if (known) return known;
  const found: Nodes[] = [];
  const list = (node: Nodes) => {
    found.push(node);
    if ('children' in node) for (const child of node.children) list(child);
  };
  list(tree);
  nodes.set(tree, found);
  return found;
}

/** What remark-mdx throws (a VFileMessage of whatever copy of that package). */
function isMessage(error: unknown): error is Error & { reason: string; line?: number; column?: number } {
  return error instanceof Error && 'reason' in error && typeof error.reason === 'string';
}

/** Without the hints for programmers that come after a semicolon or on further lines. */
function sentence(reason: string): string {
  const [first = reason] = reason.split(/\n|; see /, 1);
  return `${first.replace(/[.:]?\s*$/, '')}.`;
}
