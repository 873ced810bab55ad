import { expect } from '@playwright/test';
import { PAGE_KINDS } from '../support/page-kinds.ts';
import { movedByLateFonts, movedWithAndWithoutCache } from './layout-shifts.ts';

import { test } from './support.ts';

for (const width of [320, 1280]) {
  const viewport = { width, height: 800 };

  test.describe(`on any kind of page, ${width} px wide, nothing moves`, () => {
    test.use({ viewport });

    test('when fonts arrive after it is painted', async ({ page }) => {
      expect(await movedByLateFonts(page, Object.values(PAGE_KINDS))).toEqual([]);
    });

    test('on a first visit, nor on a second one with the fonts of the first', async ({ browser, baseURL }) => {
      expect(await movedWithAndWithoutCache(browser, { baseURL, viewport }, Object.values(PAGE_KINDS))).toEqual([]);
    });
  });
}
