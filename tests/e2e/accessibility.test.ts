import { expect } from '@playwright/test';
import { PAGE_KINDS } from '../support/page-kinds.ts';
import { equalAccessViolations } from './equal-access.ts';
import { inParts, openInSiteFonts, test, violations, violationsOfPages } from './support.ts';

for (const part of [0, 1]) {
  test(`axe and Equal Access find nothing wrong with any page, narrow or wide, light or dark, half ${part + 1}`, async ({
    page,
    addresses,
  }) => {
    // Two checkers, two widths, two colour schemes and every page.
    test.slow();
    expect(addresses.length).toBeGreaterThan(20);
    expect(await violationsOfPages(page, inParts(addresses, 2)[part] ?? [])).toEqual([]);
  });
}

test('what is wrong with a page is found, with its place', async ({ page }) => {
  await page.goto('/about/');
  await page.getByRole('main').evaluate((main) => {
    const link = document.createElement('a');
    link.href = '/';
    const faint = document.createElement('p');
    faint.textContent = 'Hardly to be read.';
    faint.style.color = '#ccc';
    main.append(link, faint);
  });
  const place = '/html\\[1\\]/body\\[1\\]/main\\[1\\]';
  expect(await equalAccessViolations(page)).toEqual([
    expect.stringMatching(`^a_text_purpose: ${place}/a\\[1\\]: `),
    expect.stringMatching(`^text_contrast_sufficient: ${place}/p\\[1\\]: `),
  ]);
  expect((await violations(page)).map((found) => found.split(':')[0])).toEqual(['color-contrast', 'link-name']);
});

test('every page has one main heading, and no heading skips a level', async ({ page, addresses }) => {
  for (const address of addresses) {
    await page.goto(address);
    const levels = await page.evaluate(() =>
      [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName.slice(1))),
    );
    expect.soft(levels[0], `level of the first heading of ${address}`).toBe(1);
    expect.soft(levels.filter((level) => level === 1).length, `main headings of ${address}`).toBe(1);
    const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect.soft(skipped, `headings of ${address} that stand too deep`).toEqual([]);
  }
});

test.describe('with the colours of the system forced', () => {
  test.use({ forcedColors: 'active' });

  test('the mark of every event is seen, and what is to come looks different', async ({ page }) => {
    for (const address of [PAGE_KINDS['the home page'], PAGE_KINDS['a briefing'], PAGE_KINDS['a story']]) {
      await page.goto(address);
      const marks = await page.getByRole('listitem').evaluateAll((items) =>
        items
          .filter((item) => item.closest('.timeline'))
          .map((item) => {
            const { borderTopColor, borderTopStyle, borderTopWidth, display } = getComputedStyle(item, '::after');
            const paper = getComputedStyle(document.body).backgroundColor;
            const drawn = display !== 'none' && borderTopStyle === 'solid' && borderTopColor !== paper;
            const hollow = Number.parseFloat(borderTopWidth) < 6;
            return { seen: drawn && !/^rgba.* 0\)$/.test(borderTopColor), as: hollow ? 'to come' : 'happened' };
          }),
      );
      const past = marks.slice(0, -1).map(() => ({ seen: true, as: 'happened' }));
      expect(marks, address).toEqual([...past, { seen: true, as: 'to come' }]);
      expect(marks.length, address).toBeGreaterThan(3);
    }
  });

  test('the place of the reader stays marked in the masthead', async ({ page }) => {
    const nav = page.getByRole('navigation', { name: 'Main' });
    for (const name of ['Latest', 'Stories', 'Briefings', 'Topics', 'Coming up', 'Subscribe']) {
      await page.goto('/');
      await nav.getByRole('link', { name }).click();
      const current = nav.getByRole('link', { name });
      await expect(current).toHaveAttribute('aria-current', 'page');
      await expect(nav.locator('[aria-current]')).toHaveCount(1);
      const line = await current.evaluate((link) => {
        const { borderBottomColor, borderBottomStyle, borderBottomWidth } = getComputedStyle(link);
        return { style: borderBottomStyle, width: borderBottomWidth, colour: borderBottomColor };
      });
      expect(line).toMatchObject({ style: 'solid', width: '2px' });
      const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(line.colour).not.toBe(paper);
      expect(line.colour).not.toMatch(/^rgba.* 0\)$/);
    }
  });

  test('axe finds nothing wrong with any kind of page but the search', async ({ page }) => {
    const found: string[] = [];
    // The text of a button is drawn in a colour of the system, and axe takes that of the page for it.
    for (const address of Object.values(PAGE_KINDS).filter((path) => path !== PAGE_KINDS['the search'])) {
      await openInSiteFonts(page, address);
      for (const violation of await violations(page)) found.push(`${address}, ${violation}`);
    }
    expect(found).toEqual([]);
  });
});

test('nothing moves, so that nobody has to ask for less motion', async ({ page }) => {
  for (const address of Object.values(PAGE_KINDS)) {
    await page.goto(address);
    const moving = await page.evaluate(() => {
      return [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth';
      }).length;
    });
    expect(moving, `moving elements of ${address}`).toBe(0);
  }
});
