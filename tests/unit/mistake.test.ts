import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContentError, formatMistake, type Mistake, report, sortMistakes } from '../../src/checks/mistake.ts';

const mistake: Mistake = {
  file: 'content/topics.yaml',
  line: 3,
  column: 5,
  rule: 'unknown-key',
  message: '"nmae" is not known here. Did you mean "name"?',
};

describe('a report', () => {
  test('has a line for a mistake, with its place as programs find it', () => {
    expect(formatMistake(mistake)).toBe(
      'content/topics.yaml:3:5  error  unknown-key  "nmae" is not known here. Did you mean "name"?',
    );
  });

  test('keeps a mistake on its line where a text of several lines is named in it', () => {
    expect(formatMistake({ ...mistake, message: '"26 January\n2026\n" cannot be read as a date.' })).toBe(
      'content/topics.yaml:3:5  error  unknown-key  "26 January\\n2026\\n" cannot be read as a date.',
    );
  });

  test.each([
    [[mistake], '1 mistake in 1 file. Nothing is published.'],
    [[mistake, { ...mistake, line: 4 }], '2 mistakes in 1 file. Nothing is published.'],
    [[mistake, { ...mistake, file: 'content/site.yaml' }], '2 mistakes in 2 files. Nothing is published.'],
  ])('ends with how many there are and in how many files', (mistakes, count) => {
    const lines = report(mistakes).split('\n');
    expect(lines.slice(0, -2)).toEqual(mistakes.map(formatMistake));
    expect(lines.slice(-2)).toEqual(['', count]);
  });

  test('is what an error prints, without a stack', () => {
    const error = new ContentError([mistake]);
    expect(error.message).toBe(report([mistake]));
    expect(error.stack).toBe(error.message);
    expect(error.mistakes).toEqual([mistake]);
  });
});

describe('the order of mistakes', () => {
  test('is by file, line, column and rule, with lines counted as numbers', () => {
    const inOrder: Mistake[] = [
      { ...mistake, file: 'content/B.md' },
      { ...mistake, file: 'content/a.md', line: 2, column: 10 },
      { ...mistake, file: 'content/a.md', line: 10, column: 2 },
      { ...mistake, file: 'content/a.md', line: 10, column: 11, rule: 'missing' },
      { ...mistake, file: 'content/a.md', line: 10, column: 11, rule: 'unknown-key' },
      { ...mistake, file: 'content/b.md', line: 1, column: 1 },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (mixed) => {
        expect(sortMistakes(mixed)).toEqual(inOrder);
      }),
    );
  });

  test('leaves the list that it was given as it was', () => {
    const given = [{ ...mistake, line: 9 }, mistake];
    sortMistakes(given);
    expect(given.map(({ line }) => line)).toEqual([9, 3]);
  });
});
