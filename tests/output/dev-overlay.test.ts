import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build.ts';
import { check } from '../support/check.ts';
import { type DevServer, startDevServer } from '../support/dev-server.ts';

const CONTENT = 'tests/.output/dev-overlay/content';
const CRANE = `${CONTENT}/briefings/2026/crane.md`;
const PAGE = '/briefings/2026/crane/';

describe('mistakes in the dev server', () => {
  let server: DevServer | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    rmSync('tests/.output/dev-overlay', { recursive: true, force: true });
    cpSync('tests/publications/good/plain/content', CONTENT, { recursive: true });
    server = await startDevServer(CONTENT);
    browser = await chromium.launch(findBrowser());
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function open(path: string): Promise<Page> {
    if (!browser) throw new Error('There is no browser.');
    const page = await browser.newPage();
    await page.goto(`${server?.address}${path}`);
    return page;
  }

  const overlayOf = (page: Page) => page.locator('vite-error-overlay');
  const headlineOf = (page: Page) => page.locator('main h1').textContent();

  test('stand over the page with file, line and mend, also when it is loaded again, until they are mended', async () => {
    const right = readFileSync(CRANE, 'utf8');
    const page = await open(PAGE);
    const headline = await headlineOf(page);
    expect(headline).toBe('A crane is built');
    expect(await overlayOf(page).count()).toBe(0);
    writeFileSync(CRANE, right.replace('headline: A crane is built', 'headlin: Another crane is built'));
    for (const load of [() => undefined, () => page.reload(), () => page.goto(`${server?.address}/about/`)]) {
      await load();
      await overlayOf(page).waitFor({ state: 'visible' });
      const said = await overlayOf(page).locator('#message-content').textContent();
      expect(said).toContain('content/briefings/2026/crane.md:2:1  error  unknown-key  "headlin" is not known here.');
      expect(said).toContain('Did you mean "headline"?');
      expect(said).toContain('2 mistakes in 1 file.');
    }
    // The last content that held stays.
    expect(await (await fetch(`${server?.address}${PAGE}`)).text()).toContain('A crane is built');
    await page.goto(`${server?.address}${PAGE}`);
    expect(await headlineOf(page)).toBe(headline);
    await overlayOf(page).waitFor({ state: 'visible' });
    writeFileSync(CRANE, right.replace('A crane is built', 'Another crane is built'));
    await page.locator('main h1', { hasText: 'Another crane is built' }).waitFor();
    expect(await overlayOf(page).count()).toBe(0);
    await page.reload();
    await page.locator('main h1').waitFor();
    expect(await overlayOf(page).count()).toBe(0);
    await page.close();
  });

  test('are text, whatever they quote', async () => {
    const right = readFileSync(CRANE, 'utf8');
    const page = await open(PAGE);
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      return dialog.dismiss();
    });
    const key = `<img src=x onerror=alert(1)> & https://example.org/"onmouseover=alert(2) <b>bold</b>`;
    writeFileSync(CRANE, right.replace('headline:', `'${key}': x\nheadline:`));
    const message = overlayOf(page).locator('#message-content');
    await message.filter({ hasText: `"${key}" is not known here.` }).waitFor();
    expect(await message.locator('img, b, a[onmouseover]').count()).toBe(0);
    expect(dialogs).toEqual([]);
    writeFileSync(CRANE, right);
    await overlayOf(page).waitFor({ state: 'detached' });
    await page.close();
  });

  test('are those of npm run check and of npm run build', async () => {
    const page = await open(PAGE);
    const bad = 'tests/publications/bad/many-in-one-file/content';
    cpSync(bad, CONTENT, { recursive: true });
    const lines = (await check(CONTENT)).stdout.trimEnd().split('\n').slice(0, -2);
    expect(lines.length).toBeGreaterThan(2);
    const message = overlayOf(page).locator('#message-content');
    for (const line of lines) await message.filter({ hasText: line }).waitFor();
    await page.close();
    await server?.stop();
    const { exitCode, printed } = await buildSite(CONTENT, 'dev-overlay-site');
    for (const line of lines) expect(printed).toContain(line);
    expect(exitCode).toBe(1);
  });
});
