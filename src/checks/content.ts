import { resolve } from 'node:path';
import type { z } from 'astro/zod';
import { type CollectionName, type Entry, type Publication, schemas } from '../schemas/publication.ts';
import { checkAddresses } from './addresses.ts';
import { checkBodies } from './bodies.ts';
import { siteMapOf } from './body/site-map.ts';
import { checkBriefings } from './briefings.ts';

import { type ContentFile, readContent } from './files.ts';
import { checkImages } from './images.ts';
import { ContentError, isWarning, type Mistake, sortMistakes } from './mistake.ts';
import { hasFile } from './pages.ts';
import { checkReferences, idsIn } from './references.ts';
import { checkShape } from './shape.ts';
import { checkTimes } from './time.ts';
import { unusedEntries } from './unused.ts';
import { warningsOf } from './warnings.ts';

/** Content that holds, and the files that it was read from. */
export interface CheckedContent {
  /** What the files say, with defaults filled in. */
  publication: Publication;
  /** By their names. */
  files: ReadonlyMap<string, ContentFile>;
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
 * @throws Error of the file system if the folder cannot be opened.
 */
export function inspectContent(
  folder: string,
  { instantOf = (configured) => configured, publicFolder = resolve('public') }: CheckOptions = {},
): Inspection {
  const { files, images, mistakes, broken, unread } = readContent(folder);
  const isPublicFile = (name: string) => hasFile(publicFolder, name);
  const { publication, shapeless } = publicationOf(files);
  mistakes.push(...shapeless);
  for (const file of files) {
    const entries = file.listed && Array.isArray(file.document.data) ? file.document.data.length : 1;
    if (idsIn(file).length < entries) broken.add(file.collection);
  }
  mistakes.push(...checkReferences(files, broken), ...checkAddresses(files, isPublicFile));
  mistakes.push(...checkBriefings(files, broken.has('sources')));
  const asOf = instantOf(publication.site[0]?.data.asOf);
  if (asOf !== undefined) mistakes.push(...checkTimes(files, asOf));
  const isWhole = mistakes.every(isWarning);
  const map = siteMapOf({ publication, files, unread, isWhole, asOf: asOf ?? END_OF_TIME, isPublicFile });
  mistakes.push(...checkBodies(files, images, map), ...checkImages(folder, images));
  if (publication.site[0]?.data.mdx === false) mistakes.push(...refuseMdx(files));
  const content = { publication, files: new Map(files.map((file) => [file.name, file])) };
  if (isWhole) mistakes.push(...unusedEntries(content));
  if (isWhole && asOf !== undefined) mistakes.push(...warningsOf(content, asOf));
  return { ...content, asOf, mistakes: sortMistakes(mistakes) };
}

/** Where the instant is not known everything but drafts is taken to be public. */
const END_OF_TIME = '9999-12-31T23:59:59Z';

/** What the files say, as far as it fits the schemas, and where it does not. */
function publicationOf(files: readonly ContentFile[]): { publication: Publication; shapeless: Mistake[] } {
  const shapeless: Mistake[] = [];
  const take = <Data>(name: CollectionName, entriesOf: (file: ContentFile) => Taken<Data>) => {
    const taken = files.filter(({ collection }) => collection === name).map(entriesOf);
    shapeless.push(...taken.flatMap((result) => result.mistakes));
    return taken.flatMap(({ entries }) => entries);
  };
  const publication: Publication = {
    site: take('site', (file) => oneEntry(schemas.site, file)),
    topics: take('topics', (file) => listedEntries(schemas.topics, file)),
    sources: take('sources', (file) => listedEntries(schemas.sources, file)),
    stories: take('stories', (file) => oneEntry(schemas.stories, file)),
    briefings: take('briefings', (file) => oneEntry(schemas.briefings, file)),
    pages: take('pages', (file) => oneEntry(schemas.pages, file)),
  };
  return { publication, shapeless };
}

function refuseMdx(files: readonly ContentFile[]): Mistake[] {
  const message =
    'site.yaml switches MDX off ("mdx: false"). Write the briefing in Markdown, as a file that ends in .md.';
  return files
    .filter(({ name }) => name.endsWith('.mdx'))
    .map(({ document: { file } }) => ({ file, line: 1, column: 1, rule: 'mdx-off', message }));
}

interface Taken<Data> {
  entries: Entry<Data>[];
  mistakes: Mistake[];
}

/** A file that is one entry. */
function oneEntry<Schema extends z.ZodType>(schema: Schema, file: ContentFile): Taken<z.output<Schema>> {
  const checked = checkShape(schema, file.document, []);
  if (!checked.ok) return { entries: [], mistakes: checked.mistakes };
  return { entries: [{ id: file.id, file: file.name, data: checked.data, body: file.body }], mistakes: [] };
}

/** A data file that is a list of entries, each with its id. */
function listedEntries<Data extends { id: string }>(schema: z.ZodType<Data>, file: ContentFile): Taken<Data> {
  const { document } = file;
  if (!Array.isArray(document.data)) {
    const message = 'The file takes a list, with "- id: …" at the start of each entry.';
    return { entries: [], mistakes: [{ file: document.file, ...document.locate([]), rule: 'wrong-type', message }] };
  }
  const checked = [...document.data.keys()].map((index) => checkShape(schema, document, [index]));
  return {
    entries: checked.flatMap((result) =>
      result.ok ? [{ id: result.data.id, file: file.name, data: result.data, body: '' }] : [],
    ),
    mistakes: checked.flatMap((result) => (result.ok ? [] : result.mistakes)),
  };
}
