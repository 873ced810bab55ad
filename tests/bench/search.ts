import { globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { cacheFolder } from '../../src/build/folders.ts';
import { findBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build.ts';
import { serveSite } from '../support/serving.ts';
import { type Article, article, articles, placeOf, readoutFile, writeReadout } from './corpus.ts';
import { edited } from './output.ts';
import { prose, wordOf } from './prose.ts';

// What a first query costs a reader: how many bytes come, and how long scripts run from the key to the first results. The page has been
// loaded before, and nothing of the search but its own script. A report, never a test.

const { values } = parseArgs({
  options: { size: { type: 'string', default: '10000' }, runs: { type: 'string', default: '5' } },
});
const size = Number(values.size);
const PORT = 4399;
/** Words of a fifth of all texts, of a twentieth and of four in a thousand, two together, one of nearly every headline, and of none. */
const QUERIES: Query[] = [
  ...[wordOf(200), wordOf(1_000), wordOf(10_000), `${wordOf(300)} ${wordOf(3_000)}`, 'council', 'zzz'].map((words) => ({
    words,
    choices: {},
  })),
  { words: wordOf(200), choices: { source: 'data-desk', year: '2022', sort: 'newest' } },
  { words: 'council', choices: { sort: 'oldest' } },
];
/** What is no script in a profile of the browser. */
const WAITING = /^\((?:idle|program|root)\)$/;

interface Query {
  words: string;
  /** By the names of the fields. */
  choices: Record<string, string>;
}

/** What one query took: bytes, and milliseconds. */
interface Cost {
  ofSearch: number;
  ofPage: number;
  script: number;
  thread: number;
  /** What the page says. */
  told: string;
}

/** Of the Chrome DevTools protocol. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string } }[];
  samples?: number[];
  timeDeltas?: number[];
}

const content = 'tests/.output/bench/search/content';

writeReadout(content, size, 'extras: [search]\n');
for (const [seed, made] of [...articles(size)].entries()) write({ ...made, body: prose(seed) });
rmSync(cacheFolder(resolve(content)), { recursive: true, force: true });
const folder = await build('Cold');
// An edit of a recent briefing costs the index of those.
write(edited({ ...article(size - 1, size), body: prose(size) }, { inHeadline: 'edited', inBody: 'edit' }));
await build('After an edit');
const files = globSync('search/pagefind/**/*.*', { cwd: folder });
const bytes = files.reduce((total, file) => total + statSync(`${folder}/${file}`).size, 0);
console.log(`The index has ${files.length} files, ${kilobytes(bytes)} in all.`);

const server = await serveSite(folder, PORT);
const browser = await chromium.launch(findBrowser());
try {
  const costs = new Map<Query, Cost[]>(QUERIES.map((query) => [query, []]));
  for (let run = 0; run < Number(values.runs); run += 1) {
    for (const [query, before] of costs) before.push(await measure(query));
  }
  for (const [query, all] of costs) tell(query, all);
} finally {
  await browser.close();
  server.stop();
}

/** Writes a briefing. */
function write(made: Article): void {
  writeFileSync(join(content, 'briefings', `${placeOf(made)}.md`), readoutFile(made));
}

/** Builds the site, and tells how long that took. Returns its folder. */
async function build(name: string): Promise<string> {
  const began = performance.now();
  const { exitCode, printed, folder } = await buildSite(content, 'bench/search/site');
  if (exitCode !== 0) throw new Error(printed);
  const took = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${name}, ${size} briefings: ${took} s. ${printed.trim().split('\n').at(-1)}`);
  return folder;
}

/** Asks once, in a browser that has nothing of the site. */
async function measure({ words, choices }: Query): Promise<Cost> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const paths = new Map<string, string>();
  const received = { search: 0, else: 0 };
  session.on('Network.responseReceived', ({ requestId, response }) => {
    paths.set(requestId, new URL(response.url).pathname);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId) ?? '';
    const isOfSearch = path.endsWith('.js') || path.startsWith('/search/pagefind/');
    received[isOfSearch ? 'search' : 'else'] += encodedDataLength - savedBy(path);
  });
  const threadTime = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  await page.goto(`${server.address}/search/`);
  await page.waitForLoadState('networkidle');
  await page.evaluate((chosen) => {
    const form = document.querySelector<HTMLFormElement>('form#Search-form');
    for (const [name, value] of Object.entries(chosen)) {
      const field = form?.elements.namedItem(name);
      if (field instanceof HTMLSelectElement) field.value = value;
    }
  }, choices);
  const threadBefore = await threadTime();
  await session.send('Profiler.start');
  await page.getByRole('searchbox').fill(words);
  await page.getByRole('status').filter({ hasText: /ound/ }).waitFor();
  const { profile } = await session.send('Profiler.stop');
  const thread = (await threadTime()) - threadBefore;
  const told = (await page.getByRole('status').textContent()) ?? '';
  await page.waitForLoadState('networkidle');
  await context.close();
  return { ofSearch: received.search, ofPage: received.else, script: runningTime(profile), thread, told };
}

/** Prints the middle of all runs, and the least and the most. Bytes are the same each time, but for a few of the headers. */
function tell({ words, choices }: Query, costs: readonly Cost[]): void {
  const range = (of: (cost: Cost) => number) => {
    const sorted = costs.map(of).sort((a, b) => a - b);
    const [middle, least, most] = [sorted[sorted.length >> 1], sorted[0], sorted.at(-1)].map((time) =>
      Math.round(time ?? 0),
    );
    return `${middle} ms (${least}–${most})`;
  };
  const [first] = costs;
  if (!first) return;
  console.log(
    `"${words}" ${new URLSearchParams(choices)}: ${kilobytes(first.ofSearch)} for scripts, index and results, after ` +
      `${kilobytes(first.ofPage)} for the page and its fonts; scripts and WebAssembly ran ${range(({ script }) => script)}, and their ` +
      `thread was busy for ${range(({ thread }) => thread)} with all that it does. ${first.told}`,
  );
}

/** How long scripts and WebAssembly ran, in milliseconds: all but what the browser itself does, and waiting. */
function runningTime({ nodes, samples = [], timeDeltas = [] }: Profile): number {
  const waiting = new Set(nodes.filter(({ callFrame }) => WAITING.test(callFrame.functionName)).map(({ id }) => id));
  return samples.reduce((total, id, index) => total + (waiting.has(id) ? 0 : (timeDeltas[index] ?? 0) / 1000), 0);
}

/** What a host saves that sends text compressed, as all do; the server of the tests does not. */
function savedBy(path: string): number {
  if (!/\.(js|html|json)$|\/$/.test(path)) return 0;
  const bytes = readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  return bytes.length - gzipSync(bytes).length;
}

function kilobytes(count: number): string {
  return `${(count / 1000).toFixed(0)} kB`;
}
