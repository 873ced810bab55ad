import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/languages/index.ts';
import { numberedTitle, paginate, paginationView } from '../../../src/newsroom/pagination.ts';

describe('a list in pages', () => {
  test.each([
    [0, [0]],
    [1, [1]],
    [9, [9]],
    [10, [10]],
    [11, [10, 1]],
    [20, [10, 10]],
    [21, [10, 10, 1]],
  ])('of %i entries, ten a page, has pages of %j', (count, sizes) => {
    const items = Array.from({ length: count }, (_, index) => index);
    expect(paginate(items, 10).map((slice) => slice.items.length)).toEqual(sizes);
  });

  test('has every entry once, in order, and numbers its pages from 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 7 }), (items, size) => {
        const slices = paginate(items, size);
        expect(slices.flatMap((slice) => slice.items)).toEqual(items);
        expect(slices.map(({ page }) => page)).toEqual(slices.map((_, index) => index + 1));
        expect(new Set(slices.map(({ pages }) => pages))).toEqual(new Set([slices.length]));
      }),
    );
  });

  test('leads from page to page and nowhere beyond', () => {
    const links = paginate([1, 2, 3], 1).map((slice) => paginationView(slice, (page) => `/list/${page}/`));
    expect(links).toEqual([
      { page: 1, pages: 3, newer: undefined, older: '/list/2/' },
      { page: 2, pages: 3, newer: '/list/1/', older: '/list/3/' },
      { page: 3, pages: 3, newer: '/list/2/', older: undefined },
    ]);
  });

  test('of one page leads nowhere', () => {
    const [only] = paginate([], 10);
    expect(only && paginationView(only, String)).toEqual({ page: 1, pages: 1, newer: undefined, older: undefined });
  });

  test('says its number in the title from the second page on', () => {
    expect(paginate([1, 2], 1).map((slice) => numberedTitle(wordsOf('en'), 'Topics', slice))).toEqual([
      'Topics',
      'Topics, page 2',
    ]);
  });
});
