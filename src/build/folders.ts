import { createHash } from 'node:crypto';
import { globSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';

/** The folder that is published: READOUT_CONTENT where it is set, else content/. An absolute path. */
export function contentFolder(): string {
  return resolve(process.env.READOUT_CONTENT ?? 'content');
}

/** Whether that folder is there. */
export function hasContent(): boolean {
  return statSync(contentFolder(), { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Where builds of a content folder keep what they can use again: each publication has its own. */
export function cacheFolder(content = contentFolder()): string {
  return `./node_modules/.astro/${createHash('sha256').update(content).digest('hex').slice(0, 12)}`;
}

/** Where Node keeps what it has compiled of the code of builds, which is removed with the renderer that it was used with. */
export function compiledCode(cache = cacheFolder()): string {
  return `${cache}/code`;
}

/** How the names of renderers begin there. */
export const RENDERER = 'renderer-';

/** Whether there is one already. */
export function hasRenderer(): boolean {
  return globSync(`${RENDERER}*`, { cwd: cacheFolder() }).length > 0;
}

/** A path as a message shows it: from the folder that the command runs in where it is inside of it. */
export function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere === '' || fromHere.startsWith('..') || isAbsolute(fromHere) ? path : fromHere;
}

/** What pages may be made from, in the folder of the project. */
const OF_PAGES = /^(?:src|public|astro\.config\.mjs|package\.json|tsconfig\.json)(?:$|[\\/])/;

/** Whether a path of this project has nothing that pages are made from. */
export function isOfNoPage(path: string): boolean {
  const inProject = relative(process.cwd(), path);
  const isContent = !relative(contentFolder(), path).startsWith('..');
  return inProject !== '' && !inProject.startsWith('..') && !isContent && !OF_PAGES.test(inProject);
}
