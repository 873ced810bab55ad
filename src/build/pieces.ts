import { hash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { BuiltFile } from './manifest.ts';

/** A file of a site that is being put together. */
export interface Piece extends BuiltFile {
  /** The file that it is taken from, where it is not in the folder yet. An absolute path. */
  from?: string;
  /** Whether the two are kept apart: somebody may write into one of them. */
  foreign?: boolean;
}

/** Writes a file of a site. */
export function writePiece(folder: string, path: string, content: string | Uint8Array): Piece {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const file = join(folder, path);
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return { path, size: bytes.length, sha256: hash('sha256', bytes) };
}

/** Puts all pieces that stand elsewhere into the folder of the site. */
export function gather(folder: string, pieces: readonly Piece[]): void {
  const made = new Set<string>();
  for (const { path, from, foreign = false } of pieces) {
    if (from === undefined) continue;
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    if (foreign || !isLinked(from, file)) copyFileSync(from, file, constants.COPYFILE_FICLONE);
  }
}

/**
 * Does the same where the folder of an older site can be used: what is one file with a piece stays, and everything else goes.
 * With few changes that is little work.
 *
 * @param older is the folder of the site afterwards, and what was written for it is moved there.
 */
export function gatherInto(older: string, folder: string, pieces: readonly Piece[]): void {
  const sources = new Map(pieces.map(({ path, from, foreign = false }) => [path, foreign ? undefined : from]));
  const there = keepIn(older, '', (path) => isOneFile(join(older, path), sources.get(path)));
  const missing = pieces.filter(({ path }) => !there.has(path));
  for (const { path, from } of missing) if (from === undefined) move(join(folder, path), join(older, path));
  gather(older, missing);
}

/** Removes what is not to be kept, and folders that nothing is left in. Returns the paths of what was kept. */
function keepIn(
  folder: string,
  below: string,
  isKept: (path: string) => boolean,
  kept = new Set<string>(),
): Set<string> {
  const entries = readdirSync(join(folder, below), { withFileTypes: true });
  let left = entries.length;
  for (const entry of entries) {
    const path = below + entry.name;
    const before = kept.size;
    if (entry.isDirectory()) keepIn(folder, `${path}/`, isKept, kept);
    else if (isKept(path)) kept.add(path);
    else unlinkSync(join(folder, path));
    if (kept.size === before) left -= 1;
  }
  if (left === 0 && below !== '') rmdirSync(join(folder, below));
  return kept;
}

function isOneFile(path: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  const [one, two] = [path, other].map((file) => lstatSync(file, { throwIfNoEntry: false }));
  return one !== undefined && one.ino === two?.ino && one.dev === two.dev;
}

/** A file that the disk has lost is missed when the site is looked through. */
function move(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

/** One file with two names takes no room and no time. Not every file system can, nor across two of them. */
function isLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') {
      // The same was rendered again. The file of before keeps its time.
      unlinkSync(to);
      return isLinked(from, to);
    }
    if (CANNOT_LINK.includes(code)) return false;
    throw error;
  }
}

const CANNOT_LINK = ['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];
