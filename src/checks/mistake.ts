import { RULES, type RuleId } from './rules.ts';

/** One thing wrong with the content, and where. */
export interface Mistake {
  /** Relative to the folder above content/, with forward slashes, as an editor would open it. */
  file: string;
  /** Both count from 1; columns in UTF-16 units, as editors count. */
  line: number;
  column: number;
  /** The rule that is broken. */
  rule: RuleId;
  /** What is wrong and, where it can be told, the mend. One or more sentences. */
  message: string;
  /** The mend as an edit that cannot do harm. */
  fix?: Fix | undefined;
}

/** A mistake of which the file is known. */
export type Found = Omit<Mistake, 'file'>;

/** Puts a text in the place of so many units, from the place of the mistake on and within its line. */
export interface Fix {
  length: number;
  replacement: string;
}

/** Content that does not hold. Its message is every mistake, one a line: it needs no stack to be understood. */
export class ContentError extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(report(mistakes));
    this.name = 'ContentError';
    this.mistakes = mistakes;
    this.stack = this.message;
  }
}

/** Whether a mistake may be published all the same. */
export function isWarning({ rule }: Pick<Mistake, 'rule'>): boolean {
  return RULES[rule].level === 'warning';
}

/** By file, then line, column and rule: the same mistakes give the same report, whatever was read first. */
export function sortMistakes(mistakes: readonly Mistake[]): Mistake[] {
  return [...mistakes].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule),
  );
}

/** `content/topics.yaml:3:5  error  unknown-key  "nmae" is not known here. Did you mean "name"?` */
export function formatMistake({ file, line, column, rule, message }: Mistake): string {
  return printable(`${file}:${line}:${column}  ${RULES[rule].level}  ${rule}  ${message}`);
}

/** A text that stays on its line and does nothing to a terminal: with control characters as JSON writes them. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1));
}

/** All mistakes, one a line, and a last line that counts them. */
export function report(mistakes: readonly Mistake[]): string {
  const files = new Set(mistakes.map(({ file }) => file)).size;
  const count = `${plural(mistakes.length, 'mistake')} in ${plural(files, 'file')}. Nothing is published.`;
  return [...mistakes.map(formatMistake), '', count].join('\n');
}

/** "1 mistake", "2 mistakes" */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Compares by code units, so that the order does not depend on the machine's language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
