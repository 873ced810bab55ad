import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CollectionName } from '../schemas/publication.ts';
import { SLUG } from '../schemas/scalars.ts';
import { type Document, readDocument } from './document.ts';
import type { Mistake } from './mistake.ts';

/** A file of the content folder, read. */
export interface ContentFile {
  collection: CollectionName;
  /** The id of its entry, from its name. */
  id: string;
  /** True for a data file that lists many entries, each with an id of its own. */
  listed: boolean;
  /** Relative to the content folder. */
  name: string;
  document: Document;
  body: string;
  /** The line of the file that the body begins on. */
  bodyLine: number;
}

type Kind = Pick<ContentFile, 'collection' | 'id' | 'listed'>;

const DATA_FILES = new Map<string, Kind>([
  ['site.yaml', { collection: 'site', id: 'site', listed: false }],
  ['topics.yaml', { collection: 'topics', id: 'topics', listed: true }],
  ['sources.yaml', { collection: 'sources', id: 'sources', listed: true }],
]);

const ENTRY_FILES: readonly { collection: CollectionName; pattern: RegExp }[] = [
  { collection: 'stories', pattern: new RegExp(`^stories/(${SLUG})\\.md$`) },
  { collection: 'briefings', pattern: new RegExp(`^briefings/(\\d{4}/${SLUG})\\.mdx?$`) },
  { collection: 'pages', pattern: new RegExp(`^pages/(${SLUG})\\.md$`) },
];

/** Kept beside the text and used by it; the build takes care of them. */
const IMAGE = /\.(avif|gif|jpe?g|png|svg|webp)$/i;

/** What XML, and so every feed, cannot hold (w3.org/TR/xml, Char). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

export interface ContentFiles {
  /** In the order of their names. */
  files: ContentFile[];
  mistakes: Mistake[];
  /** Collections of which a file could not be read. */
  broken: Set<CollectionName>;
}

/** Reads every file below the content folder. */
export function readContent(folder: string): ContentFiles {
  const content: ContentFiles = { files: [], mistakes: [], broken: new Set() };
  const root = basename(folder);
  const names = listFiles(folder);
  for (const name of names) {
    const kind = kindOf(name);
    if (!kind) {
      content.mistakes.push({ ...startOf(`${root}/${name}`), rule: 'unknown-file', message: UNKNOWN_FILE });
      continue;
    }
    const { document, body, bodyLine, mistakes } = readFile(join(folder, name), `${root}/${name}`);
    content.mistakes.push(...mistakes);
    if (document) content.files.push({ ...kind, name, document, body, bodyLine });
    else content.broken.add(kind.collection);
  }
  for (const [name, { collection }] of DATA_FILES) {
    if (names.includes(name)) continue;
    content.broken.add(collection);
    content.mistakes.push({ ...startOf(`${root}/${name}`), rule: 'missing-file', message: 'The file is missing.' });
  }
  return content;
}

const NO_BODY = { body: '', bodyLine: 1 };

type Read = { mistakes: Mistake[]; document?: Document } & Pick<ContentFile, 'body' | 'bodyLine'>;

/** Reads one file. Without a document it is not to be used, and the mistakes say why. */
function readFile(path: string, file: string): Read {
  const text = readText(path);
  if (text === undefined) {
    const message = 'The file cannot be read, or is not valid UTF-8. Save it as UTF-8.';
    return { ...NO_BODY, mistakes: [{ ...startOf(file), rule: 'encoding', message }] };
  }
  const control = text.search(CONTROL);
  if (control >= 0) {
    const before = text.slice(0, control).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    const message = 'There is an invisible control character here. Delete it.';
    return { ...NO_BODY, mistakes: [{ file, line: before.length, column, rule: 'control-character', message }] };
  }
  const parts = path.endsWith('.yaml') ? { data: text, lineOffset: 0, ...NO_BODY } : splitFrontMatter(text);
  if (!parts) {
    const message = 'The file has no front matter. It starts with a line "---", and a second "---" ends it.';
    return { ...NO_BODY, mistakes: [{ ...startOf(file), rule: 'front-matter', message }] };
  }
  const { document, mistakes } = readDocument(file, parts.data, parts.lineOffset);
  const { body, bodyLine } = parts;
  return mistakes.length > 0 ? { ...NO_BODY, mistakes } : { document, body, bodyLine, mistakes };
}

function startOf(file: string): Pick<Mistake, 'file' | 'line' | 'column'> {
  return { file, line: 1, column: 1 };
}

const UNKNOWN_FILE =
  'Nothing is published from here. Known: site.yaml, topics.yaml, sources.yaml, stories/<slug>.md, ' +
  'briefings/<year>/<slug>.md or .mdx, pages/<slug>.md, and images. A slug is lower-case letters, digits and hyphens.';

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
    .filter((name) => !IMAGE.test(name) && !name.split('/').some((part) => part.startsWith('.')))
    .sort();
}

function kindOf(name: string): Kind | undefined {
  const data = DATA_FILES.get(name);
  if (data) return data;
  for (const { collection, pattern } of ENTRY_FILES) {
    const id = pattern.exec(name)?.[1];
    if (id) return { collection, id, listed: false };
  }
  return undefined;
}

/** The text of a file without its byte-order mark; undefined if it cannot be read or its bytes are not UTF-8. */
function readText(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    return undefined;
  }
}

function splitFrontMatter(
  text: string,
): { data: string; lineOffset: number; body: string; bodyLine: number } | undefined {
  const match = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)([\s\S]*)$/m.exec(text);
  if (match?.index !== 0) return undefined;
  const [, data = '', body = ''] = match;
  return { data, lineOffset: 1, body, bodyLine: text.slice(0, text.length - body.length).split('\n').length };
}
