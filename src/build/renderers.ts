import { fork } from 'node:child_process';
import { existsSync, globSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Task } from './compile.ts';
import type { Piece } from './pieces.ts';
import { readRenderer } from './renderer.ts';
import { remove } from './swap.ts';

const COMPILE = fileURLToPath(new URL('./compile.ts', import.meta.url));
const NAME = 'renderer-';
const MAKING = 'making-renderer';

/** The renderer could not be compiled. What is wrong was printed. */
export class CompileError extends Error {}

/**
 * A renderer for what is to be rendered: the one that is there, or a new one in its place.
 *
 * @param cache the folder that it is kept in.
 * @param digest of all that is compiled.
 * @returns its folder.
 * @throws CompileError
 */
export async function rendererOf(cache: string, digest: string, task: Omit<Task, 'folder'>): Promise<string> {
  const folder = join(cache, NAME + digest.slice(0, 16));
  if (existsSync(folder)) return folder;
  const making = join(cache, MAKING);
  remove(making);
  mkdirSync(making, { recursive: true });
  await compile({ ...task, folder: making });
  for (const other of globSync(`${NAME}*`, { cwd: cache })) remove(join(cache, other));
  renameSync(making, folder);
  return folder;
}

/** The fonts and images that belong to a renderer. Whoever writes into those of a site does not write into these. */
export function assetsOf(folder: string): Piece[] {
  return readRenderer(folder).assets.map((asset) => ({ ...asset, from: join(folder, asset.path), foreign: true }));
}

function compile(task: Task): Promise<void> {
  const child = fork(COMPILE, { serialization: 'advanced' });
  child.send(task);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new CompileError())));
  });
}
