import { expect, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { PAGE_KINDS } from '../support/page-kinds.ts';
import { newestBriefing, test } from './support.ts';

interface Preload {
  url: string;
  status: string;
}

/** Listens from now on to what the browser gets ahead of being asked, and to rules that it cannot read. */
async function listenToPrefetches(page: Page): Promise<{ got: Preload[]; faults: string[]; rules: string[] }> {
  const heard = { got: [] as Preload[], faults: [] as string[], rules: [] as string[] };
  const session = await page.context().newCDPSession(page);
  session.on('Preload.prefetchStatusUpdated', ({ prefetchUrl, status }) =>
    heard.got.push({ url: prefetchUrl, status }),
  );
  session.on('Preload.ruleSetUpdated', ({ ruleSet }) => {
    heard.rules.push(ruleSet.url ?? 'in the page');
    if (ruleSet.errorType) heard.faults.push(`${ruleSet.errorType}: ${ruleSet.errorMessage}`);
  });
  await session.send('Preload.enable');
  return heard;
}

const pathOf = ({ url }: Preload) => new URL(url).pathname;

test('a page is got when the pointer rests on a link to it, and is there when it is opened', async ({ page }) => {
  const heard = await listenToPrefetches(page);
  const newest = newestBriefing();
  await page.goto('/');
  await expect.poll(() => heard.rules).toEqual([expect.stringContaining('/prefetch.speculationrules')]);
  const link = page.getByRole('main').getByRole('link', { name: newest.headline });
  await link.hover();
  const ready = () => heard.got.filter(({ status }) => status === 'Ready').map(pathOf);
  await expect.poll(ready).toEqual([newest.address]);
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(newest.headline);
  const delivery = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    return entry && Reflect.get(entry, 'deliveryType');
  });
  expect(delivery).toBe('navigational-prefetch');
  expect(heard.faults).toEqual([]);
});

test('no feed, calendar, download or part of the same page is got ahead', async ({ page }) => {
  const heard = await listenToPrefetches(page);
  await page.goto(PAGE_KINDS['a story']);
  const files = page.getByRole('main').locator('a:is([href$=".xml"], [href$=".ics"], [href$=".json"])');
  expect(await files.count()).toBeGreaterThan(2);
  await page.keyboard.press('Tab');
  await beginToOpen(page, page.getByRole('link', { name: 'Skip to content' }));
  for (const file of await files.all()) await beginToOpen(page, file);
  // Of what was pointed at, the page comes last.
  await beginToOpen(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Topics' }));
  await expect.poll(() => heard.got.map(pathOf)).toContain('/topics/');
  expect(new Set(heard.got.map(pathOf))).toEqual(new Set(['/topics/']));
});

/** Presses on a link, by which a browser knows at once, and lets go elsewhere. */
async function beginToOpen(page: Page, link: Locator): Promise<void> {
  await link.hover();
  await page.mouse.down();
  await page.mouse.move(0, 0);
  await page.mouse.up();
}

/** Whether each page that is opened from now on comes in with a transition. */
async function listenToTransitions(page: Page): Promise<boolean[]> {
  const heard: boolean[] = [];
  await page.exposeFunction('tellTransition', (has: boolean) => heard.push(has));
  await page.addInitScript(() => {
    addEventListener('pagereveal', (event) => {
      const tell: unknown = Reflect.get(window, 'tellTransition');
      if (typeof tell === 'function') tell(Boolean(Reflect.get(event, 'viewTransition')));
    });
  });
  return heard;
}

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  const what = reducedMotion === 'reduce' ? 'at once where a reader asks for less motion' : 'by a cross-fade';
  test(`from page to page it goes ${what}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion });
    const heard = await listenToTransitions(page);
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Topics' }).click();
    await expect(page).toHaveURL(/\/topics\/$/);
    await expect.poll(() => heard).toEqual([false, reducedMotion === 'no-preference']);
  });
}

/** The colour of the corner of a page: red, green and blue, of 255. */
async function cornerOf(page: Page): Promise<number[]> {
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: 4, height: 4 } });
  const { data } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, 3)];
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a page that comes in is never of another colour than before and after: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.addInitScript(() => {
      // Stopped in the middle.
      addEventListener('pagereveal', (event) => {
        const transition: unknown = Reflect.get(event, 'viewTransition');
        if (!(transition instanceof ViewTransition)) return;
        transition.ready.then(() => {
          for (const animation of document.getAnimations()) {
            animation.pause();
            animation.currentTime = 60;
          }
          document.documentElement.dataset.stopped = '';
        });
      });
    });
    await page.goto('/topics/');
    const before = await cornerOf(page);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Stories' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-stopped');
    // Two pictures over each other are rounded twice.
    const meanwhile = await cornerOf(page);
    for (const [index, value] of before.entries()) expect(Math.abs(value - (meanwhile[index] ?? 0))).toBeLessThan(3);
  });
}
