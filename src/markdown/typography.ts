import type { Nodes, Root } from 'mdast';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { wordsOf } from '../languages/index.ts';

/**
 * How a text is set, as remark-smartypants takes it: "--" is an en dash and "---" an em dash, and quotation marks are those of the
 * language. Single ones are the same in all: the closing one is an apostrophe too.
 *
 * @param language a BCP 47 tag.
 */
export function typographyOf(language: string) {
  const [opening, closing] = marksOf(language);
  return {
    dashes: 'oldschool',
    openingQuotes: { double: opening, single: '‘' },
    closingQuotes: { double: closing, single: '’' },
  } as const;
}

function marksOf(language: string): [opening: string, closing: string] {
  const [opening = '', closing = ''] = wordsOf(language).quoted('\n').split('\n');
  return [opening, closing];
}

/**
 * A plugin (remark) that sets a text by remark-smartypants, in the language that its front matter names.
 *
 * @param language of texts that name none, as a BCP 47 tag.
 */
export function remarkTypography(language: string) {
  return (tree: Root, { data }: { data: { astro?: { frontmatter?: Record<string, unknown> } } }): void => {
    setBySmartypants(tree, String(data.astro?.frontmatter?.language ?? language));
  };
}

function setBySmartypants(tree: Root, language: string): void {
  unified().use(remarkSmartypants, typographyOf(language)).runSync(tree);
}

/**
 * Sets quotation marks, dashes and dots as a printer would, which remark-smartypants does too: here it is done in a
 * hundredth of the time where every mark stands as it usually does. Where one does not, remark-smartypants does it.
 *
 * @param tree is changed.
 * @param language a BCP 47 tag.
 */
export function setTypography(tree: Root, language: string): void {
  const strung: Strung = { all: '', texts: [] };
  string(tree, strung);
  const quoted = withQuotes(strung.all, language);
  if (quoted === undefined || strung.texts.some(({ node }) => UNUSUAL.test(node.value))) {
    setBySmartypants(tree, language);
    return;
  }
  for (const { node, at } of strung.texts) node.value = withDashes(quoted.slice(at, at + node.value.length));
}

interface Strung {
  /** All words one after the other: what a quotation mark stands beside may be in another node. */
  all: string;
  texts: { node: { value: string }; at: number }[];
}

/** Does what remark-smartypants does: a space begins a block, and code counts as a word. */
function string(node: Nodes, strung: Strung): void {
  if (node.type === 'text') {
    strung.texts.push({ node, at: strung.all.length });
    strung.all += node.value;
  } else if (node.type === 'inlineCode') strung.all += 'A'.repeat(node.value.length);
  else if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') strung.all += ' ';
  if ('children' in node) for (const child of node.children) string(child, strung);
}

/** Dots with spaces between, more dashes than three, marks that stand for quotation marks. */
const UNUSUAL = /\.\s+\.|-{4,}|[–—]-|''|``/;

function withDashes(text: string): string {
  return text
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll(/\.{3,}/g, '…');
}

const LETTER = String.raw`[\dA-Za-zÀ-ÖØ-öø-ɏΆΈ-ΊΌΎ-ΡΣ-ώЀ-ҁҊ-ԯא-תء-يٱ-ۓ一-鿋ぁ-ゖァ-ヺ가-힣]`;
const SPACE = String.raw`(?:[ \n\u00A0]|$)`;
const STOP = '[.,;:!?)…—–]';
/** What a mark that opens stands after. */
const OPEN = String.raw`(?<=^|[ \n\u00A0([—–])`;

/** Each finds one mark or two, by what is beside them, which remark-smartypants (retext-smartypants) sets like that. */
const QUOTES = new RegExp(
  [
    `(?<both>${OPEN}(?:"'|'")(?=${LETTER}))`,
    // Not before a decade, as in '90s, nor before an "s" by itself.
    String.raw`(?<open>${OPEN}["'](?!\d\ds|s(?!${LETTER}))(?=${LETTER}|[$€£(]${LETTER}))`,
    String.raw`(?<close>${OPEN}["'](?=\d\ds[ \n])|(?<=${LETTER})["'](?=${LETTER}|${STOP}|["']${SPACE}|["']${STOP}${SPACE})|["'](?=${STOP}?${SPACE}))`,
    `(?<other>["'])`,
  ].join('|'),
  'g',
);

/** The same text, as long as before, or nothing if a mark stands unusually. */
function withQuotes(text: string, language: string): string | undefined {
  const [opening, closing] = marksOf(language);
  let isUsual = !/""|''/.test(text);
  const quoted = text.replaceAll(QUOTES, (marks, both?: string, open?: string, close?: string) => {
    if (both ?? open) return marks.replaceAll('"', opening).replaceAll("'", '‘');
    if (close) return marks === '"' ? closing : '’';
    isUsual = false;
    return marks;
  });
  return isUsual ? quoted : undefined;
}
