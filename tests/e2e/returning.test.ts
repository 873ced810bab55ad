import { expect, type Page, test } from '@playwright/test';
import { RETURNING } from '../support/returning.ts';
import { layoutShifts } from './layout-shifts.ts';
import { listen } from './policy.ts';
import { openInSiteFonts, violationsInBothSchemes } from './support.ts';

const HOME = '/';
const STORY = '/stories/harbour-crane/';
const MARK = 'New since your last visit';
const NEWEST = 'Six drivers start to train on the new crane';

const SCRIPT = 'script:not([type="application/ld+json"])';

/** Opens a page as the site was before its newest briefing. */
async function visitEarlier(page: Page, address: string): Promise<void> {
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const response = await route.fetch({ url: `http://localhost:${RETURNING.earlierPort}${pathname}` });
    await route.fulfill({ response });
  });
  await page.goto(address);
  await page.unroute('**/*');
}

const marksOf = (page: Page) => page.getByRole('main').getByText(MARK, { exact: true });

for (const address of [HOME, STORY]) {
  test(`at the first visit ${address} marks nothing, and keeps the newest instant alone`, async ({ page }) => {
    const heard = await listen(page);
    await page.goto(address);
    await expect(page.getByText(/since your last visit/)).toHaveCount(0);
    const kept = await page.evaluate(() => ({ ...localStorage }));
    expect(kept).toEqual({ [`new-since:${address}`]: '2026-03-01T08:00:00.000Z' });
    expect(await heard()).toEqual({ violations: [], console: [] });
  });

  test(`a visit to ${address} when nothing is new marks nothing`, async ({ page }) => {
    await page.goto(address);
    await page.reload();
    await expect(page.getByText(/since your last visit/)).toHaveCount(0);
  });
}

test('the home page marks the briefing that came since the last visit, and leads to it', async ({ page }) => {
  const heard = await listen(page);
  await visitEarlier(page, HOME);
  await expect(page.getByRole('link', { name: NEWEST })).toHaveCount(0);
  await page.goto(HOME);
  await expect(marksOf(page)).toHaveCount(1);
  await expect(page.getByRole('article').filter({ has: page.getByRole('link', { name: NEWEST }) })).toContainText(MARK);
  await expect(page.getByRole('main')).toContainText('1 new since your last visit');
  await page.getByRole('main').getByRole('link', { name: 'Go to the first' }).click();
  await expect(page.locator(':target')).toHaveText(MARK);
  expect(await heard()).toEqual({ violations: [], console: [] });
});

test('the page of a story marks the events that are told since, and its briefing', async ({ page }) => {
  await visitEarlier(page, STORY);
  await page.goto(STORY);
  const timeline = page.getByRole('region', { name: 'The story so far' }).getByRole('listitem');
  const marked = timeline.filter({ hasText: MARK });
  await expect(marked.filter({ hasText: 'Six drivers start their training' })).toHaveCount(1);
  // Told before, and as it is.
  await expect(timeline.filter({ hasText: 'The crane is opened' })).not.toContainText(MARK);
  const count = await marksOf(page).count();
  expect(count).toBe((await marked.count()) + 1);
  await expect(page.getByRole('main')).toContainText(`${count} new since your last visit`);
  await expect(page.getByRole('region', { name: 'Briefings' }).getByRole('listitem').first()).toContainText(MARK);
  // Seen is seen, on each page by itself.
  await page.reload();
  await expect(marksOf(page)).toHaveCount(0);
});

for (const width of [320, 1280]) {
  test(`nothing moves for the marks at ${width} px, and nothing lies over anything`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const address of [HOME, STORY]) {
      // Fonts that come in time for one visit and not for the other would make lines of other heights.
      await openInSiteFonts(page, address);
      const first = page.locator('.lead, .page-head').first();
      const before = await first.boundingBox();
      await page.evaluate(() => localStorage.clear());
      await visitEarlier(page, address);
      await page.goto(address);
      await expect(marksOf(page)).not.toHaveCount(0);
      expect(await layoutShifts(page), address).toEqual([]);
      await page.evaluate(() => localStorage.clear());
      await visitEarlier(page, address);
      await openInSiteFonts(page, address);
      await expect(marksOf(page)).not.toHaveCount(0);
      expect((await first.boundingBox())?.y).toBe(before?.y);
      const line = await page.locator('.new-since').evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect().bottom;
      });
      const text = await page
        .locator('.lead .label, .page-head .label')
        .first()
        .evaluate((element) => element.getBoundingClientRect().top);
      expect(line, address).toBeLessThanOrEqual(text);
    }
  });
}

test('axe finds nothing in the marks, light or dark', async ({ page }) => {
  for (const address of [HOME, STORY]) {
    await visitEarlier(page, address);
    await page.goto(address);
    await expect(marksOf(page)).not.toHaveCount(0);
    expect(await violationsInBothSchemes(page), address).toEqual([]);
  }
});

test('nothing is said where nothing can be kept', async ({ page }) => {
  const heard = await listen(page);
  await visitEarlier(page, HOME);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Storage is blocked', 'SecurityError');
      },
    });
  });
  await page.goto(HOME);
  await expect(page.getByRole('link', { name: NEWEST })).toBeVisible();
  await expect(page.getByText(/since your last visit/)).toHaveCount(0);
  expect(await heard()).toEqual({ violations: [], console: [] });
});

test('nothing is sent: a visit asks for files of the site alone, by their own addresses', async ({ page }) => {
  await visitEarlier(page, HOME);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url().replace(/^https?:\/\/[^/]+/, '')}`));
  await page.goto(HOME);
  await page.waitForLoadState('networkidle');
  await expect(marksOf(page)).toHaveCount(1);
  const files = /^GET \/(|_astro\/fonts\/[\w-]+\.woff2|favicon\.svg|prefetch\.speculationrules)$/;
  const others = asked.filter((one) => !files.test(one));
  expect(others).toEqual([]);
});

test('other pages run no script, and their policy is as strict as ever', async ({ page, request }) => {
  for (const address of ['/briefings/', '/stories/', '/topics/harbour/', '/briefings/2026/drivers-start-training/']) {
    await page.goto(address);
    await expect(page.locator(SCRIPT), address).toHaveCount(0);
    const own = page.locator('head > meta[http-equiv="content-security-policy"]');
    await expect(own, address).toHaveAttribute('content', /;script-src 'none';/);
  }
  for (const address of [HOME, STORY]) {
    const html = await (await request.get(address)).text();
    expect(html).toMatch(/;script-src 'sha256-[\w+/=]{44}';/);
  }
});
