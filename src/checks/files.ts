import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CollectionName } from '../schemas/publication.ts';
import { cleanText, placeIn } from './characters.ts';
import { type Document, type Place, readDocument } from './document.ts';
import { DATA_FILES, type Kind, kindOf, listFolder } from './folder.ts';
import type { Mistake } from './mistake.ts';
import { trailingSpaces } from './spaces.ts';

/** A file of the content folder, read. */
export interface ContentFile extends Kind {
  /** Relative to the content folder. */
  name: string;
  document: Document;
  body: string;
  /** The line of the file that the body begins on. */
  bodyLine: number;
}

export interface ContentFiles {
  /** In the order of their names. */
  files: ContentFile[];
  /** The names of the images beside them. */
  images: ReadonlySet<string>;
  mistakes: Mistake[];
  /** Collections of which a file could not be read. */
  broken: Set<CollectionName>;
  /** Files that would make a page and cannot be read. */
  unread: Kind[];
}

/**
 * Reads every file below the content folder.
 *
 * @throws Error of the file system if the folder itself cannot be opened.
 */
export function readContent(folder: string): ContentFiles {
  const root = basename(folder);
  const { entries, images, wrong } = listFolder(folder);
  const mistakes = wrong.map(({ name, ...problem }) => ({ ...startOf(`${root}/${name}`), ...problem }));
  const unread = wrong.flatMap(({ name }) => kindOf(name) ?? []);
  const content: ContentFiles = { files: [], images: new Set(images), mistakes, broken: new Set(), unread };
  for (const { name, kind } of entries) {
    const { document, body, bodyLine, mistakes } = readFile(join(folder, name), `${root}/${name}`);
    content.mistakes.push(...mistakes);
    if (document) {
      content.files.push({ ...kind, name, document, body, bodyLine });
      continue;
    }
    content.broken.add(kind.collection);
    content.unread.push(kind);
  }
  for (const [name, { collection }] of DATA_FILES) {
    if (entries.some((entry) => entry.name === name)) continue;
    content.broken.add(collection);
    if (wrong.some((entry) => entry.name === name)) continue;
    content.mistakes.push({ ...startOf(`${root}/${name}`), rule: 'missing-file', message: 'The file is missing.' });
  }
  return content;
}

const NO_BODY = { body: '', bodyLine: 1 };

type Read = { mistakes: Mistake[]; document?: Document } & Pick<ContentFile, 'body' | 'bodyLine'>;

/** Reads one file. Without a document it is not to be used, and the mistakes say why. */
function readFile(path: string, file: string): Read {
  const read = readText(path);
  if (typeof read !== 'string') return { ...NO_BODY, mistakes: [{ file, ...read }] };
  const { text, found } = cleanText(read);
  const unclean = found.map((problem) => ({ file, ...problem }));
  const parts = path.endsWith('.yaml') ? { data: text, lineOffset: 0, ...NO_BODY } : splitFrontMatter(text);
  if (typeof parts === 'string') {
    return { ...NO_BODY, mistakes: [...unclean, { ...startOf(file), rule: 'front-matter', message: parts }] };
  }
  const { document, mistakes } = readDocument(file, parts.data, parts.lineOffset);
  const spaces = trailingSpaces(parts.data, parts.lineOffset).map((found) => ({ file, ...found }));
  const all = [...unclean, ...mistakes, ...spaces];
  const { body, bodyLine } = parts;
  return mistakes.length > 0 ? { ...NO_BODY, mistakes: all } : { document, body, bodyLine, mistakes: all };
}

function startOf(file: string): { file: string } & Place {
  return { file, line: 1, column: 1 };
}

type Unreadable = Pick<Mistake, 'rule' | 'message'> & Place;

/** A briefing of 450 words has 5 kB. */
const MOST_BYTES = 1_000_000;

/** The text of a file without its byte-order mark, or why it cannot be read. */
function readText(path: string): string | Unreadable {
  const start = { line: 1, column: 1 };
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) {
      const message = `The file has ${Math.ceil(size / 1000)} kB; a text file takes at most 1,000. Shorten it, or divide it.`;
      return { ...start, rule: 'too-large', message };
    }
    const bytes = readFileSync(path);
    return decode(bytes) ?? { ...placeOfBadByte(bytes), rule: 'encoding', message: encodingMessage(bytes) };
  } catch {
    return { ...start, rule: 'unreadable', message: 'The file cannot be opened. Check who may read it.' };
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encodingMessage(bytes: Buffer): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return `${utf16 ? 'The file is saved as UTF-16' : 'The bytes here are not valid UTF-8'}. Save the file as UTF-8.`;
}

/** Where bytes read as UTF-8 first differ from what was read. */
function placeOfBadByte(bytes: Buffer): Place {
  const read = bytes.toString('utf8');
  const again = Buffer.from(read);
  const at = bytes.findIndex((byte, index) => byte !== again[index]);
  const before = bytes.subarray(0, at).toString('utf8');
  return placeIn(before, before.length);
}

type Parts = { data: string; lineOffset: number } & Pick<ContentFile, 'body' | 'bodyLine'>;

/** Front matter and body, or why there are none. */
function splitFrontMatter(text: string): Parts | string {
  const match = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)([\s\S]*)$/m.exec(text);
  if (match?.index === 0) {
    const [, data = '', body = ''] = match;
    const bodyLine = placeIn(text, text.length - body.length).line;
    return { data, lineOffset: 1, body, bodyLine };
  }
  return /^---[ \t]*\r?\n/.test(text)
    ? 'The front matter is not closed. A line "---" ends it.'
    : 'The file has no front matter. It starts with a line "---", and a second "---" ends it.';
}
