import { expect, type Locator } from '@playwright/test';
import { wordsOf } from '../../src/languages/index.ts';
import { listen } from './policy.ts';
import { openInSiteFonts, test, tooWide, violationsInWidths, WIDTHS } from './support.ts';

const words = wordsOf('ar');
const BRIEFING = '/briefings/2026/crane-opening/';

/** One page of each kind. */
const KINDS = [
  '/',
  '/briefings/',
  BRIEFING,
  '/briefings/2026/fire/',
  '/stories/',
  '/stories/crane/',
  '/sources/',
  '/sources/majlis/',
  '/coming-up/',
  '/days/2026-02-02/',
  '/corrections/',
  '/topics/',
  '/topics/harbour/',
  '/about/',
  '/subscribe/',
  '/search/?q=الرافعة',
  '/404.html',
];

test('axe finds nothing wrong with any kind of page, narrow or wide, light or dark', async ({ page }) => {
  const found: string[] = [];
  for (const address of KINDS) {
    await openInSiteFonts(page, address);
    if (address.startsWith('/search/')) await expect(page.locator('mark').first()).toBeVisible();
    for (const violation of await violationsInWidths(page)) found.push(`${address}, ${violation}`);
  }
  expect(found).toEqual([]);
});

test('no page is wider than a window of 320 px or one of 1280 px', async ({ page, addresses }) => {
  const found: string[] = [];
  for (const address of new Set([...addresses, ...KINDS])) {
    await openInSiteFonts(page, address);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const element of await tooWide(page)) found.push(`${address} ${width} px: ${element}`);
    }
  }
  expect(found).toEqual([]);
});

test('what comes first stands at the right', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(BRIEFING);
  const name = await boxOf(page.getByRole('banner').locator('.name'));
  expect(name.left).toBeGreaterThan((await boxOf(page.getByRole('navigation', { name: words.frame.main }))).right);
  const event = page.getByRole('region', { name: words.briefing.timeline }).getByRole('listitem').first();
  const date = await boxOf(event.locator('time'));
  expect(date.left).toBeGreaterThan((await boxOf(event.getByText('نصب الرافعة'))).right);
  const text = await boxOf(page.locator('.prose'));
  expect(text.left).toBeGreaterThan((await boxOf(page.getByRole('complementary'))).right);
});

test('time and the compass run as they do everywhere', async ({ page }) => {
  await page.goto(BRIEFING);
  const [first, last] = await page
    .locator('.series circle')
    .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().x));
  expect(first).toBeLessThan(last ?? 0);
  await page.goto('/stories/crane/');
  const [lebanon, brazil] = await page
    .locator('.locator-map circle')
    .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().x));
  expect(brazil).toBeLessThan(lebanon ?? 0);
});

test('a name in other letters keeps the order of its signs, and an address its end', async ({ page }) => {
  await page.goto(BRIEFING);
  const name = page.getByRole('link', { name: 'Harbour Watch (London)' }).first();
  const signs = await placesOf(name, ['H', 'W', '(', ')']);
  expect(signs).toEqual(signs.toSorted((a, b) => a - b));
  const address = page.locator('.citing bdi').first();
  await expect(address).toHaveText(`https://rihan.example${BRIEFING}`);
  const ends = await placesOf(address, ['h', 'r']);
  expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  const last = await address.evaluate((element) => {
    const range = document.createRange();
    const text = element.firstChild as Text;
    const xOf = (at: number) => {
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect();
    };
    return { slash: xOf(text.length - 1).left, before: xOf(text.length - 2).right };
  });
  expect(Math.abs(last.slash - last.before)).toBeLessThan(1);
});

test('letters are not torn apart', async ({ page }) => {
  for (const address of ['/', BRIEFING]) {
    await page.goto(address);
    const spaced = await page
      .locator('body *')
      .evaluateAll((elements) =>
        elements
          .filter((element) => !['normal', '0px'].includes(getComputedStyle(element).letterSpacing))
          .map((element) => element.tagName),
      );
    expect(spaced).toEqual([]);
  }
});

test('the search says in Arabic what it has found, and how many', async ({ page }) => {
  const heard = await listen(page);
  await page.goto('/search/');
  await page.getByRole('searchbox', { name: words.search.words }).fill('الرافعة');
  await expect(page.getByRole('status')).toHaveText(/^عُثر على موجزين، وفيها: معلومة واحدة/);
  await expect(page.getByRole('heading', { level: 2, name: words.found.titles.event })).toBeVisible();
  await page.getByRole('searchbox').fill('زرافة');
  await expect(page.getByRole('status')).toHaveText(words.found.nothing);
  expect(await heard()).toEqual({ violations: [], console: [] });
});

test('what is new since the last visit is said in Arabic', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => localStorage.setItem('new-since:/', '2026-02-10T00:00:00.000Z'));
  await page.reload();
  await expect(page.locator('.new-since')).toHaveText('الجديد منذ زيارتك السابقة: 1 انتقل إلى أول جديد');
  await expect(page.getByText(words.newSince.one, { exact: true })).toHaveCount(1);
});

async function boxOf(part: Locator): Promise<DOMRect> {
  return await part.evaluate((element) => element.getBoundingClientRect().toJSON());
}

/** Where signs of a text stand across the page, each the first of its kind. */
function placesOf(part: Locator, signs: readonly string[]): Promise<number[]> {
  return part.evaluate((element, signs) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const text = walker.nextNode() as Text;
    return signs.map((sign) => {
      const range = document.createRange();
      const at = text.data.indexOf(sign);
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect().x;
    });
  }, signs);
}
