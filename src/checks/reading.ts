import type { z } from 'astro/zod';
import { bodyFacts } from '../schemas/body-components.ts';
import { type CollectionName, type Entry, schemas } from '../schemas/publication.ts';
import { type BodyReading, readBodyOf } from './bodies.ts';
import { briefingMistakes } from './briefings.ts';
import { type ContentFile, openFile, withoutFile } from './files.ts';
import { type Kind, kindOf } from './folder.ts';
import type { Found } from './mistake.ts';
import { checkShape } from './shape.ts';

/**
 * All that one file says, whatever stands in others: plain data, which comes out of JSON as it went in. It depends on the
 * bytes of the file, on its name and on `readingVersion()`, and on nothing else.
 */
export type Reading = { [Name in CollectionName]: ReadingOf<Name> }[CollectionName];

/** Those of one collection. */
export type ReadingIn<Name extends CollectionName> = Extract<Reading, { collection: Name }>;

interface ReadingOf<Name extends CollectionName> extends Kind {
  collection: Name;
  /** Relative to the content folder. */
  name: string;
  /** Of the bytes of the file, SHA-256 in hexadecimal. Without one the reading is not to be kept: the file was not read. */
  digest?: string;
  /** `whole`: every entry fits its schema. `partly`: others are left out. `unread`: not even its YAML can be read. */
  state: 'whole' | 'partly' | 'unread';
  /** As the schema puts them out. */
  entries: ReadEntry<z.output<(typeof schemas)[Name]>>[];
  /** What is wrong with the file by itself, the text below the front matter aside. */
  mistakes: Found[];
  /** The text below the front matter; nothing for a list, and where the file cannot be read. */
  body?: BodyReading;
}

/** An entry for whoever knows its file. */
export type ReadEntry<Data> = Omit<Entry<Data>, 'file' | 'body'>;

/**
 * Reads one file of the content folder.
 *
 * @param folder the path of the content folder.
 * @param name of the file, relative to it and with forward slashes.
 * @throws RangeError if nothing is published from a file of that name.
 */
export function readFile(folder: string, name: string): Reading {
  return readWithText(folder, name).reading;
}

/** The same with the file itself, where it could be read, for whoever needs its text. */
export function readWithText(folder: string, name: string): { reading: Reading; file?: ContentFile } {
  const kind = kindOf(name);
  if (!kind) throw new RangeError(`${name} has no place in the content folder`);
  const { file, digest, mistakes } = openFile(folder, name, kind);
  const known = { name, ...(digest !== undefined && { digest }) };
  const reading = file ? readingOf(file) : unread(kind);
  return { reading: { ...reading, ...known, mistakes: [...mistakes, ...reading.mistakes] }, ...(file && { file }) };
}

function unread(kind: Kind): Reading {
  return { ...kind, name: '', state: 'unread', entries: [], mistakes: [] };
}

function readingOf(file: ContentFile): Reading {
  const { id, listed, name } = file;
  const base = { id, listed, name };
  switch (file.collection) {
    case 'site':
      return { ...base, collection: 'site', ...oneEntry(schemas.site, file) };
    case 'topics':
      return { ...base, collection: 'topics', ...listedEntries(schemas.topics, file) };
    case 'sources':
      return { ...base, collection: 'sources', ...listedEntries(schemas.sources, file) };
    case 'places':
      return { ...base, collection: 'places', ...listedEntries(schemas.places, file) };
    case 'stories':
      return { ...base, collection: 'stories', ...oneEntry(schemas.stories, file) };
    case 'pages':
      return { ...base, collection: 'pages', ...oneEntry(schemas.pages, file) };
    case 'briefings': {
      const read = oneEntry(schemas.briefings, file);
      return { ...base, collection: 'briefings', ...read, mistakes: [...read.mistakes, ...briefingMistakes(file)] };
    }
  }
}

interface Taken<Data> {
  state: 'whole' | 'partly';
  entries: ReadEntry<Data>[];
  mistakes: Found[];
}

/** A file that is one entry. */
function oneEntry<Schema extends z.ZodType>(
  schema: Schema,
  file: ContentFile,
): Taken<z.output<Schema>> & { body: BodyReading } {
  const checked = checkShape(schema, file.document, []);
  const body = readBodyOf(file);
  if (!checked.ok) return { state: 'partly', entries: [], mistakes: checked.mistakes.map(withoutFile), body };
  const entry = { id: file.id, data: checked.data, ...bodyFacts(file.body) };
  return { state: 'whole', entries: [entry], mistakes: [], body };
}

/** A data file that is a list of entries, each with its id. */
function listedEntries<Data extends { id: string }>(schema: z.ZodType<Data>, { document }: ContentFile): Taken<Data> {
  if (!Array.isArray(document.data)) {
    const message = 'The file takes a list, with "- id: …" at the start of each entry.';
    return { state: 'partly', entries: [], mistakes: [{ ...document.locate([]), rule: 'wrong-type', message }] };
  }
  const checked = [...document.data.keys()].map((index) => checkShape(schema, document, [index]));
  const mistakes = checked.flatMap((result) => (result.ok ? [] : result.mistakes.map(withoutFile)));
  return {
    state: mistakes.length === 0 ? 'whole' : 'partly',
    entries: checked.flatMap((result) =>
      result.ok ? [{ id: result.data.id, data: result.data, ...bodyFacts('') }] : [],
    ),
    mistakes,
  };
}
