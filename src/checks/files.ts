import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cleanText, placeIn } from './characters.ts';
import { type Document, type Place, readDocument } from './document.ts';
import type { Kind } from './folder.ts';
import type { Found, Mistake } from './mistake.ts';
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

/** What came of opening a file: without `file` it is not to be used, and the mistakes say why. */
export interface Opened {
  /** Of its bytes, SHA-256 in hexadecimal; nothing where they were not read. */
  digest?: string;
  file?: ContentFile;
  /** Of its bytes, characters and YAML. */
  mistakes: Found[];
}

/**
 * Opens a file of the content folder, and reads its YAML.
 *
 * @param folder the path of the content folder.
 * @param name of the file, relative to it.
 * @param kind what it is by its name.
 */
export function openFile(folder: string, name: string, kind: Kind): Opened {
  const read = readText(join(folder, name));
  if (!('text' in read)) return { ...(read.digest !== undefined && { digest: read.digest }), mistakes: [read.problem] };
  const { text, found } = cleanText(read.text);
  const { digest } = read;
  const parts = name.endsWith('.yaml') ? { data: text, lineOffset: 0, ...NO_BODY } : splitFrontMatter(text);
  if (typeof parts === 'string') {
    return { digest, mistakes: [...found, { ...START, rule: 'front-matter', message: parts }] };
  }
  const { document, mistakes } = readDocument(`${basename(folder)}/${name}`, parts.data, parts.lineOffset);
  const { body, bodyLine } = parts;
  return {
    digest,
    mistakes: [...found, ...mistakes.map(withoutFile), ...trailingSpaces(parts.data, parts.lineOffset)],
    ...(mistakes.length === 0 && { file: { ...kind, name, document, body, bodyLine } }),
  };
}

/** The same mistake for whoever knows the file. */
export function withoutFile({ file: _file, fix, ...found }: Mistake): Found {
  return fix ? { ...found, fix } : found;
}

const NO_BODY = { body: '', bodyLine: 1 };
const START = { line: 1, column: 1 };

/** A briefing of 450 words has 5 kB. */
const MOST_BYTES = 1_000_000;

/** The text of a file without its byte-order mark, or why it cannot be read. */
function readText(path: string): { text: string; digest: string } | { digest?: string; problem: Found } {
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) {
      const message = `The file has ${Math.ceil(size / 1000)} kB; a text file takes at most 1,000. Shorten it, or divide it.`;
      return { problem: { ...START, rule: 'too-large', message } };
    }
    bytes = readFileSync(path);
  } catch {
    const message = 'The file cannot be opened. Check who may read it.';
    return { problem: { ...START, rule: 'unreadable', message } };
  }
  const digest = hash('sha256', bytes);
  const text = decode(bytes);
  if (text !== undefined) return { digest, text };
  return { digest, problem: { ...placeOfBadByte(bytes), rule: 'encoding', message: encodingMessage(bytes) } };
}

/** Without its byte-order mark, which is no part of the text. */
function decode(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString('utf8').replace(/^\uFEFF/, '') : undefined;
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
