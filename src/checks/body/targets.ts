import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type {} from 'remark-mdx';
import { visit } from 'unist-util-visit';
import type { Place } from '../document.ts';
import { type Body, nodesOf } from './read.ts';

/** What a body leads to or shows: a link or an image, and where its address is written. */
export interface Target {
  kind: 'link' | 'image';
  /** As it is written, without character references. */
  address: string;
  at: Place;
  /** True where the address stands at its place as it is, so that it can be replaced there. */
  exact: boolean;
  /** Whether a link has words, or a text stands for an image; one that is written as empty does in HTML. */
  isNamed: boolean;
  /** True for an image that is written as HTML or JSX, which the build leaves as it is. */
  raw: boolean;
}

/** Every link and image of a body. */
export function targetsOf(body: Body): Target[] {
  const nodes = nodesOf(body.tree);
  const definitions = new Map(
    nodes.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node] as const] : [])),
  );
  return nodes.flatMap((node): Target[] => {
    if (node.type === 'link' || node.type === 'image') return [writtenTarget(body, node, node.url)];
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const definition = definitions.get(node.identifier);
      return definition ? [writtenTarget(body, node, definition.url, definition)] : [];
    }
    if (node.type === 'html') return htmlTargets(body, node);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') return jsxTargets(body, node);
    return [];
  });
}

type Referring = Extract<Nodes, { type: 'link' | 'image' | 'linkReference' | 'imageReference' }>;

/** @param holder the node that the address is written in. */
function writtenTarget(body: Body, node: Referring, address: string, holder: Nodes = node): Target {
  const isLink = node.type === 'link' || node.type === 'linkReference';
  // The address comes after the words, which may hold the same text; an address that is its own words is the whole node.
  const words = 'children' in node ? node.children.at(-1)?.position?.end.offset : undefined;
  const skip = holder === node && words !== undefined ? words - (node.position?.start.offset ?? 0) : 0;
  const after = body.placeWithin(holder, address, skip);
  const { exact, ...at } = after.exact || address === '' ? after : body.placeWithin(holder, address);
  // A picture within a link names it by the text that stands for it.
  const text = isLink ? textOf(node, { includeImageAlt: true }) : (node.alt ?? '');
  const isNamed = text.trim() !== '';
  return { kind: isLink ? 'link' : 'image', address, at, exact: exact && address !== '', isNamed, raw: false };
}

/** Of raw HTML, which Markdown takes in pieces: a link's words may be in other pieces. */
function htmlTargets(body: Body, node: Extract<Nodes, { type: 'html' }>): Target[] {
  const targets: Target[] = [];
  visit(fromHtml(node.value, { fragment: true }), 'element', ({ tagName, properties }) => {
    const isLink = tagName === 'a' && properties.href !== undefined;
    const isImage = tagName === 'img' && properties.src !== undefined;
    if (!isLink && !isImage) return;
    const address = String(isLink ? properties.href : properties.src);
    const { exact, ...at } = body.placeWithin(node, address);
    const alt = typeof properties.alt === 'string' ? properties.alt : undefined;
    const isNamed = isLink || standsFor(alt);
    targets.push({ kind: isLink ? 'link' : 'image', address, at, exact, isNamed, raw: true });
  });
  return targets;
}

/** Of JSX, as far as its attributes are plain text: expressions are code. */
function jsxTargets(body: Body, node: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>): Target[] {
  const given = (name: string) => node.attributes.find((attribute) => 'name' in attribute && attribute.name === name);
  const plain = (name: string) => {
    const value = given(name)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const address = node.name === 'a' ? plain('href') : node.name === 'img' ? plain('src') : undefined;
  if (address === undefined) return [];
  const { exact, ...at } = body.placeWithin(node, address);
  const alt = given('alt') ? (plain('alt') ?? '…') : undefined;
  const isLink = node.name === 'a';
  return [{ kind: isLink ? 'link' : 'image', address, at, exact, isNamed: isLink || standsFor(alt), raw: true }];
}

/** By an empty text HTML says that an image is there for its looks. */
function standsFor(alt: string | undefined): boolean {
  return alt === '' || (alt !== undefined && alt.trim() !== '');
}
