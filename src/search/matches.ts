import { type FoundKind, type PartName, readPartName } from '../newsroom/search-part.ts';
import type { Fragment } from './fragment.ts';

/** A sentence in which something was found, and where it stands. */
export interface Match {
  kind: FoundKind;
  /** The address of its place. */
  href: string;
  headline: string;
  date: string;
  /** The language of all that, where it is another than the publication's, and which way it is written. */
  lang?: string | undefined;
  dir?: string | undefined;
  words: Word[];
}

export interface Word {
  text: string;
  /** Whether a space stands before it. */
  isApart: boolean;
  /** Whether it is one that was asked for. */
  isFound: boolean;
}

/** A run of words of a record, `end` not among them. */
interface Span {
  start: number;
  end: number;
}

/** A sentence that is longer is cut. */
const LONGEST = 45;

/**
 * What a record has of what was asked for: the briefing itself, and each of its facts, statements and events that has all the words.
 * Nothing where a word is not in it at all.
 *
 * @param asked the words; none where a reader only chooses.
 * @param source the id of the one source whose words are wanted; empty for all.
 */
export function matchesIn(fragment: Fragment, asked: string, source: string): Match[] {
  const pieces = piecesOf(fragment);
  const words = pieces.map((piece) => piece.trim());
  const terms = termsOf(asked);
  const found = new Set(fragment.locations);
  const { title = '', date = '', lang, dir } = fragment.meta;
  const about = { headline: title, date, lang, dir };
  const address = fragment.raw_url ?? fragment.url;
  const covers = ({ start, end }: Span, more: readonly string[] = []) => {
    const marked = words.slice(start, end).filter((_word, index) => found.has(start + index));
    return coveredBy([...marked, ...more], terms);
  };
  // For a word that is nowhere, the index gives one that it begins with.
  if (covers({ start: 0, end: words.length }, about.date.split(' ')) < terms.length) return [];
  const show = (span: Span): Word[] =>
    words.slice(span.start, span.end).map((text, index) => ({
      text,
      isApart: /\s$/.test(pieces[span.start + index - 1] ?? ''),
      isFound: found.has(span.start + index),
    }));
  return partsOf(fragment, words.length).flatMap(({ name, span }): Match[] => {
    const { kind, anchor, by } = name;
    if (kind === 'briefing') {
      // The headline stands above it anyway.
      const below = { ...span, start: span.start + wordsIn(words.slice(span.start), about.headline) };
      const best = bestSentence(words, below, found, covers) ?? bestSentence(words, span, found, covers);
      const heading = best && headingAbove(fragment, best.start, span);
      return [{ kind, href: linkTo(address, heading ?? ''), ...about, words: best ? show(best) : [] }];
    }
    if (source !== '' && !by.includes(source)) return [];
    if (asked.trim() === '' ? source === '' : !hasAny(span, found) || covers(span) < terms.length) return [];
    return [{ kind, href: linkTo(address, anchor), ...about, words: show(shortened(span, found)) }];
  });
}

function linkTo(address: string, anchor: string): string {
  return anchor === '' ? address : `${address}#${anchor}`;
}

/** The words as the index counts them, with the space after them. Languages without spaces are parted by a mark that is not seen. */
function piecesOf({ content, raw_content: raw = '' }: Fragment): string[] {
  if (!raw.includes(MARK)) return content.split(/(?<=\s)(?=\S)/);
  return raw.replaceAll('&lt;', '<').replaceAll('&gt;', '>').split(MARK);
}

const MARK = '\u200B';

/** How many words a text has that they begin with. */
function wordsIn(words: readonly string[], text: string): number {
  let left = text.replaceAll(/\s+/g, '').length;
  let count = 0;
  for (const word of words) {
    if (left <= 0) break;
    left -= word.length;
    count += 1;
  }
  return count;
}

/** The parts of a record, each up to the next. */
function partsOf({ anchors }: Fragment, count: number): { name: PartName; span: Span }[] {
  const named = anchors.flatMap(({ id, location }) => {
    const name = readPartName(id);
    return name ? [{ name, start: location }] : [];
  });
  return named.map(({ name, start }, index) => ({ name, span: { start, end: named[index + 1]?.start ?? count } }));
}

/** The heading of the section of a body that a word stands in. */
function headingAbove({ anchors }: Fragment, place: number, span: Span): string | undefined {
  const isAbove = (location: number) => location >= span.start && location <= place;
  return anchors.findLast(({ element, id, location }) => /^h[2-6]$/.test(element) && id !== '' && isAbove(location))
    ?.id;
}

/** The sentence that has most of what was asked for, the first of them; nothing where there is none. */
function bestSentence(
  words: readonly string[],
  span: Span,
  found: ReadonlySet<number>,
  covers: (span: Span) => number,
) {
  let best: { span: Span; count: number } | undefined;
  for (const sentence of sentencesOf(words, span)) {
    const count = covers(sentence);
    const has = hasAny(sentence, found);
    if (has && count > (best?.count ?? -1)) best = { span: sentence, count };
  }
  return best && shortened(best.span, found);
}

function hasAny({ start, end }: Span, found: ReadonlySet<number>): boolean {
  for (let place = start; place < end; place += 1) if (found.has(place)) return true;
  return false;
}

function* sentencesOf(words: readonly string[], { start, end }: Span): Generator<Span> {
  let from = start;
  for (let place = start; place < end; place += 1) {
    if (place < end - 1 && !/[.!?…؟。！？]["'”’»)\]]*$/u.test(words[place] ?? '')) continue;
    yield { start: from, end: place + 1 };
    from = place + 1;
  }
}

/** As much of a long text as is read at a glance, around the first word that was found. */
function shortened({ start, end }: Span, found: ReadonlySet<number>): Span {
  if (end - start <= LONGEST) return { start, end };
  let first = start;
  while (first < end && !found.has(first)) first += 1;
  const from = Math.min(Math.max(start, first === end ? start : first - LONGEST / 3), end - LONGEST);
  return { start: Math.floor(from), end: Math.floor(from) + LONGEST };
}

/** How many terms some words were found for. */
function coveredBy(words: readonly string[], terms: readonly string[]): number {
  const compared = words.map(folded);
  return terms.filter((term) => compared.some((word) => isOf(word, term))).length;
}

/** The words that were asked for, as they are compared. Where words are not parted by spaces, the index alone knows them. */
function termsOf(asked: string): string[] {
  return asked
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .map(folded)
    .filter((term) => term !== '' && !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(term));
}

/** A word without marks, capitals and accents: "Kyïv," is "kyiv". */
export function folded(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** Whether a word was found for a term: one begins as the other does, endings aside. "Ally" begins as "allies" does. */
function isOf(found: string, asked: string): boolean {
  const [word, term] = [found.replaceAll('y', 'i'), asked.replaceAll('y', 'i')];
  return word.includes(stem(term)) || (term.startsWith(stem(word)) && term.length - word.length <= ENDING);
}

/** How many letters an ending may have: "run" is found for "running". */
const ENDING = 4;

function stem(word: string): string {
  return word.slice(0, Math.max(ENDING, word.length - ENDING + 1));
}
