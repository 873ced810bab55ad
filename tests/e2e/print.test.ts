import { expect } from '@playwright/test';
import { ERROR_PAGE, PAGE_KINDS } from '../support/page-kinds.ts';
import { briefings, test, timelineOf } from './support.ts';

/** The room for text across a sheet of A4 with margins of 15 mm, in CSS pixels. */
const SHEET = Math.floor(((210 - 2 * 15) / 25.4) * 96);

test.use({ viewport: { width: SHEET, height: 1000 } });

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
});

test('what only leads around the site is not printed', async ({ page }) => {
  for (const address of Object.values(PAGE_KINDS)) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveCount(1);
    await expect(page.getByRole('navigation'), address).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Skip to content' }), address).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Link to this section' }), address).toHaveCount(0);
  }
});

test('the foot of a page has its address on the site that it is published on', async ({ page, request }) => {
  const robots = await (await request.get('/robots.txt')).text();
  const [, site = ''] = /^Sitemap: (https:\/\/[^/]+)/m.exec(robots) ?? [];
  expect(site).not.toBe('');
  for (const address of Object.values(PAGE_KINDS).filter((path) => path !== ERROR_PAGE)) {
    await page.goto(address);
    const printed = page.getByRole('contentinfo').getByText(`${site}${address}`);
    await expect(printed, address).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
    await expect(printed, address).toBeHidden();
    await page.emulateMedia({ media: 'print' });
  }
});

test('a briefing is printed whole, with every date and the address behind each link of its text', async ({ page }) => {
  for (const { address } of briefings()) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const parts = [
      page.getByRole('list', { name: 'Key points' }).getByRole('listitem'),
      page.getByRole('region', { name: 'Facts at a glance' }).getByRole('definition'),
      page.locator('.prose').getByRole('paragraph'),
      timelineOf(page),
      timelineOf(page).getByRole('time'),
    ];
    for (const part of parts) {
      expect(await part.count(), address).toBeGreaterThanOrEqual(3);
      for (const one of await part.all()) await expect(one, address).toBeVisible();
    }
    const links = await page
      .locator('.prose')
      .getByRole('link')
      .evaluateAll((elements) =>
        elements.map((link) => {
          return { href: link.getAttribute('href') ?? '', printed: getComputedStyle(link, '::after').content };
        }),
      );
    const leading = links.filter(({ href }) => !href.startsWith('#'));
    // The name of a source says enough.
    const named = leading.filter(({ href }) => href.startsWith('/sources/'));
    const addressed = leading.filter((link) => !named.includes(link));
    expect(addressed.length, address).toBeGreaterThanOrEqual(1);
    for (const { href, printed } of addressed) expect(printed, address).toContain(`(${href})`);
    for (const { printed } of named) expect(printed, address).toBe('none');
  }
});

test('a page is printed black on white, and no wider than the sheet', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const address of Object.values(PAGE_KINDS)) {
    await page.goto(address);
    const printed = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return { color, backgroundColor, wide: document.documentElement.scrollWidth };
    });
    expect(printed, address).toEqual({
      color: 'rgb(0, 0, 0)',
      backgroundColor: 'rgb(255, 255, 255)',
      wide: SHEET,
    });
  }
});
