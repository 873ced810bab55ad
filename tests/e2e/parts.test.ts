import { expect } from '@playwright/test';
import { newestBriefing, test } from './support.ts';

const newest = newestBriefing();

for (const kind of ['fact', 'event', 'statement']) {
  test(`a reader links to a single ${kind}, which is marked where the link leads`, async ({ page }) => {
    await page.goto(newest.address);
    const link = page.getByRole('link', { name: `Link to this ${kind}` }).first();
    await expect(link).toHaveCSS('opacity', '0');
    await link.focus();
    await expect(link).toHaveCSS('opacity', '1');
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await link.press('Enter');
    const target = page.locator(':target');
    await expect(target).toHaveCSS('outline-style', 'solid');
    await expect(target.getByRole('link', { name: `Link to this ${kind}` })).toHaveCount(1);
    await expect(target).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
  });
}

test('a briefing says how it is cited, with the address that stays', async ({ page }) => {
  await page.goto(newest.address);
  const address = await page.locator('link[rel=canonical]').getAttribute('href');
  const cite = page.getByRole('region', { name: 'Cite this briefing' });
  await expect(cite).toContainText(newest.headline);
  await expect(cite).toContainText(address ?? 'no address');
  await page.emulateMedia({ media: 'print' });
  await expect(cite).toBeVisible();
});
