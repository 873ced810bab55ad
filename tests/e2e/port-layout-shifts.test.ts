import { expect } from '@playwright/test';

import { movedByLateFonts, movedWithAndWithoutCache } from './layout-shifts.ts';
import { PORT_KINDS } from './port.ts';
import { test } from './support.ts';

for (const width of [320, 1280]) {
  const viewport = { width, height: 800 };

  test.describe(`on any kind of page of a long publication, ${width} px wide, nothing moves`, () => {
    test.use({ viewport });

    test('when fonts arrive after it is painted', async ({ page }) => {
      expect(await movedByLateFonts(page, Object.values(PORT_KINDS))).toEqual([]);
    });

    test('on a first visit, nor on a second one with the fonts of the first', async ({ browser, baseURL }) => {
      expect(await movedWithAndWithoutCache(browser, { baseURL, viewport }, Object.values(PORT_KINDS))).toEqual([]);
    });
  });
}
