import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkContent, inspectContent } from '../../src/checks/content.ts';
import { readDocument } from '../../src/checks/document.ts';
import { ContentError, formatMistake } from '../../src/checks/mistake.ts';
import { isRule, RULES } from '../../src/checks/rules.ts';
import { didYouMean, meantName } from '../../src/checks/suggest.ts';
import { LEAST, withFolder } from '../support/unit-content-folder.ts';
import { contentOf } from '../support/unit-publications.ts';

const BAD = 'tests/publications/bad';
const WARNED = 'tests/publications/warned';
const folders = readdirSync(BAD).sort();
const warned = readdirSync(WARNED).sort();

const rulesOf = (level: 'error' | 'warning') =>
  Object.entries(RULES).flatMap(([id, rule]) => (rule.level === level ? [id] : []));

/** Found only when a body is rendered: the tests of the output build this one. */
const BY_BUILD = 'mdx-render';
const checked = folders.filter((name) => name !== BY_BUILD);

describe('a publication with mistakes', () => {
  test.each(checked)('%s: each is told with its place and its mend, and nothing else is', (folder) => {
    expect(mistakesOf(contentOf('bad', folder))).toEqual(expected(folder));
  });

  test.each(folders.filter((name) => !name.startsWith('many')))(
    '%s: is there for the rule that it is named after',
    (folder) => {
      for (const rule of expected(folder).map(ruleOf)) expect(`${folder}-`).toContain(`${rule}-`);
    },
  );

  test('is there for every rule', () => {
    const shown = folders.filter((folder) => expected(folder).map(ruleOf).includes(folder));
    expect(rulesOf('error').filter((rule) => !shown.includes(rule))).toEqual([]);
  });

  test('is told all at once, and that nothing was published', () => {
    const lines = expected('many');
    expect(() => checkContent(`${BAD}/many/content`).publication).toThrow(
      `${lines.join('\n')}\n\n10 mistakes in 6 files. Nothing is published.`,
    );
  });
});

describe('a publication with something to look at', () => {
  test.each(warned)('%s: is told with its place, and may be published all the same', (folder) => {
    const { mistakes, publication } = inspectContent(contentOf('warned', folder));
    expect(mistakes.map(formatMistake)).toEqual(expected(folder, WARNED));
    expect(new Set(mistakes.map(({ rule }) => rule))).toEqual(new Set([folder]));
    expect(publication.briefings.length).toBeGreaterThan(0);
    expect(() => checkContent(contentOf('warned', folder))).not.toThrow();
  });

  test('is there for every rule', () => {
    expect(warned).toEqual(rulesOf('warning').sort());
  });
});

describe('a headline', () => {
  test.each([
    [100, []],
    [101, ['long-headline']],
    [200, ['long-headline']],
    [201, ['length']],
  ])('of %i characters has %j', (length, rules) => {
    const text = LEAST['briefings/2026/crane.md']?.replace('A crane is built', 'x'.repeat(length)) ?? '';
    const { mistakes } = withFolder({ ...LEAST, 'briefings/2026/crane.md': text }, (folder) => inspectContent(folder));
    expect(mistakes.map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('a publication without mistakes', () => {
  const publication = checkContent('tests/publications/good/plain/content').publication;

  test('gives every entry the address that its file has', () => {
    const ids = Object.values(publication).map((entries: { id: string }[]) => entries.map(({ id }) => id));
    expect(ids).toEqual([
      ['site'],
      ['harbour'],
      ['harbour-office'],
      [],
      ['harbour'],
      ['2026/crane', '2026/pier'],
      ['about'],
    ]);
  });

  test('keeps the body below the front matter, and knows the file', () => {
    const [crane, pier] = publication.briefings;
    expect(crane).toMatchObject({ file: 'briefings/2026/crane.md', body: '\nText.\n' });
    expect(pier).toMatchObject({ file: 'briefings/2026/pier.mdx', body: expect.stringContaining('<Statement') });
  });

  test('has what an editor may leave out filled in', () => {
    expect(publication.briefings[0]?.data).toMatchObject({
      draft: false,
      timeline: [{ date: '2026-01-26', status: 'happened' }],
    });
  });

  test('has a bare year as the date that was written', () => {
    expect(publication.briefings[1]?.data.timeline[0]?.date).toBe('2014');
  });

  test('is found by a path with or without a slash at its end', () => {
    const again = checkContent('./tests/publications/good/plain/content/').publication;
    expect(again.briefings.map(({ file }) => file)).toEqual(publication.briefings.map(({ file }) => file));
  });
});

describe('the place of a mistake', () => {
  test('is right in a file with the line ends of Windows', () => {
    const { mistakes } = readDocument('a.md', 'a: 1\r\nb: 2\r\nb: 3\r\n', 1);
    expect(mistakes).toMatchObject([{ rule: 'duplicate-key', line: 4, column: 1 }]);
  });

  test('is that of the nearest value around one that is not there', () => {
    const { document } = readDocument('a.yaml', 'facts:\n  - label: Cranes\n    by:\n      name: Kyiv\n');
    expect(document.locate(['facts', 0, 'by', 'name'])).toEqual({ line: 4, column: 13 });
    expect(document.locate(['facts', 0, 'value'])).toEqual({ line: 2, column: 5 });
    expect(document.locate(['facts', 3, 'by'])).toEqual({ line: 2, column: 3 });
    expect(document.locate(['timeline'])).toEqual({ line: 1, column: 1 });
    expect(document.locateKey(['facts', 0], 'by')).toEqual({ line: 3, column: 5 });
  });
});

describe('the name that may have been meant', () => {
  test.each([
    ['diplomcy', 'diplomacy'],
    ['diplomacy-talks', 'diplomacy'],
    ['dip', 'diplomacy'],
    ['territroy', 'territory'],
  ])('for %s is %s', (name, meant) => {
    expect(didYouMean(name, ['territory', 'diplomacy', 'front-line'])).toBe(` Did you mean "${meant}"?`);
  });

  test('is not guessed where none is near', () => {
    expect(didYouMean('economy', ['territory', 'front-line'])).toBe('');
    expect(didYouMean('economy', [])).toBe('');
  });
});

describe('the name that alone can have been meant', () => {
  test.each([
    ['crt', ['cart', 'coat'], 'cart'],
    ['Headline', ['headline', 'line'], 'headline'],
    ['cat', ['cart', 'coat'], undefined],
    ['publishe', ['publishedAt'], undefined],
    ['on', ['by'], undefined],
    ['x', [], undefined],
  ])('for %s among %j is %s', (name, known, meant) => {
    expect(meantName(name, known)).toBe(meant);
  });
});

test('what every object has is no rule', () => {
  expect(['toString', 'constructor', '__proto__', 'lost', 7, undefined].filter(isRule)).toEqual([]);
  expect(isRule('unknown-key')).toBe(true);
});

function mistakesOf(content: string): string[] {
  try {
    checkContent(content).publication;
  } catch (error) {
    if (error instanceof ContentError) return error.mistakes.map(formatMistake);
    throw error;
  }
  return [];
}

function expected(folder: string, root = BAD): string[] {
  return readFileSync(`${root}/${folder}/expected.txt`, 'utf8').trimEnd().split('\n');
}

function ruleOf(line: string): string {
  return line.split('  ')[2] ?? '';
}
