import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readImage } from '../checks/images.ts';
import { type Reading, readWithText } from '../checks/reading.ts';
import { bodyRenderer } from '../markdown/render.ts';
import { makePaths } from '../paths.ts';
import type { StoredBody, StoredEntries, StoredFile } from './store.ts';

/** Files of the content folder that have to be read. */
export interface ReadTask {
  /** The content folder. */
  folder: string;
  names: string[];
  /** Where the site is published: addresses in bodies hang on it. Nothing where that is not known. */
  url: string | undefined;
  /** What a rendered body hangs on beside its text: the names of all such bodies begin with it. */
  pipeline: string;
  /** Bodies that are rendered already. */
  known: ReadonlySet<string>;
}

/** What was read, as it is stored. */
export interface ReadResult {
  files: StoredFile[];
  bodies: StoredBody[];
}

/** Reads files, each once: for the checks, and for the pages. */
export function readFiles({ folder, names, url, pipeline, known }: ReadTask): ReadResult {
  const result: ReadResult = { files: [], bodies: [] };
  const render = url === undefined ? undefined : bodyRenderer(makePaths(url));
  for (const name of names) {
    const stamp = stampOf(folder, name);
    const { reading, file } = readWithText(folder, name);
    const { entries, ...facts } = reading;
    const { collection, id } = reading;
    const kept: StoredEntries = { collection, id, entries };
    const isMarkdown = name.endsWith('.md') && file !== undefined;
    const key = isMarkdown ? pipeline + hash('sha256', file.body) : '';
    result.files.push({
      name,
      stamp,
      digest: reading.digest ?? '',
      reading: JSON.stringify(facts),
      entries: JSON.stringify(kept),
      body: key,
    });
    if (isMarkdown && render && !known.has(key) && !isWrong(reading)) {
      const { html, images } = file.body === '' ? { html: '', images: [] } : render(file.body);
      result.bodies.push({ key, html, images: [...images] });
    }
  }
  return result;
}

/** What has mistakes is not rendered: it may be too deep for that. */
function isWrong({ mistakes, body }: Reading): boolean {
  return mistakes.length > 0 || (body?.mistakes.length ?? 0) > 0;
}

/** Reads an image, as it is stored. */
export function readImageFile(folder: string, name: string): StoredFile {
  const stamp = stampOf(folder, name);
  const reading = readImage(folder, name);
  const digest = reading.problem ? '' : hash('sha256', readFileSync(join(folder, name)));
  return { name, stamp, digest, reading: JSON.stringify(reading), entries: '', body: '' };
}

/** By what a file is known again without being opened. */
export function stampOf(folder: string, name: string): string {
  const stat = statSync(join(folder, name), { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeNs} ${stat.ctimeNs} ${stat.ino}` : '';
}
