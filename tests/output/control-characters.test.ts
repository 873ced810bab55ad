import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/checks/content.ts';
import { ContentError } from '../../src/checks/mistake.ts';
import { HOSTILE } from '../support/hostile.ts';
import { SITES } from './sites.ts';

const { folder } = SITES.hostile;
const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');

describe('what no format can hold', () => {
  const content = 'tests/.output/refused-hostile';
  const file = `${content}/briefings/2026/words.md`;

  // As YAML writes them between double quotation marks.
  test.each([
    ['a line feed', '\\n'],
    ['a carriage return', '\\r'],
    ['both and a header of mail', '\\r\\nBcc: x@evil.example'],
    ['both and an event', '\\r\\nEND:VEVENT\\r\\nBEGIN:VEVENT'],
    ['a null', '\\0'],
    ['a bell', '\\a'],
    ['an escape', '\\e'],
    ['a delete of C0', '\\x1f'],
    ['no character', '\\uFFFE'],
    ['another one', '\\uFFFF'],
    ['half a character', '\\uD83D'],
  ])('%s in a headline is refused', (_name, written) => {
    rmSync(content, { recursive: true, force: true });
    cpSync(HOSTILE.folder, content, { recursive: true });
    expect(checkContent(content).publication.briefings.length).toBeGreaterThan(5);
    // In the place of other words, so that the headline is none too long.
    const words = readFileSync(file, 'utf8');
    const replaced = words.replace(
      'headline: "The representatives of several governments',
      `headline: "The${written} end`,
    );
    expect(replaced).not.toBe(words);
    writeFileSync(file, replaced);
    expect(() => checkContent(content)).toThrow(ContentError);
    expect(() => checkContent(content)).toThrow(/words\.md:2:\d+ {2}error .*(one line|control character)/);
  });

  test('and does not come out of a body, where it may be written by its number', () => {
    const files = globSync('**/*.{html,xml,json,ics,md,txt,opml,webmanifest}', { cwd: folder });
    expect(files.length).toBeGreaterThan(120);
    const telling = files.filter((file) => /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\\u00[01][0-8bcef]/u.test(read(file)));
    expect(telling).toEqual([]);
  });
});
