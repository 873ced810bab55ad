import { expect } from '@playwright/test';
import { faultsOfWalk } from './keyboard.ts';
import { PAGE_KINDS, test } from './support.ts';

for (const [width, height] of [
  [320, 640],
  [1280, 720],
] as const) {
  test.describe(() => {
    test.use({ viewport: { width, height } });

    test(`Tab goes through every kind of page and out of it, and back, and is seen at each stop, ${width} px wide`, async ({
      page,
    }) => {
      const faults: string[] = [];
      for (const address of [...Object.values(PAGE_KINDS), '/search/']) {
        await page.goto(address);
        faults.push(...(await faultsOfWalk(page)));
      }
      await page.goto('/search/?q=talks');
      await expect(page.getByRole('status')).toHaveText(/found/);
      faults.push(...(await faultsOfWalk(page)));
      expect(faults).toEqual([]);
    });
  });
}
