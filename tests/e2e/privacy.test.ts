import { expect } from '@playwright/test';
import { PAGE_KINDS } from '../support/page-kinds.ts';
import { newestBriefing, stories, test, topics } from './support.ts';

const RUNNING = 'script:not([type="application/ld+json"])';
const FRAMES = 'iframe, object, embed';
/** Links that make a browser get ready to ask another host. */
const WARMED_UP = 'link:is([rel~="preconnect"], [rel~="dns-prefetch"], [rel~="prefetch"])';

/** The one page with a script. */
const SEARCH = '/search/';

test('no page asks another host or keeps anything, and none but the one that searches runs a script', async ({
  page,
  context,
  addresses,
}) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  for (const address of addresses) {
    const response = await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    const looked = address === SEARCH ? [FRAMES, WARMED_UP] : [RUNNING, FRAMES, WARMED_UP];
    expect.soft(response?.headers(), address).not.toHaveProperty('set-cookie');
    for (const inPage of looked) await expect.soft(page.locator(inPage), address).toHaveCount(0);
    const { handlers, ...kept } = await page.evaluate(async () => {
      const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
      return {
        handlers: attributes.filter(({ name, value }) => /^on/.test(name) || /^\s*javascript:/i.test(value)).length,
        cookies: document.cookie,
        values: localStorage.length + sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      };
    });
    expect.soft(handlers, `scripts in attributes of ${address}`).toBe(0);
    expect.soft(kept, address).toEqual({ cookies: '', values: 0, databases: 0, caches: 0, workers: 0 });
  }
  expect(await context.cookies()).toEqual([]);
  expect([...hosts]).toEqual([new URL(page.url()).host]);
});

test.describe('without scripts in the browser', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader reads the newest briefing, goes to its first topic and to the feeds', async ({ page }) => {
    const newest = newestBriefing();
    await page.goto('/');
    await page.getByRole('article').first().getByRole('link', { name: newest.headline }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(newest.headline);
    await expect(page.getByRole('region', { name: 'Facts at a glance' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('Scheduled');

    const name = topics().find(({ id }) => id === newest.topics[0])?.name ?? '';
    await page.getByRole('main').getByRole('navigation', { name: 'Topics' }).getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    await expect(page.getByRole('main').getByRole('link', { name: newest.headline })).toBeVisible();

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Subscribe' }).click();
    await expect(page.getByRole('main').getByRole('code')).toHaveCount(
      // Everything, its corrections, and what is coming up; a feed for each topic, and a feed and a calendar for each story.
      3 + topics().length + 2 * stories().length,
    );
    await expect(page.getByRole('main').getByRole('code').first()).toBeVisible();
  });

  test('every kind of page but the search says the same as with scripts', async ({ page, browser }) => {
    const scripted = await browser.newPage({ javaScriptEnabled: true });
    for (const address of Object.values(PAGE_KINDS).filter((path) => path !== PAGE_KINDS['the search'])) {
      await page.goto(address);
      await scripted.goto(address);
      const said = await scripted.locator('body').ariaSnapshot();
      expect(said.length, address).toBeGreaterThan(200);
      expect(await page.locator('body').ariaSnapshot(), address).toBe(said);
    }
    await scripted.close();
  });
});
