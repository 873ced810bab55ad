import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ReadFolder } from '../checks/content.ts';
import { listFolder } from '../checks/folder.ts';
import { type Reading, readFile } from '../checks/reading.ts';
import { makePaths } from '../paths.ts';
import { bodyVersion } from './body-version.ts';
import { inProcess } from './processes.ts';
import { type ReadTask, readImageFile, readInto, stampOf } from './read.ts';
import { Store, type StoredFile, storeAt } from './store.ts';

/** The content folder as it is now, read where it has changed since it was read last. */
export interface Readings extends ReadFolder {
  /** Of every text and image, by name: the digest of its bytes, and the name of its rendered body in the store. */
  stored: ReadonlyMap<string, Pick<StoredFile, 'digest' | 'body'>>;
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
  const site = siteOf(folder);
  const pipeline = site ? `${bodyVersion(makePaths(site.url), site.language)}-` : '';
  // Those that were rendered for another address lead elsewhere.
  const bodies = new Set([...known].filter((key) => key.startsWith(pipeline)));
  const isCurrent = (name: string) => isAsRead(folder, stored.get(name), bodies, stamps);
  const task = { folder, site, pipeline, known: bodies };
  const missing = names.filter((name) => !isCurrent(name));
  if (missing.length > 0) await readMissing({ ...task, names: missing }, store);
  const images = listing.images.filter((name) => !isCurrent(name)).map((name) => readImageFile(folder, name));
  store.put(images, []);
  store.restamp(stamps);
  for (const found of missing.length > 0 ? store.files() : images) stored.set(found.name, found);
  store.close();
  const parsed = (name: string) => {
    const found = stored.get(name);
    return { ...JSON.parse(found?.reading ?? '{}'), entries: JSON.parse(found?.entries ?? '{}').entries };
  };
  return {
    folder,
    listing,
    stored: new Map([...stored].map(([name, { digest, body }]) => [name, { digest, body }])),
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

/** A process takes as long to start as some files take to be read. */
const WORTH_A_PROCESS = 300;

/** What is read of a file is garbage after it: with little room for it, a process needs half of the memory and no more time. */
const SPARING = ['--max-semi-space-size=8', '--heap-growing-percent=30'];

/** Reads on every core what has to be read. */
async function readMissing(task: ReadTask, store: Store): Promise<void> {
  const count = Math.min(availableParallelism(), Math.floor(task.names.length / WORTH_A_PROCESS));
  if (count < 2) {
    readInto(store, task);
    return;
  }
  const shares = Array.from({ length: count }, (_, share) =>
    task.names.filter((_name, index) => index % count === share),
  );
  await Promise.all(
    shares.map((names) => inProcess('./read-process.ts', { ...task, names, store: storeAt() }, SPARING)),
  );
}

/** Nothing where site.yaml cannot be read. */
function siteOf(folder: string): ReadTask['site'] {
  const reading: Reading = readFile(folder, 'site.yaml');
  const [site] = reading.collection === 'site' ? reading.entries : [];
  return site && { url: site.data.url, language: site.data.language };
}
