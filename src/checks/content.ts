import type { z } from 'astro/zod';
import { type CollectionName, type Entry, type Publication, schemas } from '../schemas/publication.ts';
import { checkAddresses } from './addresses.ts';
import { checkBriefings } from './briefings.ts';
import { type ContentFile, readContent } from './files.ts';
import { ContentError, type Mistake, sortMistakes } from './mistake.ts';
import { checkReferences, idsIn } from './references.ts';
import { checkShape } from './shape.ts';

/** Content that holds, and the files that it was read from. */
export interface CheckedContent {
  /** What the files say, with defaults filled in. */
  publication: Publication;
  /** By their names. */
  files: ReadonlyMap<string, ContentFile>;
}

/**
 * Reads and checks the whole content folder.
 *
 * @param folder the path of the content folder.
 * @throws ContentError with every mistake of every file.
 */
export function checkContent(folder: string): CheckedContent {
  const { files, mistakes, broken } = readContent(folder);
  const take = <Data>(name: CollectionName, entriesOf: (file: ContentFile) => Taken<Data>) => {
    const taken = files.filter(({ collection }) => collection === name).map(entriesOf);
    mistakes.push(...taken.flatMap((result) => result.mistakes));
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
  for (const file of files) {
    const entries = file.listed && Array.isArray(file.document.data) ? file.document.data.length : 1;
    if (idsIn(file).length < entries) broken.add(file.collection);
  }
  mistakes.push(...checkReferences(files, broken), ...checkAddresses(files));
  mistakes.push(...checkBriefings(files, broken.has('sources')));
  if (mistakes.length > 0) throw new ContentError(sortMistakes(mistakes));
  return { publication, files: new Map(files.map((file) => [file.name, file])) };
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
