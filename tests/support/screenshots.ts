import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { findBrowser } from './browser.ts';
import { buildSite } from './build.ts';
import { PAGE_KINDS } from './page-kinds.ts';
import { serveSite } from './serving.ts';

// Every kind of page of the sample, to be looked at: npm run screenshots. With them come the two pictures of the README, which are
// copied into .github when the pages have changed.

const FOLDER = 'screenshots';
const PORT = 4397;

/** The margins of a sheet of paper, in millimetres. */
const MARGIN = 15;

/** The room for text across a sheet of A4, in CSS pixels. */
const SHEET = Math.floor(((210 - 2 * MARGIN) / 25.4) * 96);

/** What is left beside a part of a page that is shown alone, in pixels. */
const AROUND = 32;

const WIDE = { viewport: { width: 1280, height: 800 } };

const LOOKS: Record<string, BrowserContextOptions> = {
  wide: WIDE,
  narrow: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  dark: { ...WIDE, colorScheme: 'dark' },
  print: { viewport: { width: SHEET, height: 1000 } },
};

const { exitCode, printed, folder } = await buildSite('content', 'screenshots-site');
if (exitCode !== 0) throw new Error(printed);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
const server = await serveSite(folder, PORT);
const browser = await chromium.launch(findBrowser());
try {
  for (const [look, options] of Object.entries(LOOKS)) await shoot(browser, look, options);
  await shootForReadme(browser);
  console.log(`${Object.keys(PAGE_KINDS).length} kinds of page are in ${FOLDER}/.`);
} finally {
  await browser.close();
  server.stop();
}

/** Takes a picture of every kind of page as it is looked at in one way, from its top to its end. */
async function shoot(browser: Browser, look: string, options: BrowserContextOptions): Promise<void> {
  const page = await open(browser, options);
  if (look === 'print') await page.emulateMedia({ media: 'print' });
  for (const [kind, address] of Object.entries(PAGE_KINDS)) {
    await page.goto(address, { waitUntil: 'networkidle' });
    const name = join(FOLDER, kind.replaceAll(' ', '-'));
    await page.screenshot({ path: `${name}-${look}.png`, fullPage: true });
    if (look === 'print') await print(page, name);
  }
  await page.close();
}

/** What a reader sees first, and what no other kind of page has. */
async function shootForReadme(browser: Browser): Promise<void> {
  const page = await open(browser, { ...WIDE, deviceScaleFactor: 1.5 });
  await page.goto(PAGE_KINDS['the home page'], { waitUntil: 'networkidle' });
  await write('home', await page.screenshot());
  await page.goto(PAGE_KINDS['a briefing with a table'], { waitUntil: 'networkidle' });
  const box = await page.getByRole('region', { name: 'Who says what' }).boundingBox();
  if (!box) throw new Error('The briefing has no statements.');
  const clip = { ...box, x: box.x - AROUND, width: box.width + 2 * AROUND };
  await write('statements', await page.screenshot({ fullPage: true, clip }));
  await page.close();
}

/** Writes a picture as small as few colours make it. */
async function write(name: string, picture: Buffer): Promise<void> {
  await sharp(picture)
    .png({ palette: true, colours: 48 })
    .toFile(join(FOLDER, `readme-${name}.png`));
}

/** A page that has the fonts of the site in its cache: they are used from the second page on. */
async function open(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage({ ...options, baseURL: server.address });
  await page.goto(PAGE_KINDS['a briefing'], { waitUntil: 'networkidle' });
  return page;
}

async function print(page: Page, name: string): Promise<void> {
  const room = `${MARGIN}mm`;
  const margin = { top: room, right: room, bottom: room, left: room };
  for (const format of ['A4', 'Letter']) await page.pdf({ path: `${name}-${format}.pdf`, format, margin });
}
