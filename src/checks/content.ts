import type { z } from 'astro/zod';
import { type CollectionName, type Entry, type Publication, schemas } from '../schemas/publication.ts';
import { checkAddresses } from './addresses.ts';
import type { Path } from './document.ts';
import { type ContentFile, readContent } from './files.ts';
import { ContentError, type Mistake, sortMistakes } from './mistake.ts';
import { checkReferences } from './references.ts';
import { checkShape } from './shape.ts';

/** Something whose values can be found again in its file. */
export interface Located {
  place(path: Path): Pick<Mistake, 'file' | 'line' | 'column'>;
}

/** The publication, with the way back to its files. */
export type CheckedPublication = {
  [Name in CollectionName]: (Publication[Name][number] & Located)[];
};

/**
 * Reads and checks the whole content folder.
 *
 * @param folder the path of the content folder.
 * @returns what it says, with defaults filled in.
 * @throws ContentError with every mistake of every file.
 */
export function checkedPublication(folder: string): Publication {
  const { files, mistakes, broken } = readContent(folder);
  const take = <Data>(name: CollectionName, entriesOf: (file: ContentFile) => Taken<Data>) => {
    const taken = files.filter(({ collection }) => collection === name).map(entriesOf);
    const wrong = taken.flatMap((result) => result.mistakes);
    if (wrong.length > 0) broken.add(name);
    mistakes.push(...wrong);
    return taken.flatMap(({ entries }) => entries);
  };
  const publication: CheckedPublication = {
    site: take('site', (file) => oneEntry(schemas.site, file)),
    topics: take('topics', (file) => listedEntries(schemas.topics, file)),
    sources: take('sources', (file) => listedEntries(schemas.sources, file)),
    stories: take('stories', (file) => oneEntry(schemas.stories, file)),
    briefings: take('briefings', (file) => oneEntry(schemas.briefings, file)),
    pages: take('pages', (file) => oneEntry(schemas.pages, file)),
  };
  mistakes.push(...checkReferences(publication, broken), ...checkAddresses(publication));
  if (mistakes.length > 0) throw new ContentError(sortMistakes(mistakes));
  return publication;
}

interface Taken<Data> {
  entries: (Entry<Data> & Located)[];
  mistakes: Mistake[];
}

/** A file that is one entry. */
function oneEntry<Schema extends z.ZodType>(schema: Schema, file: ContentFile): Taken<z.output<Schema>> {
  const checked = checkShape(schema, file.document, []);
  if (!checked.ok) return { entries: [], mistakes: checked.mistakes };
  return {
    entries: [{ id: file.id, file: file.name, data: checked.data, body: file.body, place: placeIn(file, []) }],
    mistakes: [],
  };
}

/** A data file that is a list of entries, each with its id. */
function listedEntries<Data extends { id: string }>(schema: z.ZodType<Data>, file: ContentFile): Taken<Data> {
  const { data: list } = file.document;
  if (!Array.isArray(list)) {
    const message = 'The file takes a list, with "- id: …" at the start of each entry.';
    return { entries: [], mistakes: [{ ...placeIn(file, [])([]), rule: 'wrong-type', message }] };
  }
  const taken: Taken<Data> = { entries: [], mistakes: [] };
  for (const index of list.keys()) {
    const checked = checkShape(schema, file.document, [index]);
    if (!checked.ok) taken.mistakes.push(...checked.mistakes);
    else {
      const { data } = checked;
      taken.entries.push({ id: data.id, file: file.name, data, body: '', place: placeIn(file, [index]) });
    }
  }
  return taken;
}

function placeIn({ document }: ContentFile, at: Path): Located['place'] {
  return (path) => ({ file: document.file, ...document.locate([...at, ...path]) });
}
