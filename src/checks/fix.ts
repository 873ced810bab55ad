import type { Mistake } from './mistake.ts';

/**
 * A text with the mends of its mistakes made. Each is within its line, and no two touch the same characters.
 *
 * @param text of a file, without its byte-order mark.
 * @param mistakes of that file.
 * @returns the text, and how many mends were made.
 */
export function fixText(text: string, mistakes: readonly Mistake[]): { text: string; count: number } {
  const lines = text.split('\n');
  let count = 0;
  const fromTheEnd = mistakes
    .flatMap(({ line, column, fix }) => (fix ? [{ line, start: column - 1, ...fix }] : []))
    .sort((a, b) => b.line - a.line || b.start - a.start);
  let last = { line: 0, start: 0 };
  for (const { line, start, length, replacement } of fromTheEnd) {
    const given = lines[line - 1];
    const touchesLast = last.line === line && start + length > last.start;
    if (given === undefined || touchesLast || start + length > given.length) continue;
    lines[line - 1] = given.slice(0, start) + replacement + given.slice(start + length);
    last = { line, start };
    count += 1;
  }
  return { text: lines.join('\n'), count };
}
