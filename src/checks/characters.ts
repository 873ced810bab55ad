import type { Place } from './document.ts';
import type { Mistake } from './mistake.ts';

/** What XML, and so every feed, cannot hold (w3.org/TR/xml, Char). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Embeddings, overrides and isolates (Unicode Standard Annex 9, 2.1 to 2.5), and what ends them. */
const OPENS = /[\u202A\u202B\u202D\u202E\u2066-\u2068]/;
const ENDS = /[\u202C\u2069]/;
const BIDI = /[\u202A-\u202E\u2066-\u2069]/g;
/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

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

/** Whether characters that turn the direction stand in text that runs from right to left, and each is ended. */
export function mayTurn(line: string): boolean {
  return line.search(BIDI) < 0 || (RIGHT_TO_LEFT.test(line) && isEnded(line));
}

function isEnded(line: string): boolean {
  let open = 0;
  for (const character of line) {
    if (OPENS.test(character)) open += 1;
    if (ENDS.test(character)) open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

function bidiMessage(line: string, character: string): string {
  const name = `U+${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return RIGHT_TO_LEFT.test(line)
    ? `The invisible character ${name} turns the direction of the text, and is not ended on its line. Delete it, or end it.`
    : `The invisible character ${name} turns the direction of the text, which shows other words than are there. Delete it.`;
}

/** Where a place of a text is. */
export function placeIn(text: string, at: number): Place {
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let index = before.indexOf('\n'); index >= 0; index = before.indexOf('\n', index + 1)) line += 1;
  return { line, column: at - lineStart + 1 };
}
