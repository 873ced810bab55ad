import type { Page } from '@playwright/test';

/**
 * Runs a script in a page unless it was run there before.
 *
 * @param name of the one thing that it makes.
 */
export async function runOnce(page: Page, name: string, source: string): Promise<void> {
  const isThere = await page.evaluate((name) => name in window, name);
  // The name may be that of a variable, which is not of the window by itself.
  if (!isThere) await page.evaluate(`${source}\nwindow.${name} = ${name};undefined`);
}
