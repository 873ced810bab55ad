import { existsSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shownPath } from './folders.ts';
import { takeLock } from './lock.ts';
import { clean, makeStaging, outputBehind, refuseForeign, STORE_LOCK, standing, storeOf } from './swap.ts';

/** The time of one build: it has its output and the caches of the project for itself. */
export interface Session {
  /** Where the site is served from. An absolute path, as the others. */
  output: string;
  /** Where the site is put together. */
  staging: string;
  /** Lets other builds begin, and removes what was not published. */
  end(): void;
}

/**
 * Waits until no other build runs, and begins one.
 *
 * @param folder that the site is served from.
 * @param root of the project.
 * @param onWait is called once if there is a wait.
 * @throws OutputError, LockError, or an error of the file system.
 */
export async function beginSession(folder: string, root: string, onWait: () => void): Promise<Session> {
  const output = outputBehind(folder);
  refuseForeign(output, root);
  // Builds of one project share its caches, and those of one output the folder beside it.
  const shared = join(root, 'node_modules', '.astro');
  const locks = [await takeLock(join(shared, 'build.lock'), onWait)];
  const store = storeOf(output);
  mkdirSync(dirname(store), { recursive: true });
  // By itself: on a read-only disk a recursive mkdir says ENOENT.
  if (!existsSync(store)) mkdirSync(store);
  // A network share may know no locks: then builds out of several projects to one output are not kept apart.
  const ofOutput = await takeLock(join(store, STORE_LOCK), onWait).catch(() => undefined);
  if (ofOutput) locks.push(ofOutput);
  clean(output);
  cleanCards(join(shared, 'cards'));
  const staging = makeStaging(output);
  const end = () => {
    try {
      clean(output);
    } catch {
      // The next build removes what cannot be removed now.
    }
    for (const lock of locks) lock.release();
  };
  return { output, staging, end };
}

/** Removes cards that were being written when a build was killed: `<digest>.png.<process>.<thread>`. */
export function cleanCards(folder: string): void {
  for (const name of globSync('*.png.*', { cwd: folder })) rmSync(join(folder, name), { force: true });
}

/** What is said of an output that a build did not touch. */
export function untouched(output: string): string {
  if (standing(output) === 'nothing') return 'Nothing was published.';
  return `Nothing was published: ${shownPath(output)} is as it was.`;
}
