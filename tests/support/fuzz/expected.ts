import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { markdownToHtml } from 'satteri';
import { SKIP, visit } from 'unist-util-visit';
import { parse } from 'yaml';

/** What a file says to a reader who shares no code with the site: js-yaml for the front matter, Sätteri for the body. */
export interface Said {
  data: Record<string, unknown>;
  /** The words of the body, in order. */
  words: string[];
  /** True where js-yaml refuses what the `yaml` package reads. */
  disputed: boolean;
}

/** @throws Error where that reader cannot read it. */
export function saidBy(bytes: Buffer, isMdx: boolean): Said {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  const { data, disputed } = dataIn(lines.slice(1, end).join('\n'));
  if (lines[0]?.trimEnd() !== '---' || end < 0 || !isMap(data)) throw new Error('There is no front matter');
  const body = lines.slice(end + 1).join('\n');
  return { data, disputed, words: wordsOf(isMdx ? withoutJsx(body) : textOfMarkdown(body)) };
}

/** Where one reader of YAML is stricter than the other, the file is taken at the word of the other. */
function dataIn(yaml: string): { data: unknown; disputed: boolean } {
  try {
    return { data: load(yaml, { schema: CORE_SCHEMA }), disputed: false };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { data: parse(yaml), disputed: true };
  }
}

/** All that is letters or digits, one word after the other. */
export function wordsOf(text: string): string[] {
  return text.normalize().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The first of some words that are not among others in the same order; nothing where all are. */
export function firstMissing(words: readonly string[], among: readonly string[]): string | undefined {
  let at = 0;
  return words.find((word) => {
    const found = among.indexOf(word, at);
    at = found + 1;
    return found < 0;
  });
}

/** The texts that a reader is to see, each with its key. */
export function textsIn(data: unknown, key = ''): { key: string; text: string }[] {
  if (Array.isArray(data)) return data.flatMap((entry) => textsIn(entry, key));
  if (isMap(data)) return Object.entries(data).flatMap(([below, value]) => textsIn(value, below));
  return typeof data === 'string' && !NOT_SHOWN.has(key) ? [{ key, text: data.trim() }] : [];
}

/** Ids, dates and settings: they are shown in other words or not at all. An eyebrow stands in lists. */
const NOT_SHOWN = new Set(
  'id by place on at date asOf accessed publishedAt embargoUntil status standing kind shape story topics added url archiveUrl eyebrow aliases'.split(
    ' ',
  ),
);

function textOfMarkdown(body: string): string {
  // To HTML itself, all that follows this tag would be text, tags included.
  const tree = fromHtml(markdownToHtml(body.replaceAll('<plaintext>', '')).html, { fragment: true });
  visit(tree, (node, index, parent) => {
    const hidden = node.type === 'comment' || (node.type === 'element' && isHidden(node));
    if (!hidden || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return textOf(tree);
}

const INLINE = new Set(
  'a abbr b bdi bdo cite code del em i ins kbd mark q s small span strong sub sup time u var'.split(' '),
);

/** The text of a tree. What is no part of a line stands apart from what is around it. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const text = node.children.map((child) => textOf(child)).join('');
  return node.type === 'element' && !INLINE.has(node.tagName) ? ` ${text} ` : text;
}

/** Dropped with what is in them; and the heading of the notes, which the site words in its own way. */
function isHidden({ tagName, properties }: Element): boolean {
  return ['script', 'style', 'title'].includes(tagName) || properties.id === 'footnote-label';
}

/** Tags, expressions and what is imported are code; of all else the words are taken. */
function withoutJsx(body: string): string {
  const plain = body.replaceAll(/\{(\d+|"[^"{}]*")\}/g, (_, literal: string) => String(JSON.parse(literal)));
  const code = /\{(?:[^{}]|\{[^{}]*\})*\}|<\/?[A-Z](?:"[^"]*"|[^>])*>|<>|<\/>|^(?:import|export) .*$/gm;
  return textOfMarkdown(plain.replaceAll(code, ' '));
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
