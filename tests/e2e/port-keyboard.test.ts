import { expect } from '@playwright/test';
import { faultsOfWalk } from './keyboard.ts';
import { PORT_KINDS } from './port.ts';
import { test } from './support.ts';

test.use({ viewport: { width: 320, height: 640 } });

test('Tab goes through every kind of page of a long publication and out of it, and back', async ({ page }) => {
  const faults: string[] = [];
  for (const address of Object.values(PORT_KINDS)) {
    await page.goto(address);
    faults.push(...(await faultsOfWalk(page)));
  }
  expect(faults).toEqual([]);
});
