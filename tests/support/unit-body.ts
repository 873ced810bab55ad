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

/** The crane's briefing with more front matter. */
function crane(line: string): string {
  return LEAST['briefings/2026/crane.md']?.replace('---\n', `---\n${line}\n`) ?? '';
}

/** Files that bodies may lead to, besides the least that a publication has. It speaks as of 27 January 2026. */
const BESIDES: Readonly<Record<string, string>> = {
  'briefings/2026/draft.md': crane('draft: true'),
  'briefings/2026/other-draft.md': crane('draft: true'),
  'briefings/2026/lifted.md': crane('embargoUntil: 2026-01-22T00:00:00Z'),
  'briefings/2026/lifted-later.md': crane('embargoUntil: 2026-01-25T00:00:00Z'),
  'briefings/2026/held.md': crane('embargoUntil: 2026-02-01T00:00:00Z'),
  'briefings/2026/held-later.md': crane('embargoUntil: 2026-03-01T00:00:00Z'),
  'pages/about.md': '---\ntitle: About\ndescription: About it.\n---\n',
  'pages/method.md': '---\ntitle: Method\ndescription: How it is done.\n---\n\n## Who counts\n\n## 😀\n',
  'pages/crane.png': '',
  'pages/Große Werft.png': '',
  'pages/100%.png': '',
};

/**
 * What is wrong with a body, as `line:column rule`, where the body begins on line 1.
 *
 * @param name of its file: one of those above, whose front matter it has, or of another briefing.
 */
export function wrongIn(body: string, name = 'pages/about.md', url = 'https://example.org/'): string[] {
  return mistakesIn(body, name, url).map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

/** The same in full. */
export function mistakesIn(body: string, name = 'pages/about.md', url = 'https://example.org/'): Mistake[] {
  const [above = ''] = /^---\n[\s\S]*?\n---\n/.exec(BESIDES[name] ?? crane('kind: news')) ?? [];
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
