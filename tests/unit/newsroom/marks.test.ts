import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareMarks, unitsPerMark } from '../../../src/newsroom/marks.ts';

describe('how many units one mark stands for', () => {
  test.each([
    [1, 1],
    [200, 1],
    [201, 2],
    [400, 2],
    [401, 5],
    [1000, 5],
    [1001, 10],
    [2000, 10],
    [2001, 20],
    [4001, 50],
    [10_000, 50],
    [10_001, 100],
    [1_000_000, 5000],
  ])('is, of a total of %i, %i', (total, units) => {
    expect(unitsPerMark(total)).toBe(units);
  });

  test('is the least that leaves no more than two hundred marks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (total) => {
        const units = unitsPerMark(total);
        expect(String(units)).toMatch(/^[125]0*$/);
        expect(total / units).toBeLessThanOrEqual(200);
        const below = units / (String(units).startsWith('5') ? 2.5 : 2);
        if (units > 1) expect(total / below).toBeGreaterThan(200);
      }),
    );
  });
});

describe('the marks of the parts of a total', () => {
  test.each([
    [[100, 31, 7], 1, [100, 31, 7]],
    [[300, 100], 2, [150, 50]],
    [[301, 100], 2, [151, 50]],
    [[299, 102], 2, [150, 51]],
    [[400, 1], 2, [200, 1]],
    [[990, 4, 6], 5, [198, 1, 1]],
    [[995, 1, 1, 1, 1, 1], 5, [195, 1, 1, 1, 1, 1]],
    [[1, 1, 998], 5, [1, 1, 198]],
    [[0, 400], 2, [0, 200]],
    [[501, 0, 501], 10, [50, 0, 50]],
  ])('of %j at %i a mark are %j', (values, perMark, marks) => {
    expect(shareMarks(values, perMark)).toEqual(marks);
  });

  test('never fall short of or go beyond what the part has by more than its neighbours need', () => {
    const values = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(values, (given) => {
        const perMark = unitsPerMark(given.reduce((sum, value) => sum + value, 0) || 1);
        const shares = shareMarks(given, perMark);
        for (const [index, share] of shares.entries()) {
          expect(Math.abs(share - (given[index] ?? 0) / perMark)).toBeLessThan(given.length + 1);
        }
      }),
    );
  });
});
