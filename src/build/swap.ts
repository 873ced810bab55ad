import { createHash, randomBytes } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { shownPath } from './folders.ts';

/*
 * Builds are kept beside the output, on the same file system: `.dist/` for `dist`. The output is a link to one of them.
 *
 *     dist ─► .dist/3f1c0a9b7e42    the site, named after the digest of its manifest
 *             .dist/91d2b86a50ce    the site before it, which a server may still be sending
 *             .dist/building-…      a build that runs, or was killed
 *             .dist/before-…        a plain folder that stood where the link stands now
 *             .dist/lock
 */

const BUILDING = 'building-';
const BEFORE = 'before-';
const LINK = 'link-';
export const STORE_LOCK = 'lock';

/** An output that must not be replaced. The message is a sentence for who asked for it. */
export class OutputError extends Error {}

/** The folder that the builds of an output are kept in. */
export function storeOf(output: string): string {
  return join(dirname(output), `.${basename(output)}`);
}

/** The output itself: where somebody put a link of their own there, what it leads to. An absolute path. */
export function outputBehind(path: string): string {
  let output = resolve(path);
  for (let links = 0; standing(output) === 'link' && !leadsToStore(output); links += 1) {
    if (links === 40) throw new OutputError(`${path} is a link that leads in a circle.`);
    output = resolve(dirname(output), readlinkSync(output));
  }
  return output;
}

/**
 * Refuses an output that holds something else than a site: all of it would be replaced.
 *
 * @param root the folder of the project.
 * @throws OutputError
 */
export function refuseForeign(output: string, root: string): void {
  const name = shownPath(output);
  const fromOutput = relative(output, root);
  if (!fromOutput.startsWith('..') && !isAbsolute(fromOutput)) {
    throw new OutputError(`${name} holds the whole project, and a build replaces it. Choose another --outDir.`);
  }
  const kind = standing(output);
  if (kind === 'file') throw new OutputError(`${name} is a file, not a folder. Remove it, or choose another --outDir.`);
  if (kind !== 'folder') return;
  if (statSync(output).dev !== statSync(dirname(output)).dev) {
    throw new OutputError(
      `${name} is a disk of its own, which nothing can take the place of. Build to a folder in it.`,
    );
  }
  const names = readdirSync(output);
  if (names.length > 0 && (!names.includes('index.html') || names.includes('.git'))) {
    throw new OutputError(
      `${name} holds something else than a site, and a build replaces it. If it is an old site, remove it; if not, choose another --outDir.`,
    );
  }
}

/** Removes what killed builds left behind, and brings back an output that one of them had just moved aside. */
export function clean(output: string): void {
  const store = storeOf(output);
  const names = readdirSync(store);
  const before = names.find((name) => name.startsWith(BEFORE));
  // A link that was made and not used tells this from an output that somebody has removed.
  const interrupted = names.some((name) => name.startsWith(LINK)) && standing(output) === 'nothing';
  if (interrupted && before !== undefined) renameSync(join(store, before), output);
  for (const name of names) if (name.startsWith(BUILDING) || name.startsWith(LINK)) remove(join(store, name));
}

/** Makes an empty folder to build in. Each build has its own. */
export function makeStaging(output: string): string {
  const staging = join(storeOf(output), BUILDING + randomBytes(4).toString('hex'));
  // Not mkdtemp: its folders are closed to other users, and a server is one.
  mkdirSync(staging);
  return staging;
}

/**
 * Takes the build before the one that stands, which the next swap would remove: most of its files are those of the next one.
 * A server that is still sending one of them goes on, as if it were removed.
 *
 * @returns the folder that it is in now; nothing where there is none.
 */
export function takeOlder(output: string): string | undefined {
  if (standing(output) !== 'link') return undefined;
  const store = storeOf(output);
  const current = basename(readlinkSync(output));
  const isOlder = (name: string) =>
    name !== current && name !== STORE_LOCK && ![BUILDING, BEFORE, LINK].some((start) => name.startsWith(start));
  const older = readdirSync(store).find(isOlder);
  if (older === undefined) return undefined;
  const taken = join(store, BUILDING + randomBytes(4).toString('hex'));
  renameSync(join(store, older), taken);
  return taken;
}

/**
 * Puts a build that is complete in the place of the output, in one rename. The build before it is kept, older ones are
 * removed.
 *
 * @param staging the folder with the new build; it is moved.
 * @param text of its manifest.
 * @param plain whether an output that does not stand yet becomes a folder, for services that refuse links.
 */
export function swapIn(staging: string, output: string, text: string, plain: boolean): void {
  const kind = standing(output);
  if (plain && kind === 'nothing') {
    renameSync(staging, output);
    return;
  }
  const store = storeOf(output);
  const name = freeName(store, createHash('sha256').update(text).digest('hex').slice(0, 12));
  renameSync(staging, join(store, name));
  const before = kind === 'link' ? basename(readlinkSync(output)) : BEFORE + randomBytes(4).toString('hex');
  try {
    const link = makeLink(output, name);
    // Nothing can be renamed over a folder, and on Windows no link over another.
    if (kind === 'folder') renameSync(output, join(store, before));
    if (kind === 'link' && process.platform === 'win32') unlinkSync(output);
    renameSync(link, output);
  } catch (error) {
    remove(join(store, name));
    clean(output);
    throw error;
  }
  removeBut([name, before, STORE_LOCK], store);
}

/** What cannot be removed now goes after the next build: the new site stands, and that is what counts. */
function removeBut(keep: readonly string[], store: string): void {
  try {
    for (const name of readdirSync(store)) if (!keep.includes(name)) remove(join(store, name));
  } catch {}
}

/** Removes a folder that other threads may still be writing to. */
export function remove(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}

/** Relative, so that the project can be moved, but for Windows, where a link that needs no privilege is absolute. */
function makeLink(output: string, name: string): string {
  const store = storeOf(output);
  const link = join(store, LINK + randomBytes(4).toString('hex'));
  const build = join(store, name);
  if (process.platform === 'win32') symlinkSync(build, link, 'junction');
  else symlinkSync(relative(dirname(output), build), link);
  return link;
}

/** A build of the same content may still be there, and be read by a server. */
function freeName(store: string, id: string): string {
  const taken = readdirSync(store);
  let name = id;
  for (let number = 2; taken.includes(name); number += 1) name = `${id}-${number}`;
  return name;
}

export function standing(path: string): 'nothing' | 'link' | 'folder' | 'file' {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return 'nothing';
  if (found.isSymbolicLink()) return 'link';
  return found.isDirectory() ? 'folder' : 'file';
}

function leadsToStore(output: string): boolean {
  return dirname(resolve(dirname(output), readlinkSync(output))) === storeOf(output);
}
