import { globSync, readFileSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';
import { type Deeds, type Network, openNetwork, provoke, strangersIn, watch } from '../support/xss-browser.ts';
import { XSS } from '../support/xss-site.ts';

interface Fixtures {
  network: Network;
  /** What the pages of the test do, and should not. */
  deeds: Deeds;
}

/** A browser that sees the site of vectors, without any policy, and nothing else. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads out of the braces which fixtures are asked for.
  network: async ({}, use) => {
    const network = await openNetwork(XSS.folder, XSS.url);
    await use(network);
    await network.close();
  },
  context: async ({ browser, network }, use) => {
    const context = await browser.newContext({ proxy: { server: network.proxy } });
    await use(context);
    await context.close();
  },
  deeds: async ({ context, network }, use) => {
    await use(await watch(context, network, XSS.url));
  },
});

/** Nothing has run, and nothing was asked of another host. */
export const NOTHING: Deeds = { ran: [], asked: [] };

/** Opens a page, does to it what a reader may do, and finds nothing that is not the site's. */
export async function expectOwn(page: Page, deeds: Deeds, address: string): Promise<void> {
  // A page that is not there would hold as well.
  expect((await page.goto(address))?.status(), address).toBe(200);
  await provoke(page);
  expect.soft(await strangersIn(page), address).toEqual([]);
  expect.soft(deeds, address).toEqual(NOTHING);
}

/** Puts HTML into the site as a page, so that it has the site's origin. Returns its address. */
export function served(network: Network, name: string, html: string): string {
  const path = new URL(`made/${name}/`, XSS.url);
  const head = '<!doctype html><html lang="en"><head><title>Made</title></head>';
  network.serve(path.pathname, `${head}<body>${html}</body></html>`);
  return path.href;
}

/** Files of the built site, in order. */
export function filesOf(pattern: string): string[] {
  return globSync(pattern, { cwd: XSS.folder })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/** Where a file of the built site is found. */
export function addressOf(file: string): string {
  return new URL(file.replace(/(^|\/)index\.html$/, '$1'), XSS.url).href;
}

export function readFile(file: string): string {
  return readFileSync(`${XSS.folder}/${file}`, 'utf8');
}
