import { fromHtml } from 'hast-util-from-html';
import { toString as wholeText } from 'hast-util-to-string';
import { CORE_SCHEMA, load } from 'js-yaml';
import { markdownToHtml } from 'satteri';
import { SKIP, visit } from 'unist-util-visit';

/** What a file says to a reader who shares no code with the site: js-yaml for the front matter, Sätteri for the body. */
export interface Said {
  data: Record<string, unknown>;
  /** The words of the body, in order. */
  words: string[];
}

/** @throws Error where that reader cannot read it. */
export function saidBy(bytes: Buffer, isMdx: boolean): Said {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  const data: unknown = load(lines.slice(1, end).join('\n'), { schema: CORE_SCHEMA });
  if (lines[0]?.trimEnd() !== '---' || end < 0 || !isMap(data)) throw new Error('There is no front matter');
  const body = lines.slice(end + 1).join('\n');
  return { data, words: wordsOf(isMdx ? withoutJsx(body) : textOfMarkdown(body)) };
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
  'id by on at date asOf accessed publishedAt embargoUntil status standing kind shape story topics added url archiveUrl eyebrow'.split(
    ' ',
  ),
);

function textOfMarkdown(body: string): string {
  const tree = fromHtml(markdownToHtml(body).html, { fragment: true });
  visit(tree, (node, index, parent) => {
    const hidden = node.type === 'comment' || (node.type === 'element' && HIDDEN.has(node.tagName));
    if (!hidden || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return wholeText(tree);
}

/** Dropped with what is in them. */
const HIDDEN = new Set(['script', 'style', 'title']);

/** Tags, expressions and what is imported are code; of all else the words are taken. */
function withoutJsx(body: string): string {
  return textOfMarkdown(
    body.replaceAll(/\{(?:[^{}]|\{[^{}]*\})*\}|<\/?[A-Z](?:"[^"]*"|[^>])*>|<>|<\/>|^(?:import|export) .*$/gm, ' '),
  );
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
