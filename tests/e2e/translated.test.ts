import { expect } from '@playwright/test';
import { wordsOf } from '../../src/languages/index.ts';
import { openInSiteFonts, tabTo, test, tooWide, violationsInWidths, WIDTHS } from './support.ts';

const CRANE = '/briefings/2026/crane/';

test('a reader changes to another language and back by the keyboard', async ({ page }) => {
  await page.goto(CRANE);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
  const languages = page.getByRole('navigation', { name: 'Other languages' });
  await expect(languages.getByRole('link')).toHaveText(['العربية', 'Türkçe', 'українська']);
  await tabTo(page, languages.getByRole('link', { name: 'العربية' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('الرافعة قائمة');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await tabTo(page, page.getByRole('link', { name: 'British English' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(CRANE);
});

test('the switch stands near the headline, before the text', async ({ page }) => {
  await page.goto('/briefings/2026/crane-uk/');
  const headline = await page.getByRole('heading', { level: 1 }).boundingBox();
  const links = page.getByRole('navigation', { name: wordsOf('uk').briefing.otherLanguages }).getByRole('link');
  for (const link of await links.all()) {
    const box = await link.boundingBox();
    expect((box?.y ?? 0) - (headline?.y ?? 0)).toBeGreaterThan(0);
    expect(box?.y ?? Number.POSITIVE_INFINITY).toBeLessThan(page.viewportSize()?.height ?? 0);
    // High enough to be hit (WCAG 2.5.8).
    expect(box?.height).toBeGreaterThanOrEqual(24);
  }
});

test('a name that is written the other way stands where others do', async ({ page }) => {
  await page.goto('/subscribe/');
  const names = page.getByRole('region', { name: 'One language' }).getByRole('heading', { level: 3 });
  await expect(names).toHaveText(['العربية', 'українська']);
  const starts = await names.evaluateAll((all) =>
    all.map((name) => {
      const text = document.createRange();
      text.selectNodeContents(name);
      return [Math.round(text.getBoundingClientRect().left), getComputedStyle(name).direction];
    }),
  );
  expect(starts.map(([, direction]) => direction)).toEqual(['rtl', 'ltr']);
  expect(starts[0]?.[0]).toBe(starts[1]?.[0]);
});

test('what is found in another language says so', async ({ page }) => {
  await page.goto('/search/?q=Причал');
  const found = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Причал ремонтують' }) });
  for (const text of ['Причал ремонтують', '10 лютого 2026']) {
    const said = found.first().locator('[lang=uk][dir=ltr]').filter({ hasText: text });
    await expect(said.first()).toBeVisible();
  }
});

test('axe finds nothing wrong with any page in any language, narrow or wide, and none is wider than its window', async ({
  page,
  addresses,
}) => {
  const found: string[] = [];
  expect(addresses).toContain('/briefings/2026/crane-ar/');
  for (const address of addresses) {
    await openInSiteFonts(page, address);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const element of await tooWide(page)) found.push(`${address} ${width} px: ${element}`);
    }
    for (const violation of await violationsInWidths(page)) found.push(`${address}, ${violation}`);
  }
  expect(found).toEqual([]);
});
