import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';
import { workerFiles } from '../../src/build/worker.ts';
import { OFFLINE } from '../support/offline.ts';
import { AS_OF, briefing, change, publication, site } from '../support/unit-factory.ts';
import { listen } from './policy.ts';
import { PAGE_KINDS, violations } from './support.ts';

/** A host that serves a copy of the site, and that can go away: then there is no network. */
class Host {
  readonly folder: string;
  readonly address: string;
  readonly #port: number;
  #server: ChildProcess | undefined;

  constructor(port: number) {
    this.#port = port;
    this.folder = `${OFFLINE.folder}-${port}`;
    this.address = `http://localhost:${port}`;
    cpSync(OFFLINE.folder, this.folder, { recursive: true, dereference: true });
  }

  async begin(): Promise<void> {
    this.#server = spawn(process.execPath, ['tests/support/serve.ts', this.folder, String(this.#port)], {
      stdio: 'ignore',
    });
    await expect
      .poll(() =>
        fetch(this.address).then(
          ({ ok }) => ok,
          () => false,
        ),
      )
      .toBe(true);
  }

  async end(): Promise<void> {
    this.#server?.kill();
    await expect
      .poll(() =>
        fetch(this.address).then(
          () => true,
          () => false,
        ),
      )
      .toBe(false);
  }

  change(file: string, from: string, to: string): void {
    const path = `${this.folder}/${file}`;
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to));
  }
}

const FIRST_PORT = 4340;

const test = base.extend<{ host: Host }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads out of the braces which fixtures are asked for.
  host: async ({}, use, { parallelIndex }) => {
    const host = new Host(FIRST_PORT + parallelIndex);
    await host.begin();
    await use(host);
    await host.end();
    rmSync(host.folder, { recursive: true });
  },
});

/** Opens a page, and waits until the worker keeps what it keeps ahead. */
async function openKept(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
}

const NOTICE = /^You are offline\. This page was kept on \d{1,2} \p{L}+ \d{4}.* \d{2}:\d{2}\.$/u;
const noticeOn = (page: Page) => page.getByRole('status').filter({ hasText: 'You are offline' });

test('a page that was read is there without the network, with a notice that says since when', async ({
  page,
  host,
}) => {
  const heard = await listen(page);
  await openKept(page, `${host.address}/`);
  const title = await page.title();
  const read = `${host.address}${PAGE_KINDS['a topic']}`;
  await page.goto(read);
  await expect(noticeOn(page)).toHaveCount(0);
  expect(await heard()).toEqual({ violations: [], console: [] });
  await host.end();
  for (const address of [`${host.address}/`, read]) {
    await page.goto(address);
    await expect(noticeOn(page), address).toHaveText(NOTICE);
    await expect(noticeOn(page)).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    expect(await page.title()).toMatch(/^Offline: /);
  }
  await page.goto(`${host.address}/`);
  expect(await page.title()).toBe(`Offline: ${title}`);
  expect(await violations(page)).toEqual([]);
  expect((await heard()).violations).toEqual([]);
});

test('the network comes first: a page that was changed is shown as it is now, and is kept so', async ({
  page,
  host,
}) => {
  const address = `${host.address}/about/`;
  await openKept(page, address);
  await page.goto(address);
  host.change('about/index.html', '</h1>', ' and what is new</h1>');
  await page.goto(address);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('and what is new');
  await expect(noticeOn(page)).toHaveCount(0);
  await host.end();
  await page.goto(address);
  await expect(heading).toContainText('and what is new');
  await expect(noticeOn(page)).toHaveText(NOTICE);
  // And when there is a network again, nothing says that there is none.
  await host.begin();
  await page.goto(address);
  await expect(noticeOn(page)).toHaveCount(0);
});

