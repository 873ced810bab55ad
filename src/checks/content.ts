import { basename, resolve } from 'node:path';
import type { CollectionName, Entry, Publication } from '../schemas/publication.ts';
import { checkAddresses } from './addresses.ts';
import { type CheckedFile, dataOf } from './between.ts';
import { checkBodies } from './bodies.ts';
import { siteMapOf } from './body/site-map.ts';
import { checkBriefings } from './briefings.ts';
import { type ContentFile, openFile } from './files.ts';
import { DATA_FILES, type Folder, kindOf, listFolder, REQUIRED_FILES } from './folder.ts';
import { type ImageReading, readImage } from './images.ts';
import { ContentError, isWarning, type Mistake, sortMistakes } from './mistake.ts';
import { hasFile } from './pages.ts';
import { type ReadEntry, type Reading, type ReadingIn, readWithText } from './reading.ts';
import { checkReferences, idsIn, namedIn } from './references.ts';
import { checkTimes } from './time.ts';
import { checkTranslations } from './translations.ts';
import { unusedEntries } from './unused.ts';
import { warningsOf } from './warnings.ts';

/** Content that holds, and the files that it was read from. */
export interface CheckedContent {
  /** What the files say, with defaults filled in. */
  publication: Publication;
  /** Those that could be read, by their names. */
  files: ReadonlyMap<string, CheckedFile>;
}

/** All that can be said of a content folder, whether it holds or not. */
export interface Inspection extends CheckedContent {
  /** Errors and warnings, in order. With an error, `publication` lacks what has mistakes. */
  mistakes: Mistake[];
  /** The instant that the site speaks as of; nothing where it is not known. */
  asOf?: string | undefined;
}

export interface CheckOptions {
  /** Says as of when the site speaks, out of what site.yaml says. What hangs on time is not judged where nothing does. */
  instantOf?: (configured: string | undefined) => string | undefined;
  /** The folder of the files that are copied as they are. */
  publicFolder?: string;
}

/**
 * Reads and checks the whole content folder.
 *
 * @param folder the path of the content folder.
 * @throws ContentError with every mistake of every file. Warnings alone are none.
 */
export function checkContent(folder: string, options: CheckOptions = {}): CheckedContent {
  const { publication, files, mistakes } = inspectContent(folder, options);
  const errors = mistakes.filter((mistake) => !isWarning(mistake));
  if (errors.length > 0) throw new ContentError(errors);
  return { publication, files };
}

/**
 * Reads the whole content folder and finds every mistake of every file.
 *
 * @param folder the path of the content folder.
 * @returns with the bodies of all entries.
 * @throws Error of the file system if the folder cannot be opened.
 */
export function inspectContent(folder: string, options: CheckOptions = {}): Inspection {
  const listing = listFolder(folder);
  const read = listing.entries.map(({ name }) => readWithText(folder, name));
  const texts = new Map(read.flatMap(({ file }) => (file ? [[file.name, file] as const] : [])));
  const inspection = inspectReadings(
    {
      folder,
      listing,
      readings: read.map(({ reading }) => reading),
      images: listing.images.map((name) => readImage(folder, name)),
      open: (name) => texts.get(name),
    },
    options,
  );
  for (const entry of Object.values(inspection.publication).flat()) entry.body = texts.get(entry.file)?.body ?? '';
  return inspection;
}

/** A content folder of which every file has been read, now or before. */
export interface ReadFolder {
  /** The path of the content folder. */
  folder: string;
  listing: Folder;
  /** Of every entry of the listing, in its order. */
  readings: readonly Reading[];
  /** Of every image of the listing, in its order. */
  images: readonly ImageReading[];
  /** Gives a file for the places of its mistakes; it is read again for them where this is left out. */
  open?: (name: string) => ContentFile | undefined;
}

/**
 * Finds every mistake of every file: those that the readings tell, and what has to hold between files.
 *
 * @returns without bodies: those are in the files.
 */
export function inspectReadings(read: ReadFolder, options: CheckOptions = {}): Inspection {
  const { instantOf = (configured) => configured, publicFolder = resolve('public') } = options;
  const isPublicFile = (name: string) => hasFile(publicFolder, name);
  const { files, mistakes, broken, unread } = filesIn(read);
  const publication = publicationOf(read.readings);
  for (const file of files) if (hasNameless(file)) broken.add(file.reading.collection);
  const named = namedIn(files);
  mistakes.push(...checkReferences(files, named, broken), ...checkAddresses(files, isPublicFile));
  mistakes.push(...checkBriefings(files, broken.has('sources')), ...checkTranslations(files));
  const asOf = instantOf(publication.site[0]?.data.asOf);
  if (asOf !== undefined) mistakes.push(...checkTimes(files, asOf));
  // What is wrong with bodies and images does not keep the rest from being judged as a whole.
  const isWhole = mistakes.every(isWarning);
  const images = new Set(read.listing.images);
  const map = siteMapOf({ publication, files, unread, isWhole, asOf: asOf ?? END_OF_TIME, isPublicFile });
  mistakes.push(...checkBodies(files, images, map), ...imageProblems(read));
  if (publication.site[0]?.data.mdx === false) mistakes.push(...refuseMdx(files));
  if (isWhole) mistakes.push(...unusedEntries(files, named));
  const content = { publication, files: new Map(files.map((file) => [file.reading.name, file])) };
  if (isWhole && asOf !== undefined) mistakes.push(...warningsOf(content, asOf));
  return { ...content, asOf, mistakes: sortMistakes(mistakes) };
}

