import { expect, type Page } from '@playwright/test';
import { LONG } from '../support/long.ts';
import { tabTo, test, tooWide, violationsOfPages } from './support.ts';

/** The room for text across a sheet with margins of 15 mm, in CSS pixels. */
const SHEETS = { A4: 680, Letter: 702 };

const eventsOf = (page: Page) => page.getByRole('region', { name: 'The story so far' }).locator('.timeline > li');

for (const address of [LONG.story, LONG.briefing]) {
  test(`${address} is no wider than a window of 320 px, nor than a sheet`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(address);
    expect(await tooWide(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    for (const width of Object.values(SHEETS)) {
      await page.setViewportSize({ width, height: 1000 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBe(width);
    }
  });

  test(`${address} is accessible, light and dark`, async ({ page }) => {
    expect(await violationsOfPages(page, [address], [1280])).toEqual([]);
  });

  test(`${address} has each id once`, async ({ page }) => {
    await page.goto(address);
    const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
  });
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a story of 500 events has its years as headings, and links to them', async ({ page }) => {
    await page.goto(LONG.story);
    await expect(eventsOf(page)).toHaveCount(LONG.events);
    const years = page.getByRole('navigation', { name: 'Years of the timeline' }).getByRole('link');
    await expect(years).toHaveText(['2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025']);
    const heading = page.getByRole('heading', { name: '2022', exact: true });
    await expect(heading).not.toBeInViewport();
    await years.getByText('2022').focus();
    await page.keyboard.press('Enter');
    await expect(heading).toBeInViewport();
    await expect(eventsOf(page).filter({ hasText: 'Ship number 301 was' })).toBeInViewport();
  });

  test('a link to an event that is folded away shows it', async ({ page }) => {
    await page.goto(LONG.story);
    const first = eventsOf(page).first();
    await expect(first).toBeHidden();
    const id = await first.getAttribute('id');
    await page.goto('about:blank');
    await page.goto(`${LONG.story}#${id}`);
    await expect(first).toBeInViewport();
  });
});

test('a long briefing has an outline that leads to each part of its text', async ({ page }) => {
  await page.goto(LONG.briefing);
  const links = page.getByRole('navigation', { name: 'In this briefing' }).getByRole('link');
  await expect(links).toHaveText(LONG.headings);
  for (const name of LONG.headings) {
    await links.getByText(name).press('Enter');
    await expect(page.getByRole('heading', { name, exact: true })).toBeInViewport();
  }
  await page.goto('/briefings/2025/harbour-2/');
  await expect(page.getByRole('navigation', { name: 'In this briefing' })).toHaveCount(0);
});

test('a wide table scrolls by itself, by keyboard, and is printed whole', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(LONG.briefing);
  const box = page.getByRole('group', { name: 'Table 1' });
  await tabTo(page, box);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  expect(await page.evaluate(() => scrollX)).toBe(0);
  await page.emulateMedia({ media: 'print' });
  for (const width of Object.values(SHEETS)) {
    await page.setViewportSize({ width, height: 1000 });
    const right = await page
      .getByRole('cell')
      .last()
      .evaluate((cell) => cell.getBoundingClientRect().right);
    expect(right).toBeLessThanOrEqual(width);
  }
});

for (const part of ['fact', 'event', 'statement']) {
  test(`every ${part} of a briefing has a link to itself, which shows on focus and marks where it leads`, async ({
    page,
  }) => {
    await page.goto(LONG.briefing);
    const links = page.getByRole('link', { name: `Link to this ${part}`, exact: true });
    const parts = page.locator({ fact: '.fact-box dl > div', event: '.timeline > li' }[part] ?? '.statement');
    await expect(links).toHaveCount(await parts.count());
    const [link, target] = [links.first(), parts.filter({ has: links }).first()];
    await expect(link).toHaveCSS('opacity', '0');
    await link.focus();
    await expect(link).toHaveCSS('opacity', '1');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe(`#${await target.getAttribute('id')}`);
    await expect(target).toBeInViewport();
    for (const forcedColors of ['none', 'active'] as const) {
      await page.emulateMedia({ forcedColors });
      await expect(target).toHaveCSS('outline-style', 'solid');
    }
  });
}

test('a briefing says how to cite it, in one piece, on paper too', async ({ page }) => {
  await page.goto(LONG.briefing);
  const citation = page.getByRole('region', { name: 'Cite this briefing' }).getByRole('paragraph');
  const whole =
    'Harbour News: Harbour day 1 · 1 December 2025, last changed 21 December 2025 · ' +
    'https://example.org/briefings/2025/harbour-1/ · Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/';
  await expect(citation).toHaveText(whole);
  await citation.click();
  expect(await page.evaluate(() => String(getSelection()))).toBe(whole);
  await page.emulateMedia({ media: 'print' });
  await expect(citation).toBeVisible();
});

test('on paper, facts, events and statements stay whole, and headings stay with what follows', async ({ page }) => {
  await page.goto(LONG.briefing);
  await page.emulateMedia({ media: 'print' });
  for (const whole of ['.fact-box dl > div', '.timeline > li', '.statement']) {
    await expect(page.locator(whole).first()).toHaveCSS('break-inside', 'avoid');
  }
  for (const heading of ['h2', '.heading'])
    await expect(page.locator(heading).first()).toHaveCSS('break-after', 'avoid');
  await expect(page.getByRole('link', { name: /^Link to this/ })).toHaveCount(0);
});
