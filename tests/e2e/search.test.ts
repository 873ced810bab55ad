import { expect, type Page } from '@playwright/test';
import { layoutShifts } from './layout-shifts.ts';
import { listen } from './policy.ts';
import { tabTo, test, tooWide, violationsInBothSchemes } from './support.ts';

/** The results of a kind, as they are read. */
const results = (page: Page, kind: string) => page.getByRole('region', { name: kind }).getByRole('listitem');
const count = (page: Page) => page.getByRole('status');
const field = (page: Page) => page.getByRole('searchbox', { name: 'Words to find' });

test('a reader finds a briefing by its headline, with the words marked, and goes there', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).click();
  await field(page).fill('lighthouse');
  await expect(count(page)).toHaveText('1 briefing found.');
  const result = results(page, 'Briefings');
  await expect(result).toHaveCount(1);
  await expect(result.getByRole('heading', { level: 3 })).toHaveText('The lighthouse crane is late');
  await expect(result.locator('mark')).toHaveText(['lighthouse']);
  await result.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The lighthouse crane is late');
});

test.describe('each kind of part is found, with the sentence that has the words', () => {
  for (const [words, kind, text] of [
    ['gantry', 'Facts', /^Height of the gantry: 42 m \(without its mast\) – Harbour Board/],
    ['autumn order', 'Who says what', /^Harbour Board, 1 February 2026: The order was signed in autumn\./],
    ['counterweight', 'Events', /^10 January 2026: A barge brings the counterweight – Harbour Board/],
    // Neither the link of the heading above nor the number of the note behind stands in the text.
    ['tag', 'Briefings', /lateA tag is a tag\.2 February/],
    [
      'sleepers',
      'Briefings',
      /late(What the rails need\. )?The foundations crumble & the sleepers are rotten\.2 February/,
    ],
  ] as const) {
    test(words, async ({ page }) => {
      await page.goto(`/search/?q=${words}`);
      await expect(results(page, kind)).toHaveText([text]);
      await expect(results(page, kind)).toHaveText([/2 February 2026/]);
    });
  }
});

test('a match leads to its place on the page: a heading, a question', async ({ page }) => {
  await page.goto('/search/?q=sleepers');
  await results(page, 'Briefings').getByRole('link').click();
  await expect(page).toHaveURL('/briefings/2026/crane/#what-the-rails-need');
  await page.goto('/search/?q=autumn');
  await results(page, 'Who says what').getByRole('link').click();
  await expect(page).toHaveURL(/\/briefings\/2026\/crane\/#(Question-order|Statement-[0-9a-f]{16})$/);
  await expect(page.locator(':target')).toContainText(/autumn/i);
});

test('statements of one source are found, and no others', async ({ page }) => {
  await page.goto('/search/?q=order');
  // The question itself is one of them.
  await expect(results(page, 'Who says what')).toHaveCount(3);
  await page.getByLabel('Source', { exact: true }).selectOption('Dockers’ Union');
  await expect(results(page, 'Who says what')).toHaveText([/^Dockers’ Union, 2 February 2026: “Nobody ever signed/]);
  await expect(page).toHaveURL('/search/?q=order&source=dockers');
  await field(page).fill('');
  await expect(page).toHaveURL('/search/?source=dockers');
  await expect(results(page, 'Facts')).toHaveText([/^Men at work: 138 – Dockers’ Union/, /^Chairs: 12/]);
});

for (const [asked, headline] of [
  ['Київ', 'A café opens on the quay'],
  ['київ', 'A café opens on the quay'],
  ['борщ', 'A café opens on the quay'],
  ['Kyiv', 'A café opens on the quay'],
  ['Kyïv', 'A café opens on the quay'],
  ['cafe', 'A café opens on the quay'],
  ['café', 'A café opens on the quay'],
  ['Skreta', 'A café opens on the quay'],
  ['Škréta', 'A café opens on the quay'],
] as const) {
  test(`words are found with accents and without, in any letters: ${asked}`, async ({ page }) => {
    await page.goto(`/search/?q=${encodeURIComponent(asked)}`);
    await expect(results(page, 'Briefings').getByRole('heading')).toHaveText([headline]);
    await expect(results(page, 'Briefings').locator('mark').first()).toBeVisible();
  });
}

test('nothing is found of what is not public', async ({ page }) => {
  for (const asked of ['secretplan', 'laterplan', 'wrongplan']) {
    await page.goto(`/search/?q=${asked}`);
    await expect(count(page)).toHaveText('Nothing found.');
    await expect(page.locator('#Search-found li')).toHaveCount(0);
  }
});

test('the address carries all that was asked for, and gives it back', async ({ page }) => {
  await page.goto('/search/');
  await field(page).fill('crane');
  await page.getByLabel('Year', { exact: true }).selectOption('2025');
  await page.getByLabel('Topic', { exact: true }).selectOption('Harbour');
  await page.getByLabel('Story', { exact: true }).selectOption('The new quay');
  await expect(results(page, 'Briefings')).toHaveText([/Building of the quay begins/]);
  await expect(page).toHaveURL('/search/?q=crane&topic=harbour&story=quay&year=2025');
  await page.reload();
  await expect(results(page, 'Briefings')).toHaveText([/Building of the quay begins/]);
  await expect(field(page)).toHaveValue('crane');
  await expect(page.getByLabel('Year', { exact: true })).toHaveValue('2025');
  await expect(page).toHaveTitle(/^crane – Search/);
});

test('browsers are told how to search from where addresses are typed', async ({ page, request }) => {
  await page.goto('/briefings/2026/crane/');
  const description = await page.locator('link[rel="search"]').getAttribute('href');
  const text = await (await request.get(description ?? '')).text();
  const [, template = ''] = /template="([^"]+)"/.exec(text) ?? [];
  expect(template).toBe('https://finder.example/search/?q={searchTerms}');
  await page.goto(new URL(template).pathname + new URL(template).search.replace(/=.*/, '=lighthouse'));
  await expect(results(page, 'Briefings')).toHaveCount(1);
});

