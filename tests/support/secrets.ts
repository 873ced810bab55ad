import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { UNPUBLISHED } from './unpublished.ts';

/** What gives a hidden briefing away. */
export interface Secret {
  /** A word, a date or a number as a file of the publication has it. */
  text: string;
  /** The same as a page may have it, in lower case. */
  forms: string[];
  /** Whether readers see it once the briefing is public. */
  seen: boolean;
}

/** Everything in the files of the publication, and in their names, that only the hidden briefings have. */
export function secrets(): Secret[] {
  const files = everyFile(UNPUBLISHED.folder).map(({ name, text }) => `${name}\n${text}`);
  const found = (pattern: RegExp) => [...new Set(files.flatMap((text) => text.match(pattern) ?? []))].sort();
  const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return [
    ...found(/zq[a-z]+zq/g).map((text) => ({ text, forms: [text], seen: true })),
    ...found(/zx[a-z]+zx/g).map((text) => ({ text, forms: [text], seen: false })),
    ...found(/201\d-\d\d-\d\d/g).map((text) => {
      return { text, forms: [text, long.format(new Date(text)).toLowerCase()], seen: true };
    }),
    ...found(/\b(?:81|162)\d{4}\b/g).map((text) => {
      return { text, forms: [text, Number(text).toLocaleString('en-GB')], seen: true };
    }),
  ];
}

/** Every file below a folder: its name, and its bytes as text of one character each. Those of the search index are unpacked. */
export function everyFile(folder: string): { name: string; text: string }[] {
  // Hidden files count: some servers hand them out.
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll('\\', '/'))
    .map((path) => ({
      name: path.slice(path.indexOf(folder) + folder.length + 1),
      // The lines of a calendar are folded, in the midst of words.
      text: bytesOf(path).toString('latin1').replaceAll('\r\n ', ''),
    }));
}

function bytesOf(path: string): Buffer {
  const bytes = readFileSync(path);
  return /\.pf_[a-z]+$/.test(path) ? gunzipSync(bytes) : bytes;
}

/** The secrets that a built site gives away, and the names of the files that do. */
export function toldBy(folder: string, kept: readonly Secret[] = secrets()): Map<string, string[]> {
  const files = everyFile(folder).map(({ name, text }) => ({ name, told: `${name}\n${text}`.toLowerCase() }));
  const telling = kept.map(({ text, forms }): [string, string[]] => [
    text,
    files.filter(({ told }) => forms.some((form) => told.includes(form))).map(({ name }) => name),
  ]);
  return new Map(telling.filter(([, names]) => names.length > 0));
}
