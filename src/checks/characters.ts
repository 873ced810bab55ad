import { BIDI, mayTurn, runsRightToLeft } from '../schemas/characters.ts';
import type { Place } from './document.ts';
import type { Mistake } from './mistake.ts';

/** What XML, and so every feed, cannot hold (w3.org/TR/xml, Char). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

type Found = Pick<Mistake, 'rule' | 'message' | 'line' | 'column'>;

/**
 * Characters that no text may hold, or only some.
 *
 * @returns the text with a mark of the same length in the place of each, so that the rest can be checked, and what was found.
 */
export function cleanText(text: string): { text: string; found: Found[] } {
  const found: Found[] = [];
  const control = 'There is an invisible control character here. Delete it.';
  const cleaned = text.replaceAll(CONTROL, (_character, at: number) => {
    found.push({ ...placeIn(text, at), rule: 'control-character', message: control });
    return '\uFFFD';
  });
  if (cleaned.search(BIDI) < 0) return { text: cleaned, found };
  const lines = cleaned.split('\n').map((line, index) => {
    if (mayTurn(line)) return line;
    return line.replaceAll(BIDI, (character, at: number) => {
      found.push({ line: index + 1, column: at + 1, rule: 'bidi-control', message: bidiMessage(line, character) });
      return '\uFFFD';
    });
  });
  return { text: lines.join('\n'), found };
}

/** What is wrong with a character that turns the direction of its line. */
export function bidiMessage(line: string, character: string): string {
  const name = `U+${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return runsRightToLeft(line)
    ? `The invisible character ${name} turns the direction of the text, and is not ended on its line. Delete it, or end it.`
    : `The invisible character ${name} turns the direction of the text, which shows other words than are there. Delete it.`;
}

/** Where places of a text are, for many of them: where its lines begin is looked up once. */
export function placesIn(text: string): (at: number) => Place {
  let starts: number[] | undefined;
  return (at) => {
    starts ??= [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  };
}

/** Where a place of a text is. */
export function placeIn(text: string, at: number): Place {
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let index = before.indexOf('\n'); index >= 0; index = before.indexOf('\n', index + 1)) line += 1;
  return { line, column: at - lineStart + 1 };
}
