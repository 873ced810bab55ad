import { cacheOf, kindOf } from './headers.ts';
import { FOR_SERVERS } from './nginx.ts';
import { isText, NAMED_TYPES, typeOf } from './types.ts';

/** Files that are copied together, since the same goes with each of them. */
export interface Batch {
  /** What they are, for whoever watches. */
  step: Step;
  type: string;
  cache: string;
  /** From the root of the site, with forward slashes. */
  files: string[];
}

/**
 * In this order nobody gets a page before what it shows, nor a feed before the pages that it tells of. The manifest is no
 * reader's: with it first, a folder is known for that of a site even where an upload ended half way.
 */
const STEPS = ['manifest', 'assets', 'files', 'pages', 'feeds'] as const;

export type Step = (typeof STEPS)[number];

/**
 * What is copied to a bucket, in the order in which it is. A bucket sends every file as it was stored and with the headers that were
 * stored with it: files for other servers, and those that the build compressed for them, stay at home.
 *
 * @param files of the built site, from its root.
 */
export function uploadPlan(files: readonly string[]): Batch[] {
  const batches = new Map<string, Batch>();
  const all = new Set(files);
  for (const file of files.filter((name) => isForReaders(name, all)).toSorted()) {
    const batch = { step: stepOf(file), type: typeOf(file), cache: cacheOf(kindOf(file)), files: [] };
    const key = [batch.step, batch.type, batch.cache].join('\n');
    if (!batches.has(key)) batches.set(key, batch);
    batches.get(key)?.files.push(file);
  }
  return [...batches.values()].sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step));
}

/** What is in a bucket and in the site no more. */
export function toDelete(batches: readonly Batch[], stored: readonly string[]): string[] {
  const kept = new Set(batches.flatMap(({ files }) => files));
  return stored.filter((file) => !kept.has(file)).sort();
}

/**
 * Whether a target names a remote as rclone takes it: `remote:bucket`, or `:backend:folder` for one that is set up in no
 * file (rclone.org/docs, "Syntax of remote paths"). Everything else is a folder of this machine, and so is the drive `C:/`.
 */
export function isRemote(target: string): boolean {
  return /^:?[\p{L}\p{N}_.+@ -]+(?:,.*)?:/u.test(target) && !/^[a-z]:[\\/]/i.test(target);
}

function isForReaders(file: string, all: ReadonlySet<string>): boolean {
  const hidden = file.split('/').some((part) => part.startsWith('.') && part !== '.well-known');
  return !hidden && !FOR_SERVERS.some((name) => name === file) && !isCompressed(file, all);
}

/** Whether a file is another one of the site over again. One of the publisher's, such as `data.csv.gz`, is for readers. */
function isCompressed(file: string, all: ReadonlySet<string>): boolean {
  const plain = /^(.+)\.(?:br|gz)$/.exec(file)?.[1];
  return plain !== undefined && isText(plain) && all.has(plain);
}

function stepOf(file: string): Step {
  if (file === 'build-manifest.json') return 'manifest';
  const kind = kindOf(file);
  if (kind === 'asset' || kind === 'font') return 'assets';
  if (kind === 'page' || kind === 'search') return 'pages';
  // A worker gets pages ahead as soon as it is another one.
  if (kind === 'worker') return 'feeds';
  const name = file.slice(file.lastIndexOf('/') + 1);
  // By it a search knows its index, which leads to pages.
  if (name === 'pagefind-entry.json') return 'feeds';
  // Feeds, and sitemaps, which send readers to pages as well.
  return name in NAMED_TYPES || name.endsWith('.xml') ? 'feeds' : 'files';
}
