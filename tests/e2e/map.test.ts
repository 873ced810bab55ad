import { expect, type Page } from '@playwright/test';
import { PAGE_KINDS, test, tooWide } from './support.ts';

const regionOf = (page: Page) => page.getByRole('region', { name: 'Where it happens' });
const drawingOf = (page: Page) => regionOf(page).getByRole('img', { name: 'Map: Abu Dhabi' });

test.beforeEach(async ({ page }) => {
  await page.goto(PAGE_KINDS['a story']);
});

test('a story has a map with the names of its places, and a list that says the same and what happened there', async ({
  page,
}) => {
  await expect(drawingOf(page)).toBeVisible();
  await expect(drawingOf(page).locator('text')).toHaveText(['Abu Dhabi']);
  await expect(drawingOf(page).locator('circle')).toHaveCount(1);
  await expect(regionOf(page).getByRole('listitem')).toHaveText([
    /^Abu Dhabi\s+24\.45° N, 54\.38° E\s*Trilateral talks in Abu Dhabi, 23–24 Jan 2026$/,
  ]);
  await expect(regionOf(page).getByText('without borders')).toBeVisible();
});

test('the place stands within the map, and its name beside it, not over it', async ({ page }) => {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const { map, point, name } = await boxes(page);
    for (const part of [point, name]) {
      expect(part.left).toBeGreaterThan(map.left);
      expect(part.right).toBeLessThan(map.right);
      expect(part.top).toBeGreaterThan(map.top);
      expect(part.bottom).toBeLessThan(map.bottom);
    }
    expect(name.left >= point.right || name.right <= point.left).toBe(true);
    expect(name.bottom - name.top).toBeGreaterThan(10);
  }
});

test('no line of the map tells land from land: there is one outline, the same all along', async ({ page }) => {
  const lines = await drawingOf(page).evaluate((drawing) =>
    [...drawing.querySelectorAll('*')].flatMap((part) => {
      const { stroke, strokeDasharray } = getComputedStyle(part);
      const line = part.tagName !== 'text' && part.tagName !== 'circle' && stroke !== 'none';
      return line ? [{ tag: part.tagName, dashes: strokeDasharray }] : [];
    }),
  );
  expect(lines).toEqual([{ tag: 'path', dashes: 'none' }]);
});

test('a narrow window shows the whole map, and nothing goes beyond its side', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await tooWide(page)).toEqual([]);
  const { map } = await boxes(page);
  expect(map.right - map.left).toBeGreaterThan(250);
});

for (const media of [
  { colorScheme: 'light' },
  { colorScheme: 'dark' },
  { forcedColors: 'active', colorScheme: 'light' },
  { forcedColors: 'active', colorScheme: 'dark' },
  { media: 'print', colorScheme: 'dark' },
] as const) {
  test(`coast, place and name are seen: ${Object.values(media).join(', ')}`, async ({ page }) => {
    await page.emulateMedia(media);
    await expect(drawingOf(page)).toBeVisible();
    const drawn = await drawingOf(page).evaluate((drawing) => {
      const paper = getComputedStyle(document.body).backgroundColor;
      const seen = (part: string, ink: 'fill' | 'stroke') => {
        const element = drawing.querySelector(part);
        const colour = element && getComputedStyle(element)[ink];
        return Boolean(colour && colour !== 'none' && colour !== paper && !/^rgba.* 0\)$/.test(colour));
      };
      return { coast: seen('path', 'stroke'), place: seen('circle', 'fill'), name: seen('text', 'fill') };
    });
    expect(drawn).toEqual({ coast: true, place: true, name: true });
  });
}

/** Where the map, its point and the name of it stand. */
async function boxes(page: Page) {
  const place = (selector?: string) =>
    (selector ? drawingOf(page).locator(selector) : drawingOf(page)).evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    });
  return { map: await place(), point: await place('circle'), name: await place('text') };
}
