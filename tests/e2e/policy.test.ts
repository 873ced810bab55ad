import { expect } from '@playwright/test';
import { movedPage } from '../../src/hosting/moved-page.ts';
import { PAGE_KINDS } from '../support/page-kinds.ts';
import { expectNoViolations, listen } from './policy.ts';
import { test, violations } from './support.ts';

const MAIL = '/days/2026-01-26/email.html';

test('the policy blocks nothing of any kind of page, nor of a newsletter', async ({ page }) => {
  await expectNoViolations(page, [...Object.values(PAGE_KINDS), '/nothing/here/', MAIL]);
});

test('the policy blocks a style, a script, a handler, a picture and a frame that came in with a text', async ({
  page,
}) => {
  const heard = await listen(page);
  const stopped: string[] = [];
  page.on('requestfailed', (request) => stopped.push(`${request.failure()?.errorText} ${request.url()}`));
  await page.goto('/briefings/2026/abu-dhabi-talks/');
  await page.evaluate(() => {
    const add = (name: string, fields: Record<string, string>) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(fields)) {
        if (key === 'text') element.textContent = value;
        else element.setAttribute(key, value);
      }
      document.body.append(element);
      return element;
    };
    add('style', { text: 'h1 { color: rgb(1, 2, 3) }' });
    add('p', { style: 'color: rgb(1, 2, 3)', id: 'styled' });
    add('script', { text: 'document.title = "run"' });
    add('script', { src: '/run.js' });
    add('button', { onclick: 'document.title = "clicked"' }).click();
    add('img', { src: 'https://other.example/x.png' });
    add('iframe', { src: '/about/' });
    add('base', { href: 'https://other.example/' });
  });
  await page.waitForLoadState('networkidle');
  const told = await heard();
  const directives = told.violations.map((violation) => violation.split(' ')[0]);
  expect(new Set(directives)).toEqual(
    new Set([
      'style-src-elem',
      'style-src-attr',
      'script-src-elem',
      'script-src-attr',
      'img-src',
      'frame-src',
      'base-uri',
    ]),
  );
  await expect(page).not.toHaveTitle(/run|clicked/);
  const colourOf = (selector: string) => page.locator(selector).evaluate((element) => getComputedStyle(element).color);
  expect([await colourOf('h1'), await colourOf('#styled')]).not.toContain('rgb(1, 2, 3)');
  // The browser itself stops them, before anything leaves it.
  expect(stopped.sort()).toEqual([
    expect.stringMatching(/^csp .*\/run\.js$/),
    expect.stringMatching(/^csp https:\/\/other\.example\/x\.png$/),
  ]);
});

for (const sent of ['header', 'meta']) {
  test(`the policy holds where there is its ${sent} alone`, async ({ page }) => {
    await page.route('**/about/', async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': header, ...others } = response.headers();
      const html = await response.text();
      await route.fulfill(
        sent === 'meta'
          ? { headers: others, body: html }
          : { response, body: html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, '') },
      );
    });
    const heard = await listen(page);
    const response = await page.goto('/about/');
    expect('content-security-policy' in (response?.headers() ?? {})).toBe(sent === 'header');
    await expect(page.locator('meta[http-equiv="content-security-policy"]')).toHaveCount(sent === 'meta' ? 1 : 0);
    expect(await heard()).toEqual({ violations: [], console: [] });
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'h1 { color: rgb(1, 2, 3) }';
      document.body.append(style);
    });
    expect((await heard()).violations).toEqual([expect.stringMatching(/^style-src-elem inline/)]);
  });
}

test.describe('the page at an old address', () => {
  const html = movedPage({
    from: '/2025/old-name/',
    to: '/about/',
    canonical: 'https://readout.example/about/',
    title: 'About "this" & <that>',
    pageTitle: 'This page has moved – Readout',
    language: 'en-GB',
    direction: 'ltr',
  });

  test.beforeEach(async ({ page }) => {
    await page.route('**/2025/old-name/', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  });

  test('leads on by itself', async ({ page }) => {
    await page.goto('/2025/old-name/');
    await page.waitForURL('**/about/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('About');
  });

  test('says in words where the page is now, and can be used by everyone', async ({ page }) => {
    // A browser that gets no content stays where it is.
    await page.route('**/about/', (route) => route.fulfill({ status: 204 }));
    await page.goto('/2025/old-name/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page has moved');
    await expect(page.getByRole('link', { name: 'About "this" & <that>' })).toHaveAttribute('href', '/about/');
    expect(await violations(page, 15)).toEqual([]);
  });
});
