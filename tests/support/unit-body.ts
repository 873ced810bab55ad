import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Body, type Found, readBody } from '../../src/checks/body/read.ts';
import { inspectContent } from '../../src/checks/content.ts';
import { readDocument } from '../../src/checks/document.ts';
import type { ContentFile } from '../../src/checks/files.ts';
import type { Mistake } from '../../src/checks/mistake.ts';
import { LEAST, withFolder } from './unit-content-folder.ts';

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

/** What was found as `line:column rule`. */
export function placesOf(found: readonly Found[]): string[] {
  return found.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

/** The names of files that bodies may lead to, besides the least that a publication has. */
const BESIDES = {
  'briefings/2026/draft.md': LEAST['briefings/2026/crane.md']?.replace('---\n', '---\ndraft: true\n') ?? '',
  'briefings/2026/held.md':
    LEAST['briefings/2026/crane.md']?.replace('---\n', '---\nembargoUntil: 2026-02-01T00:00:00Z\n') ?? '',
  'pages/method.md': '---\ntitle: Method\ndescription: How it is done.\n---\n\n## Who counts\n\n## 😀\n',
  'pages/crane.png': '',
  'pages/Große Werft.png': '',
  'pages/100%.png': '',
};

/**
 * What is wrong with a body, as `line:column rule`, where the body begins on line 1.
 *
 * @param name of its file; a page, or a briefing in MDX.
 */
export function wrongIn(body: string, name = 'pages/about.md', url = 'https://example.org/'): string[] {
  return mistakesIn(body, name, url).map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

/** The same in full. */
export function mistakesIn(body: string, name = 'pages/about.md', url = 'https://example.org/'): Mistake[] {
  const [, front = ''] = /^(---\n[\s\S]*?\n---\n)/.exec(LEAST['briefings/2026/crane.md'] ?? '') ?? [];
  const above = name.startsWith('pages/') ? '---\ntitle: About\ndescription: About it.\n---\n' : front;
  const files = { ...LEAST, ...BESIDES, [name]: above + body };
  const site = LEAST['site.yaml']?.replace('https://example.org/', url) ?? '';
  const { mistakes } = withFolder({ ...files, 'site.yaml': site }, (folder) => {
    mkdirSync(join(folder, '../public'));
    writeFileSync(join(folder, '../public/map.png'), '');
    return inspectContent(folder, { publicFolder: join(folder, '../public') });
  });
  const lines = above.split('\n').length - 1;
  return mistakes
    .filter(({ file }) => file === `content/${name}`)
    .map((mistake) => ({ ...mistake, line: mistake.line - lines }));
}
