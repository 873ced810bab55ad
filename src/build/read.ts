import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parsedBody } from '../checks/body/read.ts';
import { readImage } from '../checks/images.ts';
import { isWarning } from '../checks/mistake.ts';
import { type Reading, readWithText } from '../checks/reading.ts';
import { bodyRenderer } from '../markdown/render.ts';
import { makePaths } from '../paths.ts';
import type { Site } from '../schemas/site.ts';
import type { Store, StoredBody, StoredEntries, StoredFile } from './store.ts';

/** Files of the content folder that have to be read. */
export interface ReadTask {
  /** The content folder. */
  folder: string;
  names: string[];
  /** Where the site is published, and its language: addresses and quotation marks in bodies hang on them. Nothing where that is not known. */
  site: Pick<Site, 'url' | 'language'> | undefined;
  /** What a rendered body hangs on beside its text: the names of all such bodies begin with it. */
  pipeline: string;
  /** Bodies that are rendered already. */
  known: ReadonlySet<string>;
}

/** What was read, as it is stored. */
interface ReadResult {
  files: StoredFile[];
  bodies: StoredBody[];
}

/** How many files are put into the store at a time: as many as memory does not notice. */
const AT_A_TIME = 500;

/** Reads files, each once: for the checks, and for the pages. What they say goes into the store. */
export function readInto(store: Store, task: ReadTask): void {
  for (let from = 0; from < task.names.length; from += AT_A_TIME) {
    const { files, bodies } = readFiles({ ...task, names: task.names.slice(from, from + AT_A_TIME) });
    store.put(files, bodies);
  }
}

function readFiles({ folder, names, site, pipeline, known }: ReadTask): ReadResult {
  const result: ReadResult = { files: [], bodies: [] };
  const render = site && bodyRenderer(makePaths(site.url));
  for (const name of names) {
    const stamp = stampOf(folder, name);
    const { reading, file } = readWithText(folder, name);
    const { entries, ...facts } = reading;
    const { collection, id } = reading;
    const kept: StoredEntries = { collection, id, entries };
    const isMarkdown = name.endsWith('.md') && file !== undefined;
    const [briefing] = reading.collection === 'briefings' ? reading.entries : [];
    const language = briefing?.data.language ?? site?.language ?? '';
    const key = isMarkdown ? pipeline + hash('sha256', `${language} ${file.body}`) : '';
    result.files.push({
      name,
      stamp,
      digest: reading.digest ?? '',
      reading: JSON.stringify(facts),
      entries: JSON.stringify(kept),
      body: key,
    });
    if (isMarkdown && render && !known.has(key) && !isWrong(reading)) {
      const { html, images } =
        file.body === '' ? { html: '', images: [] } : render(file.body, language, parsedBody(file));
      result.bodies.push({ key, html, images: [...images] });
    }
  }
  return result;
}

/** What has mistakes is not rendered: it may be too deep for that. */
function isWrong({ mistakes, body }: Reading): boolean {
  return [...mistakes, ...(body?.mistakes ?? [])].some((mistake) => !isWarning(mistake));
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