/** Where the instant is not known everything but drafts is taken to be public. */
const END_OF_TIME = '9999-12-31T23:59:59Z';

interface Files {
  /** Those that could be read, in the order of their names. */
  files: CheckedFile[];
  /** What the readings and the listing tell. */
  mistakes: Mistake[];
  /** Collections of which a file could not be read. */
  broken: Set<CollectionName>;
  /** Files that would make a page and cannot be read. */
  unread: Pick<Reading, 'collection' | 'id' | 'listed'>[];
}

function filesIn({ folder, listing, readings, open = opener(folder) }: ReadFolder): Files {
  const root = basename(folder);
  const found: Files = {
    files: [],
    mistakes: listing.wrong.map(({ name, ...problem }) => ({ ...startOf(`${root}/${name}`), ...problem })),
    broken: new Set(),
    unread: listing.wrong.flatMap(({ name }) => kindOf(name) ?? []),
  };
  for (const reading of readings) {
    const file = `${root}/${reading.name}`;
    for (const mistake of reading.mistakes) found.mistakes.push({ file, ...mistake });
    if (reading.state !== 'unread') found.files.push({ reading, file, open: () => open(reading.name) });
    else {
      found.broken.add(reading.collection);
      found.unread.push(reading);
    }
  }
  for (const [name, { collection }] of DATA_FILES) {
    if (!REQUIRED_FILES.includes(name) && !listing.wrong.some((entry) => entry.name === name)) continue;
    if (readings.some((reading) => reading.name === name)) continue;
    found.broken.add(collection);
    if (listing.wrong.some((entry) => entry.name === name)) continue;
    found.mistakes.push({ ...startOf(`${root}/${name}`), rule: 'missing-file', message: 'The file is missing.' });
  }
  return found;
}

/** Keeps the file that was opened last: most mistakes of a file are told one after the other. */
function opener(folder: string): (name: string) => ContentFile | undefined {
  let last: { name: string; file: ContentFile | undefined } | undefined;
  return (name) => {
    const kind = kindOf(name);
    if (!kind) return undefined;
    if (last?.name !== name) last = { name, file: openFile(folder, name, kind).file };
    return last.file;
  };
}

function startOf(file: string): Pick<Mistake, 'file' | 'line' | 'column'> {
  return { file, line: 1, column: 1 };
}

/** Whether a list has entries without an id that could be named. */
function hasNameless(file: CheckedFile): boolean {
  if (file.reading.state === 'whole') return false;
  const data = dataOf(file);
  return idsIn(file).length < (file.reading.listed && Array.isArray(data) ? data.length : 1);
}

/** What the files say, as far as it fits the schemas. */
export function publicationOf(readings: readonly Reading[]): Publication {
  const readingsOf = <Name extends CollectionName>(name: Name) =>
    readings.filter((reading): reading is ReadingIn<Name> => reading.collection === name);
  return {
    site: readingsOf('site').flatMap(withFile),
    topics: readingsOf('topics').flatMap(withFile),
    sources: readingsOf('sources').flatMap(withFile),
    places: readingsOf('places').flatMap(withFile),
    stories: readingsOf('stories').flatMap(withFile),
    briefings: readingsOf('briefings').flatMap(withFile),
    pages: readingsOf('pages').flatMap(withFile),
  };
}

function withFile<Data>({ name, entries }: { name: string; entries: readonly ReadEntry<Data>[] }): Entry<Data>[] {
  return entries.map((entry) => ({ ...entry, file: name }));
}

function refuseMdx(files: readonly CheckedFile[]): Mistake[] {
  const message =
    'site.yaml switches MDX off ("mdx: false"). Write the briefing in Markdown, as a file that ends in .md.';
  return files
    .filter(({ reading }) => reading.name.endsWith('.mdx'))
    .map(({ file }) => ({ ...startOf(file), rule: 'mdx-off', message }));
}

function imageProblems({ folder, images }: ReadFolder): Mistake[] {
  return images.flatMap(({ name, problem }) =>
    problem ? [{ ...startOf(`${basename(folder)}/${name}`), ...problem }] : [],
  );
}