test('the latest briefings are there unread, and of any other page it is said what is', async ({ page, host }) => {
  await openKept(page, `${host.address}/`);
  await host.end();
  const briefing = `${host.address}${PAGE_KINDS['a briefing']}`;
  await page.goto(briefing);
  await expect(noticeOn(page)).toHaveText(NOTICE);
  const headline = await page.getByRole('heading', { level: 1 }).innerText();
  await page.goto(`${host.address}${PAGE_KINDS['a source']}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are offline');
  await expect(page).toHaveTitle('You are offline');
  expect(await violations(page, 15)).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: headline }).click();
  await expect(page).toHaveURL(briefing);
});

test('the first page that was read is kept, whatever its worker came with', async ({ page, host }) => {
  const address = `${host.address}${PAGE_KINDS['a source']}`;
  await openKept(page, address);
  await host.end();
  await page.goto(address);
  await expect(noticeOn(page)).toHaveText(NOTICE);
});

test('what is marked as new is marked in what is kept, too, and nothing is blocked', async ({ page, host }) => {
  const heard = await listen(page);
  await openKept(page, `${host.address}/`);
  await page.evaluate(() => localStorage.setItem('new-since:/', '2026-01-01T00:00:00.000Z'));
  await host.end();
  await page.goto(`${host.address}/`);
  await expect(page.getByText(/^\d+ new since your last visit$/)).toBeVisible();
  expect((await heard()).violations).toEqual([]);
});

test('a briefing that was withdrawn since it was kept is its notice, without the network too', async ({
  page,
  host,
}) => {
  const path = PAGE_KINDS['a briefing with a note'];
  await openKept(page, `${host.address}${path}`);
  const id = path.slice('/briefings/'.length, -1);
  const taken = briefing(id, { changes: [change('withdrawal', '2026-01-21T00:00:00Z')] });
  const parts = publication({ site: [site({ offline: true })], briefings: [taken] });
  for (const [name, text] of await workerFiles(parts, AS_OF, new Map())) writeFileSync(`${host.folder}/${name}`, text);
  host.change(`${path.slice(1)}index.html`, '<h1>', '<h1>Taken back: ');
  // Whoever is on another page when the site is new has it as well.
  await page.goto(`${host.address}/about/`);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const kept = () =>
    page.evaluate(async (address) => (await (await caches.match(address))?.text())?.includes('Taken back'), path);
  await expect.poll(kept).toBe(true);
  await host.end();
  await page.goto(`${host.address}${path}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Taken back');
});

test('a page that is gone is kept no more', async ({ page, host }) => {
  const address = `${host.address}${PAGE_KINDS['a source']}`;
  await openKept(page, address);
  rmSync(`${host.folder}${PAGE_KINDS['a source']}index.html`);
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here');
  await host.end();
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are offline');
});

test('the search works beside the worker, nothing is blocked, and offline it says that it cannot be', async ({
  page,
  host,
}) => {
  const heard = await listen(page);
  await openKept(page, `${host.address}/`);
  await page.goto(`${host.address}/search/?q=talks`);
  const found = page.locator('#Search-count');
  await expect(found).toHaveText(/briefings found/);
  expect(await heard()).toEqual({ violations: [], console: [] });
  await host.end();
  await page.goto(`${host.address}/search/?q=talks&year=2026`);
  await expect(noticeOn(page)).toHaveText(NOTICE);
  await expect(found).toHaveText(/could not be loaded/);
  await expect(page.getByRole('region', { name: 'Topics' }).getByRole('link').first()).toBeVisible();
  expect((await heard()).violations).toEqual([]);
});

test('a publication that keeps nothing any more takes its worker out of browsers', async ({ page, host }) => {
  await openKept(page, `${host.address}/`);
  expect(await page.evaluate(async () => (await caches.keys()).length)).toBeGreaterThan(0);
  const parts = publication({ site: [site({ offline: false })] });
  for (const [path, text] of await workerFiles(parts, AS_OF, new Map())) writeFileSync(`${host.folder}/${path}`, text);
  // The page of such a site registers nothing.
  host.change('about/index.html', 'data-worker', 'data-none');
  await page.goto(`${host.address}/about/`);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect
    .poll(() =>
      page.evaluate(async () => [
        (await caches.keys()).length,
        (await indexedDB.databases()).length,
        (await navigator.serviceWorker.getRegistrations()).length,
      ]),
    )
    .toEqual([0, 0, 0]);
});
