import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ReadFolder } from '../checks/content.ts';
import { listFolder } from '../checks/folder.ts';
import { type Reading, readFile } from '../checks/reading.ts';
import { rendererVersion } from '../markdown/render.ts';
import { makePaths } from '../paths.ts';
import { type ReadTask, readFiles, readImageFile, stampOf } from './read.ts';
import { Store, type StoredFile, storeAt } from './store.ts';
import { inThread } from './threads.ts';

/** The content folder as it is now, read where it has changed since it was read last. */
export interface Readings extends ReadFolder {
  /** What the store has of every text and image, by name. */
  stored: ReadonlyMap<string, StoredFile>;
}

/**
 * Reads a content folder. What a build before has read, and has not changed since, is not opened.
 *
 * @param folder the path of the content folder.
 * @throws Error of the file system if the folder cannot be opened.
 */
export async function readFolder(folder: string): Promise<Readings> {
  const listing = listFolder(folder);
  const store = new Store();
  const stored = new Map(store.files().map((found) => [found.name, found]));
  const known = store.bodies();
  const names = listing.entries.map(({ name }) => name);
  const gone = new Set(stored.keys()).difference(new Set([...names, ...listing.images]));
  for (const name of gone) stored.delete(name);
  store.remove([...gone]);
  const stamps = new Map<string, string>();
  const url = siteUrl(folder);
  const pipeline = url === undefined ? '' : `${rendererVersion(makePaths(url))}-`;
  // Those that were rendered for another address lead elsewhere.
  const bodies = new Set([...known].filter((key) => key.startsWith(pipeline)));
  const isCurrent = (name: string) => isAsRead(folder, stored.get(name), bodies, stamps);
  const task = { folder, url, pipeline, known: bodies };
  const missing = names.filter((name) => !isCurrent(name));
  const files = await readMissing({ ...task, names: missing }, store);
  const images = listing.images.filter((name) => !isCurrent(name)).map((name) => readImageFile(folder, name));
  store.put(images, []);
  store.restamp(stamps);
  store.close();
  for (const found of [...files, ...images]) stored.set(found.name, found);
  const parsed = (name: string) => {
    const found = stored.get(name);
    return { ...JSON.parse(found?.reading ?? '{}'), entries: JSON.parse(found?.entries ?? '{}').entries };
  };
  return {
    folder,
    listing,
    stored,
    readings: names.map(parsed),
    images: listing.images.map((name) => JSON.parse(stored.get(name)?.reading ?? '{}')),
  };
}

/**
 * Whether a file is as it was read. One with another time may be: after a checkout all of them have one.
 *
 * @param stamps takes the new size and time of one that is.
 */
function isAsRead(
  folder: string,
  stored: StoredFile | undefined,
  bodies: ReadonlySet<string>,
  stamps: Map<string, string>,
): boolean {
  if (!stored || stored.digest === '' || (stored.body !== '' && !bodies.has(stored.body))) return false;
  const stamp = stampOf(folder, stored.name);
  if (stamp === stored.stamp) return true;
  if (digestOf(join(folder, stored.name)) !== stored.digest) return false;
  stamps.set(stored.name, stamp);
  return true;
}

function digestOf(path: string): string | undefined {
  try {
    return hash('sha256', readFileSync(path));
  } catch {
    return undefined;
  }
}

/** A thread takes as long to start as some files take to be read. */
const WORTH_A_THREAD = 150;

/** Reads on every core what has to be read. */
async function readMissing(task: ReadTask, store: Store): Promise<StoredFile[]> {
  const count = Math.min(availableParallelism(), Math.floor(task.names.length / WORTH_A_THREAD));
  if (count < 2) {
    const { files, bodies } = readFiles(task);
    store.put(files, bodies);
    return files;
  }
  const shares = Array.from({ length: count }, (_, share) =>
    task.names.filter((_name, index) => index % count === share),
  );
  const read = await Promise.all(
    shares.map((names) => inThread<StoredFile[]>('./read-thread.ts', { ...task, names, store: storeAt() })),
  );
  return read.flat();
}

/** Nothing where site.yaml cannot be read. */
function siteUrl(folder: string): string | undefined {
  const site: Reading = readFile(folder, 'site.yaml');
  return site.collection === 'site' ? site.entries[0]?.data.url : undefined;
}
