import { shownPath } from './folders.ts';

/** What the machine refuses, by the code of the system or the words of a library that does not pass it on. */
const FAULTS: [RegExp, (path: string) => string][] = [
  [/\b(ENOSPC|EDQUOT)\b|os error (28|122)\b|No space left on device|disk is full/i, () => 'The disk is full.'],
  [/\bEROFS\b|os error 30\b/, (path) => `${path || 'The disk'} cannot be written to: it is read-only.`],
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

/**
 * What is wrong with the machine, in one sentence.
 *
 * @param text of an error, as the system, Node, Vite or a library words it.
 * @returns undefined if the error says nothing of the machine.
 */
export function faultOf(text: string): string | undefined {
  // Node: "ENOSPC: no space left on device, write '/a/b'". Words of a publication never have this form.
  const coded = /\bE[A-Z]{2,}: [^\n]*, [a-z]+[^\n]*/.exec(text)?.[0] ?? '';
  const worded = /os error \d+|No space left on device|database or disk is full|disk I\/O error/i.exec(text)?.[0] ?? '';
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

/**
 * From now on a fault of the machine is told in one sentence, once. Astro prints whatever ends a build with its stack by
 * `console.error`, and asks nobody.
 *
 * @param sentence what is printed for a fault.
 * @returns whether a fault has been told.
 */
export function tellFaults(sentence: (fault: string) => string): () => boolean {
  const print = console.error;
  let told = false;
  console.error = (...texts: unknown[]) => {
    const fault = faultOf(texts.map(String).join(' '));
    if (fault === undefined) print(...texts);
    // Astro may be in the middle of a line.
    else if (!told) print(`\n${sentence(fault)}`);
    told ||= fault !== undefined;
  };
  return () => told;
}
