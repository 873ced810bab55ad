import { expect, type Page } from '@playwright/test';
import { faultsOfWalk } from './keyboard.ts';
import { PAGE_KINDS, tabTo, test, timelineOf } from './support.ts';

for (const [width, height] of [
  [320, 640],
  [1280, 720],
] as const) {
  test.describe(() => {
    test.use({ viewport: { width, height } });

    test(`Tab goes through every kind of page and out of it, and back, and is seen at each stop, ${width} px wide`, async ({
      page,
    }) => {
      const faults: string[] = [];
      for (const address of [...Object.values(PAGE_KINDS), '/search/']) {
        await page.goto(address);
        faults.push(...(await faultsOfWalk(page)));
      }
      await page.goto('/search/?q=talks');
      await expect(page.getByRole('status')).toHaveText(/found/);
      faults.push(...(await faultsOfWalk(page)));
      expect(faults).toEqual([]);
    });
  });
}

test('what hides the focus, or keeps it, is found', async ({ page }) => {
  await page.goto('/about/');
  await page.getByRole('main').evaluate((main) => {
    const bar = document.createElement('div');
    bar.style.cssText = 'position: fixed; inset: auto 0 0; height: 60px';
    main.append(bar);
    for (const link of main.querySelectorAll('a')) link.style.outline = 'none';
  });
  const faults = await faultsOfWalk(page);
  expect(faults).toContainEqual(expect.stringMatching(/ feed: without an outline$/));
  expect(faults).toContainEqual(expect.stringMatching(/ CC BY 4.0: covered by <div style="position: fixed/));
  await page.getByRole('main').evaluate((main) => {
    const links = [...main.querySelectorAll('a')];
    links.at(-1)?.addEventListener('blur', () => links.at(-2)?.focus());
  });
  await expect(faultsOfWalk(page)).rejects.toThrow(/stops of/);
});

test('what is folded away is opened and closed by Enter and by Space, and is reached once it is open', async ({
  page,
}) => {
  await page.goto(PAGE_KINDS['a story']);
  const first = page.getByText('Russia annexes Crimea');
  const fold = page.locator('details > summary');
  const after = page.getByRole('region', { name: 'The story so far' }).locator('ol').last().getByRole('link').first();
  await tabTo(page, fold);
  for (const key of ['Enter', 'Space']) {
    await expect(first).toBeHidden();
    await page.keyboard.press('Tab');
    await expect(after).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press(key);
    await expect(first).toBeVisible();
    await expect(fold).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.locator('details').getByRole('link').first()).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press(key);
  }
  await expect(first).toBeHidden();
});

test('keys alone lead from the home page to a topic, a briefing, an event, the story, and through the search and back', async ({
  page,
}) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  // What is reached next stands in the content, past the masthead.
  await page.keyboard.press('Tab');
  const main = page.getByRole('main');
  await expect(main.getByRole('link').first()).toBeFocused();

  await tabTo(page, main.getByRole('link', { name: 'Peace talks', exact: true }));
  await expectHeadingAfterEnter(page, 'Peace talks');
  const headline = /constructive$/;
  const story = 'Russia–Ukraine peace talks';
  await tabTo(page, main.getByRole('link', { name: headline }));
  await expectHeadingAfterEnter(page, headline);

  const event = timelineOf(page).last();
  await tabTo(page, event.getByRole('link', { name: 'Link to this event' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#Event-february-talks$/);
  await expect(event).toBeInViewport();
  await expect(event).toHaveCSS('outline-style', 'solid');
  // From the end of the page it goes on at its beginning.
  await tabTo(page, page.getByRole('article').getByRole('link', { name: story }).first());
  await expectHeadingAfterEnter(page, story);

  await tabTo(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }));
  await expectHeadingAfterEnter(page, 'Search');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('talks');
  await page.keyboard.press('Enter');
  const found = page.locator('#Search-found a');
  await expect(found).toHaveCount(31);
  for (let index = 0; index < 31; index += 1) await page.keyboard.press('ArrowDown');
  await expect(found.last()).toBeFocused();
  const top = await page.evaluate(() => scrollY);
  expect(top).toBeGreaterThan(1000);
  await page.keyboard.press('Enter');
  await expect(page.locator(':target')).toBeInViewport();

  await page.goBack();
  await expect(page).toHaveURL(/\/search\/\?q=talks$/);
  await expect(page.getByRole('searchbox')).toHaveValue('talks');
  await expect(found).toHaveCount(31);
  await expect(found.last()).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(top);
});

async function expectHeadingAfterEnter(page: Page, name: string | RegExp): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}
