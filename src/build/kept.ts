import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheFolder } from './folders.ts';
import { MANIFEST } from './manifest.ts';
import { gatherInto } from './pieces.ts';
import type { Site } from './site.ts';
import { remove } from './swap.ts';

/** Where a site is kept besides its output. An absolute path. */
export function keptFolder(): string {
  return resolve(cacheFolder(), 'site');
}

/**
 * Keeps the site that was just published among the caches, where the next build finds it if the output is gone: a build service
 * keeps caches from one machine to the next, and no output. Its files are those of the site, by other names.
 *
 * @param output the folder that is served.
 */
export function keepSite(output: string, { manifest, pieces }: Pick<Site, 'manifest' | 'pieces'>): void {
  const [kept, folder] = [keptFolder(), realpathSync(output)];
  try {
    mkdirSync(kept, { recursive: true });
    // The manifest goes first and comes last: without it nobody takes the folder for a site.
    gatherInto(
      kept,
      folder,
      pieces.map(({ path, size, sha256 }) => ({ path, size, sha256, from: join(folder, path) })),
    );
    writeFileSync(join(kept, MANIFEST), manifest);
  } catch (error) {
    remove(kept);
    throw error;
  }
}
