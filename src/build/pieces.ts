import { hash } from 'node:crypto';
import { constants, copyFileSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
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
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
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

/** One file with two names takes no room and no time. Not every file system can, nor across two of them. */
function isLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') {
      // The same was rendered again. The file of before keeps its time.
      rmSync(to);
      return isLinked(from, to);
    }
    if (CANNOT_LINK.includes(code)) return false;
    throw error;
  }
}

const CANNOT_LINK = ['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];
