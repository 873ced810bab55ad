import { randomBytes } from 'node:crypto';
import { existsSync, globSync, mkdirSync, renameSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { basename, join } from 'node:path';
import type { Task } from './compile.ts';
import { compile } from './compiler.ts';
import { compiledCode, RENDERER } from './folders.ts';
import { gather, type Piece } from './pieces.ts';
import { readRenderer } from './renderer.ts';
import { remove } from './swap.ts';

/** Before the name of one that is made or removed. */
const UNFINISHED = 'unfinished-';

/** Those that are being made, by their folders. */
const making = new Map<string, Promise<string>>();

/**
 * A renderer for what is to be rendered: the one that is there, or a new one in its place.
 *
 * @param cache the folder that it is kept in.
 * @param digest of all that is compiled.
 * @returns its folder.
 * @throws ProcessError
 */
export function rendererOf(cache: string, digest: string, task: Omit<Task, 'folder' | 'cache'>): Promise<string> {
  const folder = join(cache, RENDERER + digest.slice(0, 16));
  if (existsSync(folder)) return Promise.resolve(folder);
  const begun = making.get(folder) ?? Promise.allSettled(making.values()).then(() => make(cache, folder, task));
  making.set(folder, begun);
  return begun;
}

async function make(cache: string, folder: string, task: Omit<Task, 'folder' | 'cache'>): Promise<string> {
  for (const name of globSync(`${UNFINISHED}*`, { cwd: cache })) remove(join(cache, name));
  const others = globSync(`${RENDERER}*`, { cwd: cache }).map((name) => join(cache, name));
  // Of its own: what a killed build has started may write to its folder for another moment.
  const unfinished = join(cache, `${UNFINISHED}${RENDERER}${randomBytes(4).toString('hex')}`);
  const astro = join(unfinished, 'astro');
  try {
    mkdirSync(astro, { recursive: true });
    // Astro takes whatever is in its cache for whole. A renderer that is finished is whole.
    for (const other of others) gather(join(astro, 'assets'), assetsOf(other).map(byName));
    await compile({ ...task, folder: unfinished, cache: astro });
    remove(astro);
    renameSync(unfinished, folder);
  } catch (error) {
    remove(unfinished);
    throw error;
  }
  for (const other of others) discard(other);
  remove(compiledCode(cache));
  // Where this build will write what it has compiled.
  mkdirSync(getCompileCacheDir() ?? cache, { recursive: true });
  return folder;
}

/** Astro keeps images by their names. */
function byName(asset: Piece): Piece {
  return { ...asset, path: basename(asset.path) };
}

/** Removes a renderer so that no build ever takes what is left of it for a whole one. */
function discard(folder: string): void {
  const removed = join(folder, '..', UNFINISHED + basename(folder));
  renameSync(folder, removed);
  remove(removed);
}

/** The fonts and images that belong to a renderer. Whoever writes into those of a site does not write into these. */
export function assetsOf(folder: string): Piece[] {
  return readRenderer(folder).assets.map((asset) => ({ ...asset, from: join(folder, asset.path), foreign: true }));
}

/** Nothing was said: the system has run out of memory, or somebody has ended it. */
