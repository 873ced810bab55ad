import type { Mistake } from './mistake.ts';

/** Spaces at the ends of lines of YAML, where they mean nothing. In Markdown two of them break a line, and stay. */
export function trailingSpaces(
  text: string,
  lineOffset: number,
): Pick<Mistake, 'line' | 'column' | 'rule' | 'message' | 'fix'>[] {
  if (!/[ \t]\r?$/m.test(text)) return [];
  return text.split('\n').flatMap((line, index) => {
    const whole = line.replace(/\r$/, '');
    const kept = whole.replace(/[ \t]+$/, '');
    const length = whole.length - kept.length;
    if (length === 0) return [];
    const message = 'The line ends in spaces. Delete them.';
    const place = { line: index + 1 + lineOffset, column: kept.length + 1 };
    return [{ ...place, rule: 'trailing-space' as const, message, fix: { length, replacement: '' } }];
  });
}
