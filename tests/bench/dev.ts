import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser } from '../support/browser.ts';
import { startDevServer } from '../support/dev-server.ts';
import { article, placeOf, writeReadout } from './corpus.ts';

// How long the dev server takes to answer, and a saved edit to stand in a browser. A report, never a test.

const { values } = parseArgs({ options: { size: { type: 'string', default: '10000' } } });
const size = Number(values.size);
const content = resolve('tests/.output/bench/dev/content');
writeReadout(content, size);
const place = placeOf(article(size - 1, size));
const file = join(content, 'briefings', `${place}.md`);

for (const start of ['the first time', 'again']) {
  const began = performance.now();
  const server = await startDevServer(content);
  console.log(`${size} briefings: answers after ${seconds(began)}, ${start}.`);
  const browser = await chromium.launch(findBrowser());
  const page = await browser.newPage();
  await page.goto(`${server.address}/briefings/${place}/`);
  // Files are watched as soon as all of them have been found.
  await delay(5_000);
  for (const number of [1, 2, 3]) {
    const headline = `Edited for the ${number}. time, ${start}`;
    const saved = performance.now();
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^headline: .*$/m, `headline: "${headline}"`));
    await page.locator('main h1', { hasText: headline }).waitFor();
    console.log(`A saved edit is in the browser after ${seconds(saved)}.`);
  }
  await browser.close();
  await server.stop();
}

function seconds(from: number): string {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}
