import { expect, type Locator, type Page } from '@playwright/test';
import { PAGE_KINDS } from '../support/page-kinds.ts';
import { openInSiteFonts, tabTo, test, tooWide } from './support.ts';

const DRONE_WAR = PAGE_KINDS['a briefing with a table'];
const GUARANTEES = PAGE_KINDS['a briefing with a note'];

test('no page is wider than the window, from 320 to 1920 px', async ({ page, addresses }) => {
  const found: string[] = [];
  for (const address of addresses) {
    await openInSiteFonts(page, address);
    for (const width of [320, 360, 640, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      for (const element of await tooWide(page)) found.push(`${address} ${width} px: ${element}`);
    }
  }
  expect(found).toEqual([]);
});

test('no kind of page is wider than a narrow window without the fonts of the site', async ({ page }) => {
  await page.route('**/*.woff2', (route) => route.abort());
  await page.setViewportSize({ width: 320, height: 800 });
  await expectAllWithin(page);
});

test.describe(() => {
  test.use({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });

  test('no kind of page is wider than a window of 1280 px at a zoom of 200 %', async ({ page }) => {
    await expectAllWithin(page);
  });
});

test.describe(() => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('text of twice the size is neither cut off nor wider than the window', async ({ page }) => {
    await expectAllWithin(page, 'html { font-size: 200% }');
  });

  test('the fact box stands beside the key points where there is room', async ({ page }) => {
    for (const address of [PAGE_KINDS['a briefing'], DRONE_WAR, GUARANTEES]) {
      await page.goto(address);
      const { points, facts } = await boxes(page);
      expect(facts.left).toBeGreaterThan(points.right);
      expect(Math.abs(facts.top - points.top)).toBeLessThan(2);
    }
  });
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('the fact box stands after the key points and before the text', async ({ page }) => {
    for (const address of [PAGE_KINDS['a briefing'], DRONE_WAR, GUARANTEES]) {
      await page.goto(address);
      const { points, facts, text } = await boxes(page);
      expect(facts.top).toBeGreaterThanOrEqual(points.bottom);
      expect(text.top).toBeGreaterThanOrEqual(facts.bottom);
      expect(Math.abs(facts.left - points.left)).toBeLessThan(2);
    }
  });

  test('a table that is too wide scrolls in a box of its own, by keyboard too', async ({ page }) => {
    await page.goto(DRONE_WAR);
    const box = page.getByRole('group').filter({ has: page.getByRole('table') });
    await expect(box).toHaveAccessibleName(/\S/);
    await page
      .getByRole('cell')
      .first()
      .evaluate((cell) => {
        cell.textContent = 'Donaudampfschifffahrtsgesellschaft'.repeat(4);
      });
    expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeGreaterThan(100);
    expect(await tooWide(page)).toEqual([]);
    await tabTo(page, box);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
    expect(await page.evaluate(() => scrollX)).toBe(0);
  });

  test('the link beside a heading shows itself on focus and leads to the heading', async ({ page }) => {
    for (const address of [PAGE_KINDS['a page of prose'], DRONE_WAR]) {
      await page.goto(address);
      const links = page.getByRole('link', { name: 'Link to this section' });
      expect(await links.count()).toBeGreaterThanOrEqual(2);
      const link = links.last();
      await expect(link).toHaveCSS('opacity', '0');
      await tabTo(page, link);
      await expect(link).toHaveCSS('opacity', '1');
      await page.keyboard.press('Enter');
      const heading = page.locator(':target');
      await expect(heading).toHaveRole('heading');
      await expect(heading).toBeInViewport();
      await expect(page.locator('div', { has: link }).last()).toContainText(await heading.innerText());
    }
  });

  test('a note and the place that names it lead to each other', async ({ page }) => {
    await page.goto(GUARANTEES);
    const back = page.getByRole('link', { name: 'Back to where note 1 is named' });
    const note = page.getByRole('listitem').filter({ has: back });
    const reference = page.getByRole('main').getByRole('link', { name: '1', exact: true });
    await expect(note).not.toBeInViewport();
    await reference.click();
    await expect(note).toBeInViewport();
    await expect(reference).not.toBeInViewport();
    await tabTo(page, back);
    await page.keyboard.press('Enter');
    await expect(reference).toBeInViewport();
    await expect(note).not.toBeInViewport();
  });
});

async function expectAllWithin(page: Page, style?: string): Promise<void> {
  const found: string[] = [];
  for (const address of Object.values(PAGE_KINDS)) {
    await openInSiteFonts(page, address);
    if (style) {
      // The policy of the page allows no style but its own; what a reader's own settings do is not subject to it.
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets.push(sheet);
      }, style);
    }
    for (const element of await tooWide(page)) found.push(`${address} ${element}`);
  }
  expect(found).toEqual([]);
}

/** The places of the parts that share the top of a briefing. */
async function boxes(page: Page) {
  const place = (part: Locator) =>
    part.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    });
  const main = page.getByRole('main');
  return {
    points: await place(main.getByRole('list', { name: 'Key points' })),
    facts: await place(main.getByRole('region', { name: 'Facts at a glance' })),
    text: await place(main.locator('.prose > p').first()),
  };
}
