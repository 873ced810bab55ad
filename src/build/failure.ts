import { inspect } from 'node:util';
import { shownPath } from './folders.ts';

/** What the machine refuses, by the code of the system or the words of a library that does not pass it on. */
const FAULTS: [RegExp, (path: string) => string][] = [
  [/\b(ENOSPC|EDQUOT)\b|os error (28|122)\b|No space left on device|disk is full/i, () => 'The disk is full.'],
  [
    /\bEROFS\b|os error 30\b|readonly database/,
    (path) => `${path || 'The disk'} cannot be written to: it is read-only.`,
  ],
  [/\b(EACCES|EPERM)\b|os error (1|13)\b/, (path) => `${path || 'A file'} is not open to this user.`],
  [/\b(EMFILE|ENFILE)\b|os error (23|24)\b/, () => 'This system allows too few open files.'],
  [
    /\bEIO\b|os error 5\b|disk I\/O error/,
    (path) => `${path || 'The disk'} cannot be read or written: the disk fails.`,
  ],
  [
    /\b(EBUSY|EXDEV)\b|os error (16|18)\b/,
    (path) => `${path || 'The output'} is a disk of its own or in use. Build to a folder in it.`,
  ],
];

/** How Rust and SQLite word what the system says. */
const WORDED = /os error \d+|No space left on device|database or disk is full|disk I\/O error|readonly database/i;

/**
 * What is wrong with the machine, in one sentence.
 *
 * @param text of an error, as the system, Node, Vite or a library words it.
 * @returns undefined if the error says nothing of the machine.
 */
export function faultOf(text: string): string | undefined {
  // Node: "ENOSPC: no space left on device, write '/a/b'". Words of a publication never have this form.
  const coded = /\bE[A-Z]{2,}: [^\n]*, [a-z]+[^\n]*/.exec(text)?.[0] ?? '';
  const worded = WORDED.exec(text)?.[0] ?? '';
  const path = /'([^'\n]+)'/.exec(coded)?.[1];
  const [, sentence] = FAULTS.find(([pattern]) => pattern.test(coded) || pattern.test(worded)) ?? [];
  return sentence?.(path === undefined ? '' : shownPath(path));
}

/** What the system refuses, in one sentence. Returns undefined for an error that does not come from the system. */
export function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // Node says there which call of the system failed.
  return faultOf(error.message) ?? ('syscall' in error ? `${error.message}.` : undefined);
}

/** What ended a build, to be printed. The message of a mistake in the content needs no stack; a fault of the program does. */
export function textOf(error: unknown): string {
  // By its name: it may come out of compiled pages, or out of a thread, which have classes of their own.
  return error instanceof Error && error.name === 'ContentError' ? error.message : inspect(error);
}