test('what was found comes in the order that was asked for, also over years', async ({ page }) => {
  const headlines = results(page, 'Briefings').getByRole('heading');
  const oldestFirst = ['Building of the quay begins', 'A café opens on the quay', 'The lighthouse crane is late'];
  await page.goto('/search/?q=quay&sort=oldest');
  await expect(headlines).toHaveText(oldestFirst);
  await page.getByLabel('Order', { exact: true }).selectOption('Newest first');
  await expect(headlines).toHaveText(oldestFirst.toReversed());
  await expect(page).toHaveURL('/search/?q=quay&sort=newest');
  await page.getByLabel('Year', { exact: true }).selectOption('2026');
  await expect(headlines).toHaveText(oldestFirst.slice(1).toReversed());
});

test('the keyboard alone goes from the first key to the last result and back', async ({ page }) => {
  await page.goto('/search/');
  await page.keyboard.type('crane');
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText(/^2 briefings found/);
  const links = page.locator('#Search-found a');
  const last = links.last();
  for (let index = 0; index < (await links.count()); index += 1) {
    await page.keyboard.press('ArrowDown');
    await expect(links.nth(index)).toBeFocused();
  }
  await expect(last).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(last).not.toBeFocused();
  await field(page).focus();
  await tabTo(page, last);
});

test('how much was found is said in a live region, and changes there', async ({ page }) => {
  await page.goto('/search/?q=crane');
  await expect(count(page)).toHaveText('2 briefings found, with 1 event.');
  await field(page).fill('nothinglikeit');
  await expect(count(page)).toHaveText('Nothing found.');
  await field(page).fill('');
  await expect(count(page)).toHaveText('');
  await expect(page.locator('#Search-found')).toBeEmpty();
});

test('as many are counted as are shown, where the index gives more than has the word', async ({ page }) => {
  // No text has it, so the index gives "sign" in one briefing and "signed" in another, which is nearer.
  await page.goto('/search/?q=signboards');
  await expect(results(page, 'Briefings')).toHaveCount(1);
  await expect(count(page)).toHaveText(/^1 briefing found/);
});

test('axe finds nothing wrong with results, nothing is too wide, and nothing is blocked', async ({ page }) => {
  const heard = await listen(page);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/search/?q=order');
    await expect(results(page, 'Who says what')).toHaveCount(3);
    expect(await tooWide(page)).toEqual([]);
    expect(await heard()).toEqual({ violations: [], console: [] });
    expect(await violationsInBothSchemes(page)).toEqual([]);
    await heard();
  }
});

test('this page alone may run scripts: its own, and none that came in with a text', async ({ page, addresses }) => {
  const running: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    const policy = await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content');
    const directives = new Map(policy?.split(';').map((directive) => [directive.split(' ')[0], directive]));
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('connect-src')).toBe("connect-src 'self'");
    if (directives.get('script-src') !== "script-src 'none'") {
      running.push(address);
      expect(directives.get('script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
    }
  }
  expect(running).toEqual(['/search/']);
  const heard = await listen(page);
  await page.goto('/search/?q=<img src=x onerror=alert(1)>');
  await expect(count(page)).toHaveText(/found/);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
  });
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
  expect(new Set((await heard()).violations)).toEqual(new Set(['script-src-elem inline']));
});

for (const width of [320, 1280]) {
  test(`nothing moves when what an address asks for is found, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 1_600 });
    await page.goto('/search/?q=crane');
    await expect(count(page)).toHaveText(/found/);
    await expect(page.getByRole('region', { name: 'Topics' })).toBeVisible();
    await expect(page.getByRole('contentinfo')).toBeVisible();
    expect(await layoutShifts(page)).toEqual([]);
  });
}

test('nothing but the site itself is asked, and nothing is kept', async ({ page, context }) => {
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.goto('/search/?q=crane');
  await expect(count(page)).toHaveText(/found/);
  expect([...hosts]).toEqual([new URL(page.url()).host]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('lists lead to every topic, story and month', async ({ page }) => {
    await page.goto('/search/?q=crane');
    await expect(page.getByRole('search')).toBeHidden();
    await expect(page.locator('noscript p')).toBeVisible();
    for (const [list, names] of [
      ['Topics', ['Food', 'Harbour']],
      ['Stories', ['The new quay']],
      ['Months', ['February 2026', 'January 2026', 'November 2025']],
    ] as const) {
      await expect(page.getByRole('region', { name: list }).getByRole('link')).toHaveText(names);
    }
    await page.getByRole('link', { name: 'January 2026' }).click();
    await expect(page.locator(':target')).toHaveText('January 2026');
  });
});
