import { expect } from '@playwright/test';
import { test } from './support.ts';

test('a long list of results grows by the press of a key, and says so', async ({ page }) => {
  await page.goto('/search/?q=harbour');
  const status = page.getByRole('status');
  const briefings = page.getByRole('region', { name: 'Briefings' }).getByRole('listitem');
  await expect(status).toHaveText(/^\d\d briefings found.*\. The first 10 are shown\.$/);
  await expect(briefings).toHaveCount(10);
  const more = page.getByRole('button', { name: 'Show more' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(briefings).toHaveCount(20);
  await expect(status).toHaveText(/The first 20 are shown\.$/);
  await expect(more).toBeFocused();
  const all = Number(/^\d+/.exec((await status.textContent()) ?? '')?.[0]);
  for (let shown = 20; shown < all; shown += 10) {
    await more.press('Enter');
    await expect(briefings).toHaveCount(Math.min(shown + 10, all));
  }
  await expect(more).toBeHidden();
  // The button is gone, and what was found last comes next.
  await expect(briefings.nth(Math.floor((all - 1) / 10) * 10).getByRole('link')).toBeFocused();
  await expect(status).not.toHaveText(/are shown/);
});

test('where more cannot be loaded it is said, what is there stays, and it can be tried again', async ({ page }) => {
  await page.goto('/search/?q=harbour');
  const status = page.getByRole('status');
  const briefings = page.getByRole('region', { name: 'Briefings' }).getByRole('listitem');
  await expect(briefings).toHaveCount(10);
  await page.route('**/fragment/**', (route) => route.abort());
  const more = page.getByRole('button', { name: 'Show more' });
  await more.click();
  await expect(status).toHaveText(/could not be loaded/);
  await expect(briefings).toHaveCount(10);
  await page.unroute('**/fragment/**');
  await more.click();
  await expect(briefings).toHaveCount(20);
});

test('two quick presses show nothing twice', async ({ page }) => {
  await page.goto('/search/?q=harbour');
  const links = page.getByRole('region', { name: 'Briefings' }).getByRole('link');
  await expect(links).toHaveCount(10);
  await page.getByRole('button', { name: 'Show more' }).evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await expect.poll(() => links.count()).toBeGreaterThan(10);
  await page.waitForLoadState('networkidle');
  const headlines = await links.allTextContents();
  expect(headlines).toEqual([...new Set(headlines)]);
});

test('whoever comes back from a result far down is there again', async ({ page }) => {
  await page.goto('/search/?q=harbour');
  const results = page.getByRole('region', { name: 'Briefings' }).getByRole('listitem');
  await page.getByRole('button', { name: 'Show more' }).press('Enter');
  await expect(results).toHaveCount(20);
  await results.nth(15).getByRole('link').press('Enter');
  await expect(page.getByRole('article')).toBeVisible();
  await page.goBack();
  await expect(results).toHaveCount(20);
  await expect(results.nth(15).getByRole('link')).toBeFocused();
  await expect(results.nth(15)).toBeInViewport();
});
