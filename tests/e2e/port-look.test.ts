import { expect, type Page } from '@playwright/test';
import { figureOf, PORT_KINDS, placeOf } from './port.ts';
import { inParts, openInSiteFonts, test, tooWide, violationsOfPages } from './support.ts';

const STALLS = '/briefings/2024/stalls-counted/';
const FIGURES = '/briefings/2026/crane-in-figures/';
const JIB = '/briefings/2025/jib-lifted/';

for (const part of [0, 1]) {
  test(`nothing is wrong with any kind of page of a long publication, narrow or wide, light or dark, half ${part + 1}`, async ({
    page,
  }) => {
    expect(await violationsOfPages(page, inParts(Object.values(PORT_KINDS), 2)[part] ?? [])).toEqual([]);
  });
}

test('no page of a long publication is wider than a window of 320 px', async ({ page, addresses }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const looked = addresses.filter((address) => !address.startsWith('/days/') && !/\/\d+\/$/.test(address));
  expect(looked.length).toBeGreaterThan(50);
  const found: string[] = [];
  for (const address of looked) {
    await openInSiteFonts(page, address);
    for (const element of await tooWide(page)) found.push(`${address}: ${element}`);
  }
  expect(found).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(() => {
    test.use({ forcedColors: 'active', colorScheme });

    test(`with the colours of the system forced, ${colorScheme}, every mark and line is seen`, async ({ page }) => {
      await page.goto(STALLS);
      const marks = await inksOf(page, 'Stalls of the fish market after the fire', 'fill');
      expect(marks).toEqual([true, true, true, true]);
      await page.goto(FIGURES);
      const lines = await inksOf(page, 'Days that ships wait for a berth (days)', 'stroke');
      expect(lines.length).toBeGreaterThan(5);
      expect(lines).not.toContain(false);
    });

    test(`with the colours of the system forced, ${colorScheme}, what is new and what is open is set apart`, async ({
      page,
    }) => {
      for (const [address, text] of [
        [JIB, 'New, 9 October 2025'],
        [STALLS, '3 of 64 left over'],
      ] as const) {
        await page.goto(address);
        const { apart, legible } = await page
          .getByText(text, { exact: true })
          .first()
          .evaluate((element) => {
            const paper = getComputedStyle(document.body).backgroundColor;
            const { borderTopStyle, borderTopColor, backgroundColor, color } = getComputedStyle(element);
            const ground = /^rgba.* 0\)$/.test(backgroundColor) ? paper : backgroundColor;
            const edged = borderTopStyle === 'solid' && borderTopColor !== paper;
            return { apart: edged || ground !== paper, legible: color !== ground };
          });
        expect({ apart, legible }, text).toEqual({ apart: true, legible: true });
      }
    });
  });
}

test('the marks of a tally differ by their shapes, not by their colours alone', async ({ page }) => {
  await page.goto(STALLS);
  const paths = figureOf(page, 'Stalls of the fish market after the fire').getByRole('img').locator('path');
  // The first mark of each part, without its place.
  const shapes = await paths.evaluateAll((paths) =>
    paths.map((path) => (path.getAttribute('d') ?? '').split('M')[1]?.replace(/^\d+ \d+/, '')),
  );
  expect(shapes.length).toBe(4);
  expect(new Set(shapes).size).toBe(4);
});

test.describe('on paper', () => {
  test.beforeEach(async ({ page }) => {
    await page.setViewportSize({ width: 680, height: 1000 });
    await page.emulateMedia({ media: 'print' });
  });

  test('a tally and a series are printed with their marks and with their tables', async ({ page }) => {
    for (const [address, label, rows] of [
      [STALLS, 'Stalls of the fish market after the fire', 5],
      [FIGURES, 'Days that ships wait for a berth (days)', 13],
    ] as const) {
      await page.goto(address);
      const figure = figureOf(page, label);
      const drawing = await placeOf(figure.getByRole('img'));
      expect(drawing.right - drawing.left).toBeGreaterThan(200);
      const table = figure.getByRole('table');
      await expect(table.getByRole('row')).toHaveCount(rows);
      const size = await placeOf(table);
      expect(size.bottom - size.top).toBeGreaterThan(rows * 10);
      // Nothing around it cuts it off.
      const cut = await table.evaluate((element) => {
        const around: Element[] = [];
        for (let box: Element | null = element; box; box = box.parentElement) around.push(box);
        return around.filter((box) => {
          const { clipPath, overflow, display } = getComputedStyle(box);
          return display === 'none' || clipPath !== 'none' || (overflow === 'hidden' && box.clientHeight < 20);
        }).length;
      });
      expect(cut, label).toBe(0);
    }
  });

  test('what is folded away in a story is printed', async ({ page }) => {
    await page.goto('/stories/harbour-crane/');
    const old = page.getByText('The old crane is put up on the North Quay');
    const { top, bottom } = await placeOf(old);
    expect(bottom - top).toBeGreaterThan(10);
    expect(await old.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }))).toBe(true);
  });

  test('a notice, the marks of what is new and the changes are printed', async ({ page }) => {
    await page.goto('/briefings/2025/fire-inquiry-reports/');
    await expect(page.getByRole('note')).toBeVisible();
    await page.goto(JIB);
    await expect(page.getByText('New, 9 October 2025')).toHaveCount(3);
    for (const mark of await page.getByText('New, 9 October 2025').all()) await expect(mark).toBeVisible();
    await expect(page.getByRole('region', { name: 'What was changed' })).toBeVisible();
  });

  test('no kind of page is wider than the sheet', async ({ page }) => {
    for (const address of Object.values(PORT_KINDS)) {
      await page.goto(address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(680);
    }
  });
});

/** Whether each drawn part of a figure has a colour other than the paper. */
function inksOf(page: Page, label: string, ink: 'fill' | 'stroke'): Promise<boolean[]> {
  const parts = figureOf(page, label).getByRole('img').locator('path');
  return parts.evaluateAll((paths, ink) => {
    const paper = getComputedStyle(document.body).backgroundColor;
    return paths.map((path) => {
      const colour = getComputedStyle(path)[ink];
      return colour !== 'none' && colour !== paper && !/^rgba.* 0\)$/.test(colour);
    });
  }, ink);
}
