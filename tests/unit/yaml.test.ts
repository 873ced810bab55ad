import { describe, expect, test } from 'vitest';
import { inspectContent } from '../../src/checks/content.ts';
import { readDocument } from '../../src/checks/document.ts';
import { LEAST, withFolder } from '../support/unit-content-folder.ts';

describe('a slip of YAML is told in words for an editor', () => {
  test.each([
    ['a: "text\\"\nb: "3"\n', '1:4', 'The quotation mark is not closed.'],
    ['a: "text\nb: c\n', '1:4', 'The quotation mark is not closed.'],
    ['a: "Quote" then more\n', '1:12', 'Nothing can follow the value before this.'],
    ['a: @home\n', '1:4', 'A text cannot begin with this mark.'],
    ['a: [b, c\nd: e\n', '2:1', 'The bracket before this is not closed.'],
    ['a: - b\n', '1:4', 'A list with "- " begins on a line of its own'],
    ['a:b\nc: d\n', '1:1', 'This line has no key.'],
    ['a: b\n---\nc: d\n', '2:1', 'A line "---" or "..." ends the data'],
    ['a: !important news\n', '1:4', 'A text cannot begin with "!".'],
    ['a: "\\q"\n', '1:5', 'After a backslash this letter means nothing.'],
  ])('%j', (text, place, words) => {
    const [mistake] = readDocument('a.yaml', text).mistakes;
    expect(`${mistake?.line}:${mistake?.column}`).toBe(place);
    expect(mistake?.message).toContain(words);
  });

  test.each(['a: "text"\n', 'a: "te\\\\"\n', 'a: ""\n', 'a: "x\\"y"\n'])('and %j is none', (text) => {
    expect(readDocument('a.yaml', text).mistakes).toEqual([]);
  });
});

test('two keys that are meant to be one are not both mended', () => {
  const crane = LEAST['briefings/2026/crane.md']?.replace(/^headline: .*$/m, 'headlin: One\nheadlne: Two') ?? '';
  const found = withFolder({ ...LEAST, 'briefings/2026/crane.md': crane }, (folder) => inspectContent(folder).mistakes);
  const keys = found.filter(({ rule }) => rule === 'unknown-key');
  expect(keys).toHaveLength(2);
  expect(keys.map(({ fix }) => fix)).toEqual([undefined, undefined]);
});

test('a link to a page whose file cannot be read is not told as well', () => {
  const files = {
    ...LEAST,
    'pages/method.md': '---\ntitle: [x\n---\n\nText.\n',
    'pages/about.md': '---\ntitle: About\ndescription: What this is.\n---\n\n[Method](/method/) and [lost](/lost/).\n',
  };
  const found = withFolder(files, (folder) => inspectContent(folder).mistakes);
  expect(found.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    'content/pages/about.md broken-link',
    'content/pages/method.md yaml-syntax',
  ]);
  expect(found[0]?.message).toContain('"/lost/"');
});
