import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, test as base, expect, type Locator, type Page } from '@playwright/test';
import { z } from 'astro/zod';
import { parse } from 'yaml';

/** The page that stands for all addresses that do not exist; no sitemap lists it. */
export const ERROR_PAGE = '/404.html';

/** One page of each kind. */
export const PAGE_KINDS = {
  'the home page': '/',
  'the list of briefings': '/briefings/',
  'a briefing': '/briefings/2026/abu-dhabi-talks/',
  'a briefing with a table': '/briefings/2026/drone-war/',
  'a briefing with a note': '/briefings/2026/security-guarantees/',
  'the list of topics': '/topics/',
  'a topic': '/topics/peace-talks/',
  'a story': '/stories/russia-ukraine-peace-talks/',
  'a page of prose': '/about/',
  'the Subscribe page': '/subscribe/',
  'the error page': ERROR_PAGE,
};

interface Fixtures {
  /** The path of every page: those of the sitemap, and the error page. */
  addresses: string[];
}

export const test = base.extend<Fixtures>({
  addresses: async ({ request }, use) => {
    await use([...(await sitemapPaths(request)), ERROR_PAGE]);
  },
});

async function sitemapPaths(request: APIRequestContext): Promise<string[]> {
  const paths: string[] = [];
  for (const part of await locations(request, '/sitemap-index.xml')) {
    paths.push(...(await locations(request, part)));
  }
  return paths;
}

/** The addresses in a sitemap or in an index of sitemaps, without the host that they are published on. */
async function locations(request: APIRequestContext, path: string): Promise<string[]> {
  const response = await request.get(path);
  expect(response, path).toBeOK();
  const found = [...(await response.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
  expect(found, `addresses in ${path}`).not.toEqual([]);
  return found.map((address) => new URL(address).pathname);
}

const CONTENT = join(import.meta.dirname, '../../content');

const briefing = z.object({
  headline: z.string(),
  standfirst: z.string(),
  publishedAt: z.string(),
  topics: z.array(z.string()),
});

/** A briefing as its file says it. */
export type Briefing = z.output<typeof briefing> & { address: string };

/** All briefings of the content folder, newest first. */
export function briefings(): Briefing[] {
  const folder = join(CONTENT, 'briefings');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.mdx?$/.test(file))
    .map((file) => {
      const [, frontMatter = ''] = readFileSync(join(folder, file), 'utf8').split(/^---$/m);
      const address = `/briefings/${file.replaceAll('\\', '/').replace(/\.mdx?$/, '')}/`;
      return { ...briefing.parse(parse(frontMatter)), address };
    })
    .sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt));
}

/** The briefing that leads the home page. */
export function newestBriefing(): Briefing {
  const [newest] = briefings();
  if (!newest) throw new Error('There is no briefing in the content folder.');
  return newest;
}

/** The topics, in the order of their file. */
export function topics() {
  return z.array(z.object({ id: z.string(), name: z.string() })).parse(parseFile('topics.yaml'));
}

/** The names of everyone whose statements are reported. */
export function sourceNames(): string[] {
  const sources = z.array(z.object({ name: z.string() })).parse(parseFile('sources.yaml'));
  return sources.map(({ name }) => name);
}

function parseFile(name: string): unknown {
  return parse(readFileSync(join(CONTENT, name), 'utf8'));
}

/** A pattern that finds any of some words as they are. */
export function anyOf(words: readonly string[]): RegExp {
  return new RegExp(words.map((word) => word.replaceAll(/[^\p{L}\p{N} ]/gu, '\\$&')).join('|'));
}

/** The facts in the fact box of a briefing: each is a label, a value and the name of whoever says so. */
export function factsOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Facts at a glance' }).locator('dl > div');
}

/** The entries of the timeline of a briefing. */
export function timelineOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
}

/** Opens a page in the fonts of the site, even if they come so late that the browser would leave them out. */
export async function openInSiteFonts(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.evaluate(async () => {
    for (const style of document.querySelectorAll('style')) {
      style.textContent = style.textContent.replaceAll(/font-display:\s*optional/g, 'font-display:block');
    }
    // The layout asks for the fonts.
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });
}

/** Presses Tab until something is focused. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const focused = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 100 && !(await focused()); presses += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}
