import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { CollectionName } from '../schemas/publication.ts';
import { SLUG } from '../schemas/scalars.ts';
import { compareText, type Mistake } from './mistake.ts';

/** What a file of the content folder is. */
export interface Kind {
  collection: CollectionName;
  /** The id of its entry, from its name. */
  id: string;
  /** True for a data file that lists many entries, each with an id of its own. */
  listed: boolean;
}

/** The files that list entries or settings. */
export const DATA_FILES = new Map<string, Kind>([
  ['site.yaml', { collection: 'site', id: 'site', listed: false }],
  ['topics.yaml', { collection: 'topics', id: 'topics', listed: true }],
  ['sources.yaml', { collection: 'sources', id: 'sources', listed: true }],
  ['places.yaml', { collection: 'places', id: 'places', listed: true }],
]);

/** Of these, those that every publication has. */
export const REQUIRED_FILES = ['site.yaml', 'topics.yaml', 'sources.yaml'];

const ENTRY_FILES: readonly { collection: CollectionName; pattern: RegExp }[] = [
  { collection: 'stories', pattern: new RegExp(`^stories/(${SLUG})\\.md$`) },
  { collection: 'briefings', pattern: new RegExp(`^briefings/(\\d{4}/${SLUG})\\.mdx?$`) },
  { collection: 'pages', pattern: new RegExp(`^pages/(${SLUG})\\.md$`) },
];

/** Kept beside the text and used by it; the build takes care of them. */
const IMAGE = /\.(avif|gif|jpe?g|png|svg|webp)$/i;

/** The files of the content folder by their names, relative to it and with forward slashes, in order. */
export interface Folder {
  entries: { name: string; kind: Kind }[];
  images: string[];
  /** What has no place there, or cannot be used. */
  wrong: ({ name: string } & Pick<Mistake, 'rule' | 'message'>)[];
}

/** Finds every file below the content folder. Names that begin with a dot are the system's. */
export function listFolder(folder: string): Folder {
  const found: Folder = { entries: [], images: [], wrong: [] };
  const root = realpathSync(folder);
  const names = walk(folder, '', found.wrong);
  const lower = new Map<string, string>();
  for (const { name, isLink } of names) {
    const kind = kindOf(name);
    const problem =
      caseProblem(lower.get(name.toLowerCase())) ??
      (isLink ? linkProblem(root, join(folder, name)) : undefined) ??
      (kind || IMAGE.test(name) ? undefined : unknown(name));
    lower.set(name.toLowerCase(), name);
    if (problem) found.wrong.push({ name, ...problem });
    else if (kind) found.entries.push({ name, kind });
    else found.images.push(name);
  }
  return found;
}

function walk(folder: string, below: string, wrong: Folder['wrong']): { name: string; isLink: boolean }[] {
  const entries = entriesOf(join(folder, below));
  if (!entries) {
    wrong.push({ name: below, rule: 'unreadable', message: 'The folder cannot be opened. Check who may read it.' });
    return [];
  }
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => compareText(a.name, b.name))
    .flatMap((entry) => {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return walk(folder, name, wrong);
      if (entry.isFile() || entry.isSymbolicLink()) return [{ name, isLink: entry.isSymbolicLink() }];
      wrong.push({ name, rule: 'unreadable', message: 'This is no file but a device or a pipe. Remove it.' });
      return [];
    });
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

type Problem = Pick<Mistake, 'rule' | 'message'> | undefined;

function caseProblem(other: string | undefined): Problem {
  if (other === undefined) return undefined;
  const message = `The name differs from ${other} in capitals alone, which some systems take for one. Rename one of the two.`;
  return { rule: 'case-only', message };
}

function linkProblem(root: string, path: string): Problem {
  let target: string;
  try {
    target = realpathSync(path);
  } catch {
    return { rule: 'symlink', message: 'The symbolic link leads nowhere. Put the file itself here.' };
  }
  if (!target.startsWith(root + sep)) {
    return { rule: 'symlink', message: 'The symbolic link leads out of the content folder. Put the file itself here.' };
  }
  if (statSync(target).isFile()) return undefined;
  return { rule: 'symlink', message: 'The symbolic link leads to a folder, which is not followed. Link to its files.' };
}

const PLACES =
  'Nothing is published from here. Known: site.yaml, topics.yaml, sources.yaml, places.yaml, stories/<slug>.md, ' +
  'briefings/<year>/<slug>.md or .mdx, pages/<slug>.md, and images. A slug is lower-case letters, digits and hyphens.';

function unknown(name: string): Problem {
  const lower = name
    .toLowerCase()
    .replaceAll(/[ _]+/g, '-')
    .replace(/\.markdown$/, '.md')
    .replace(/\.yml$/, '.yaml');
  const mend = lower !== name && kindOf(lower) ? ` Did you mean ${lower}?` : '';
  return { rule: 'unknown-file', message: `${PLACES}${mend}` };
}

/** What a file is by its name; nothing where nothing is published from there. */
export function kindOf(name: string): Kind | undefined {
  const data = DATA_FILES.get(name);
  if (data) return data;
  for (const { collection, pattern } of ENTRY_FILES) {
    const id = pattern.exec(name)?.[1];
    if (id) return { collection, id, listed: false };
  }
  return undefined;
}
