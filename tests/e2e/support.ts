import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, test as base, expect, type Locator, type Page } from '@playwright/test';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { ERROR_PAGE } from '../support/page-kinds.ts';
import { findingsOfAxe } from './axe.ts';
import { equalAccessViolations } from './equal-access.ts';

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
  return readBriefings(CONTENT, briefing);
}

/**
 * All briefings of a content folder as their files say them, newest first.
 *
 * @param schema what of their front matter is asked for.
 */
export function readBriefings<Data extends { publishedAt: string }>(
  content: string,
  schema: z.ZodType<Data>,
): (Data & { address: string })[] {
  const folder = join(content, 'briefings');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.mdx?$/.test(file))
    .map((file) => {
      const [, frontMatter = ''] = readFileSync(join(folder, file), 'utf8').split(/^---$/m);
      const address = `/briefings/${file.replaceAll('\\', '/').replace(/\.mdx?$/, '')}/`;
      return { ...schema.parse(parse(frontMatter)), address };
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

/** The ids of the stories. */
export function stories(): string[] {
  return readdirSync(join(CONTENT, 'stories')).map((file) => file.replace(/\.md$/, ''));
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
    // By its rules and not by its text, which the policy of the page holds it to.
    for (const sheet of document.styleSheets) {
      for (const [index, { cssText }] of [...sheet.cssRules].entries()) {
        if (!cssText.startsWith('@font-face')) continue;
        sheet.deleteRule(index);
        sheet.insertRule(cssText.replace(/font-display:\s*optional/, 'font-display:block'), index);
      }
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

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What hangs on colours alone: all else is the same, light or dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** The narrowest window that a page has to be right in, and a wide one. */
export const WIDTHS = [320, 1280];

/** Opens each page, and tells what axe and Equal Access find wrong with it in windows of these widths. */
export async function violationsOfPages(page: Page, addresses: readonly string[], widths = WIDTHS): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    await openInSiteFonts(page, address);
    for (const violation of await violationsInWidths(page, widths)) found.push(`${address}, ${violation}`);
  }
  return found;
}

/** The same of a page that is open: it is laid out anew in each width, and need not be loaded again. */
export async function violationsInWidths(page: Page, widths = WIDTHS): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const violation of await violationsInBothSchemes(page)) found.push(`${width} px, ${violation}`);
  }
  return found;
}

/** What axe and Equal Access find wrong with a page in light, and with its colours in dark. All that is folded is unfolded before. */
export async function violationsInBothSchemes(page: Page): Promise<string[]> {
  await page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '');
  });
  await page.emulateMedia({ colorScheme: 'light' });
  const light = [...(await violations(page)), ...(await equalAccessViolations(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  const colours = await findingsOfAxe(page, { type: 'rule', values: COLOUR_RULES });
  expect(colours.passes).toContain('color-contrast');
  const dark = [...colours.violations, ...(await equalAccessViolations(page))];
  return [...light.map((found) => `light, ${found}`), ...dark.map((found) => `dark, ${found}`)];
}

/**
 * What axe finds wrong with a page: the rule and the elements.
 *
 * @param passing how many rules it has to pass at least, so that none is taken for right that was not looked at.
 */
export async function violations(page: Page, passing = 21): Promise<string[]> {
  const found = await findingsOfAxe(page, { type: 'tag', values: TAGS });
  expect(found.passes.length, `rules that ${page.url()} passes`).toBeGreaterThanOrEqual(passing);
  return found.violations;
}

/** What is wider than the window or than the box that it stands in, or is cut off by that box. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > room) found.push('the page');
    const clipped = [...document.body.querySelectorAll('*')].filter((box) => getComputedStyle(box).clipPath !== 'none');
    for (const element of document.body.querySelectorAll('*')) {
      const { left, right } = element.getBoundingClientRect();
      const { overflowX, overflowY, display } = getComputedStyle(element);
      // Text for screen readers alone, and what stands in a box that scrolls.
      if (clipped.some((box) => box.contains(element)) || element.parentElement?.closest('[role="group"]')) continue;
      const outside = left < -1 || right > room + 1;
      const spilling = display !== 'inline' && overflowX === 'visible' && element.scrollWidth > element.clientWidth + 1;
      const cut = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
      if (outside || spilling || cut) found.push(`${element.tagName}.${element.className}: ${element.textContent}`);
    }
    return found;
  });
}

/** A list in so many parts of about one size. */
export function inParts<Entry>(list: readonly Entry[], count: number): Entry[][] {
  return Array.from({ length: count }, (_, part) => list.filter((_, index) => index % count === part));
}
