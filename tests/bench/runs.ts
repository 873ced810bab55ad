import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type Contestant, FOLDER } from './contestants.ts';
import { article } from './corpus.ts';
import { type Command, type Measured, measure } from './measure.ts';
import { edited, filesIn, staleIn, wrongIn } from './output.ts';
import type { Mode, Run } from './table.ts';

/** One contestant with the content of one size, through as many runs as are asked for. */
export interface Entry {
  contestant: Contestant;
  size: number;
  /** Whether its site is out of the made-up corpus, and can be held against it. */
  corpus: boolean;
  /** What was built, once it was. */
  built?: { files: number; pages: number; wrong: string[] };
  /** Whether the site and the caches on the disk are those of the content. */
  fresh: boolean;
}

/**
 * Builds one contestant in every mode that it knows, in the order of the modes.
 *
 * @param number of the run, from 1.
 * @param tell gets each run as it ends. After one that broke there are no others.
 */
export async function runModes(
  entry: Entry,
  modes: readonly Mode[],
  number: number,
  tell: (run: Run) => void,
): Promise<void> {
  for (const mode of modes.filter((mode) => knows(entry, mode))) {
    const { printed, exitCode, ...took } = await runMode(entry, mode, number);
    const failed =
      exitCode === 0 ? wrongAfter(entry, mode, number) : `ended with ${exitCode}: ${printed.slice(-2_000)}`;
    if (isEdited(mode)) entry.contestant.rewrite(article(entry.size - 1, entry.size));
    entry.fresh = exitCode === 0 && !isEdited(mode) && (mode !== 'check' || entry.fresh);
    tell({ contestant: entry.contestant.name, size: entry.size, number, mode, ...took, ...(failed ? { failed } : {}) });
    if (exitCode !== 0) break;
  }
}

function knows({ contestant, corpus }: Entry, mode: Mode): boolean {
  if (mode === 'check' || mode === 'restored') return contestant.check !== undefined;
  return mode !== 'edit' || corpus;
}

async function runMode(entry: Entry, mode: Mode, number: number): Promise<Measured> {
  const { contestant, size } = entry;
  if (mode === 'check' && contestant.check) return measure(contestant.check);
  if (mode === 'cold') forget(contestant);
  else if (!entry.fresh) {
    forget(contestant);
    await measure(contestant.build);
  }
  const build = mode === 'restored' ? onService(contestant.build) : contestant.build;
  if (mode === 'restored') {
    // What a build there has kept; the site is gone with its machine.
    await measure(build);
    remove(contestant.outputs);
  }
  if (isEdited(mode)) contestant.rewrite(edited(article(size - 1, size), marks(number)));
  return measure(build);
}

/** Whether the newest article is another than in the build before. */
function isEdited(mode: Mode): boolean {
  return mode === 'edit' || mode === 'restored';
}

/** Build services set CI. */
function onService(build: Command): Command {
  return { ...build, variables: { ...build.variables, CI: 'true' } };
}

/** Why a run that ended well does not count, or an empty text. */
function wrongAfter(entry: Entry, mode: Mode, number: number): string {
  const { contestant, corpus, size } = entry;
  if (mode === 'check') return '';
  if (isEdited(mode)) {
    const stale = staleIn(contestant.output, article(size - 1, size), marks(number));
    return stale.length === 0 ? '' : `stale: ${stale.join(', ')}`;
  }
  entry.built ??= { ...filesIn(contestant.output), wrong: corpus ? wrongIn(contestant.output, size) : [] };
  return entry.built.wrong.slice(0, 5).join('; ');
}

/** What a run writes into the article that it edits: what the run before it wrote is not taken for it. */
function marks(number: number) {
  return { inHeadline: `second look ${number}`, inBody: `third look ${number}` };
}

/** Removes the site of a contestant, and all that it can use again. */
export function forget({ outputs, caches }: Contestant): void {
  remove([...outputs, ...caches]);
}

/** What runs have left, until all of them are over. */
export const TRASH = join(FOLDER, 'trash');

function remove(paths: readonly string[]): void {
  // Out of the way and not removed: for minutes after thousands of files are removed, ext4 makes new ones several times more
  // slowly, and a machine that has never built has removed none.
  mkdirSync(TRASH, { recursive: true });
  for (const path of paths) if (existsSync(path)) renameSync(path, join(TRASH, randomUUID()));
}
