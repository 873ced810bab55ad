import { existsSync, globSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BuiltFile } from './manifest.ts';

/*
 * Astro writes fonts and images straight into its cache, and takes whatever is there for whole. So a cache that a build
 * was writing when it was killed, or when the disk was full, is not used again.
 */

const UNFINISHED = 'unfinished';

/** Forgets the cache of a build that did not end well, and notes that another has begun. */
export function beginCache(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder);
  // The note goes last, or rather stays: this may be killed as well.
  const forgotten = names.includes(UNFINISHED) ? names.filter((name) => name !== UNFINISHED) : [];
  for (const name of forgotten) rmSync(join(folder, name), { recursive: true, force: true });
  writeFileSync(join(folder, UNFINISHED), '');
}

/**
 * Notes that the build ended well.
 *
 * @param files of the site. An image in the cache that is not as large as the one in the site was not written to its end,
 * of which Astro only warns: it is forgotten.
 */
export function endCache(folder: string, files: readonly BuiltFile[]): void {
  const sizes = new Map(files.map(({ path, size }) => [basename(path), size]));
  const images = join(folder, 'assets');
  for (const name of existsSync(images) ? readdirSync(images) : []) {
    const size = sizes.get(name);
    if (size !== undefined && size !== statSync(join(images, name)).size) rmSync(join(images, name));
  }
  rmSync(join(folder, UNFINISHED), { force: true });
}

/** Removes cards that were being written when a build was killed: `<digest>.png.<process>`. */
export function cleanCards(folder: string): void {
  for (const name of globSync('*.png.*', { cwd: folder })) rmSync(join(folder, name), { force: true });
}
