import { type Body, type Found, readBody } from '../../src/checks/body/read.ts';
import { readDocument } from '../../src/checks/document.ts';
import type { ContentFile } from '../../src/checks/files.ts';

/** A file of which the text below the front matter is this. It begins on the first line. */
export function fileOf(text: string, name = 'pages/about.md'): ContentFile {
  const { document } = readDocument(`content/${name}`, '');
  return { collection: 'pages', id: 'about', listed: false, name, document, body: text, bodyLine: 1 };
}

/** The same, read. Throws where it cannot be, which only MDX can. */
export function bodyOf(text: string, name?: string): Body {
  const body = readBody(fileOf(text, name));
  if ('tree' in body) return body;
  throw new Error(body.message);
}

/** What was found as `line:column rule`, and the message where it is asked for. */
export function placesOf(found: readonly Found[]): string[] {
  return found.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}
