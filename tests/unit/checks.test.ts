import { globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/checks/content.ts';
import { readDocument } from '../../src/checks/document.ts';
import { ContentError, formatMistake } from '../../src/checks/mistake.ts';
import { didYouMean } from '../../src/checks/suggest.ts';
import { warningsOf } from '../../src/checks/warnings.ts';

const BAD = 'tests/publications/bad';
const WARNED = 'tests/publications/warned';
const folders = readdirSync(BAD).sort();
const warned = readdirSync(WARNED).sort();

/** The rules that the sources name: single words after `rule:`, and whatever has a hyphen. */
const RULES = new Set([
  ...globSync(['src/checks/*.ts', 'src/schemas/*.ts']).flatMap((file) => {
    const text = readFileSync(file, 'utf8').replaceAll(/^(import|} from) .*$/gm, '');
    const after = [...text.matchAll(/\brule: ([^,\n}]+)/g)].flatMap(([, value = '']) => [
      ...value.matchAll(/'([a-z]+)'/g),
    ]);
    return [...after, ...text.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].flatMap(([, rule]) => rule ?? []);
  }),
  'unknown-topic',
  'unknown-source',
  'unknown-story',
]);
const MISTAKES = [...RULES].filter((rule) => !warned.includes(rule));

test('the rules are found in the sources', () => {
  // If they were written in another way, the tests below would ask for none and hold for ever.
  expect([...RULES]).toEqual(expect.arrayContaining(['missing', 'tally-sum', 'change-kind', 'unconfirmed-event']));
  expect(RULES.size).toBeGreaterThan(25);
});

describe('a publication with mistakes', () => {
  test.each(folders)('%s: each is told with its place and its mend, and nothing else is', (folder) => {
    expect(mistakesOf(`${BAD}/${folder}/content`)).toEqual(expected(folder));
  });

  test.each(folders.filter((name) => !name.startsWith('many')))(
    '%s: is there for the rule that it is named after',
    (folder) => {
      for (const rule of expected(folder).map(ruleOf)) expect(`${folder}-`).toContain(`${rule}-`);
    },
  );

  test('is there for every rule', () => {
    expect(MISTAKES.filter((rule) => !folders.includes(rule))).toEqual([]);
    const shown = folders.filter((folder) => expected(folder).map(ruleOf).includes(folder));
    expect(MISTAKES.filter((rule) => !shown.includes(rule))).toEqual([]);
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
    const content = checkContent(`${WARNED}/${folder}/content`);
    const warnings = warningsOf(content, '2026-01-27T00:00:00Z');
    expect(warnings.map(formatMistake)).toEqual(expected(folder, WARNED));
    expect(new Set(warnings.map(({ rule }) => rule))).toEqual(new Set([folder]));
    expect(content.publication.briefings.length).toBeGreaterThan(0);
  });

  test('is there for every rule', () => {
    const rules = [...readFileSync('src/checks/warnings.ts', 'utf8').matchAll(/'([a-z]+-[a-z-]+)'(?!;)/g)];
    expect(new Set(rules.map(([, rule]) => rule))).toEqual(new Set(warned));
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
