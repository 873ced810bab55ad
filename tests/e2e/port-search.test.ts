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
  await expect(status).not.toHaveText(/are shown/);
});
