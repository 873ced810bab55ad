import { hash } from 'node:crypto';
import { lstatSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltFile, digestOf, MANIFEST } from './manifest.ts';
import type { Page } from './render.ts';
import type { SearchKeys } from './search.ts';

/*
 * What a build notes for the next one, beside the caches: how each file of the site came about, and which site that was. It
 * holds for that site alone, as long as nobody has touched its files.
 */

/** A file of a site as it stood when it was published. */
export interface Standing extends BuiltFile {
  /** When it was written, in milliseconds. */
  time: number;
}

interface Notes {
  version: 3;
  /** The digest of the manifest of the site. */
  manifest: string;
  /** Whether its text files have compressed forms. */
  compressed: boolean;
  /** Of what each search index was made from; nothing where there is none. */
  search: SearchKeys | undefined;
  files: Standing[];
  pages: Pick<Page, 'path' | 'key' | 'source' | 'told'>[];
}

/** The site that stands, as far as it can be used again. */
export interface Previous {
  /** Where it is: an absolute path, behind all links. */
  folder: string;
  /** The text of its manifest; nothing where there is no site. */
  manifest: string | undefined;
  /** Whether its text files have compressed forms. */
  compressed: boolean;
  /** Of what each search index was made from; nothing where there is none. */
  search: SearchKeys | undefined;
  files: ReadonlyMap<string, Standing>;
  pages: ReadonlyMap<string, Notes['pages'][number]>;
}

/** A site of which nothing is known. */
export const NO_SITE: Previous = {
  folder: '',
  manifest: undefined,
  compressed: false,
  search: undefined,
  files: new Map(),
  pages: new Map(),
};

/**
 * @param notes the file of the notes.
 * @param places where the site may be: the first that it is in counts.
 */
export function readPrevious(notes: string, places: readonly string[]): Previous {
  return places.map((place) => siteIn(place, notes)).find((found) => found !== NO_SITE) ?? NO_SITE;
}

function siteIn(place: string, notes: string): Previous {
  try {
    const folder = realpathSync(place);
    const manifest = readFileSync(join(folder, MANIFEST), 'utf8');
    const { version, compressed, search, files, pages, ...noted }: Notes = JSON.parse(readFileSync(notes, 'utf8'));
    if (version !== 3 || noted.manifest !== hash('sha256', manifest)) return NO_SITE;
    return {
      folder,
      manifest,
      compressed,
      search,
      files: new Map(files.map((file) => [file.path, file])),
      pages: new Map(pages.map((page) => [page.path, page])),
    };
  } catch {
    // There is no site, or no note of it: everything is made anew.
    return NO_SITE;
  }
}

/** What is known of the files of a site, as it was when it was asked first. */
const looked = new WeakMap<Previous, Map<string, boolean>>();

/** Whether a file of it is there as it was published. */
export function isIntact(previous: Previous, path: string): boolean {
  const file = previous.files.get(path);
  if (!file) return false;
  const known = looked.get(previous) ?? new Map<string, boolean>();
  looked.set(previous, known);
  const found = known.get(path) ?? stands(join(previous.folder, path), file);
  known.set(path, found);
  return found;
}

/** By its size and its time, as rsync does. One of another time is looked into: what copies folders may give all files a new one. */
function stands(file: string, { size, sha256, time }: Standing): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return (
    found?.isFile() === true && found.size === size && (found.mtimeMs === time || digestOf(file).sha256 === sha256)
  );
}

/**
 * Notes how a site came about that was just published.
 */
export function writeNotes(
  notes: string,
  site: {
    manifest: string;
    compressed: boolean;
    search: SearchKeys | undefined;
    files: Standing[];
    pages: readonly Page[];
  },
): void {
  const noted: Notes = {
    version: 3,
    manifest: hash('sha256', site.manifest),
    compressed: site.compressed,
    search: site.search,
    files: site.files,
    pages: site.pages.map(({ path, key, source, told }) => ({ path, key, source, told })),
  };
  writeFileSync(`${notes}.new`, JSON.stringify(noted));
  renameSync(`${notes}.new`, notes);
}
