import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { type LaunchedChrome, launch } from 'chrome-launcher';
import lighthouse, { type RunnerResult } from 'lighthouse';
import { findBrowser } from '../support/browser.ts';
import { buildSite } from '../support/build.ts';
import { PAGE_KINDS } from '../support/page-kinds.ts';
import { writeSample } from '../support/sample.ts';
import { type SiteServer, serveSite } from '../support/serving.ts';
import { markdown } from './table.ts';

// What Lighthouse says of the sample as a host serves it: with its headers, and compressed. A report, never a test: how fast a page
// is hangs on the machine. Anything below 100 ends it with 1.

const FOLDER = 'tests/.output/lighthouse';
const PORT = 4398;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const PAGES = [
  'the home page',
  'a briefing',
  'a topic',
  'a story',
  'what is coming up',
  'the list of sources',
  'the Subscribe page',
  'the search',
] as const;

type Page = (typeof PAGES)[number];

/** Of a page of which the speed is below 100 there are so many runs, and the one in the middle counts. */
const RUNS = 3;

/** How often a page is opened whose beginning was not recorded. */
const TRIES = 5;

/** What Lighthouse says of one page. */
interface Verdict {
  page: Page;
  /** 0 to 100, in the order of the categories. */
  scores: number[];
  /** The speed in each run. */
  speeds: number[];
  metrics: Record<string, string | undefined>;
  /** What takes a category below 100: the audit, and why. */
  failed: string[];
}

const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'speed-index',
  'total-blocking-time',
  'cumulative-layout-shift',
];

mkdirSync(FOLDER, { recursive: true });
const content = join(FOLDER, 'content');
writeSample(content, 'precompress: true\n');
const { exitCode, printed, folder } = await buildSite(content, 'lighthouse/site');
if (exitCode !== 0) throw new Error(printed);

const server = await serveSite(folder, PORT);
const chrome = await startChrome();
try {
  const verdicts: Verdict[] = [];
  for (const page of PAGES) verdicts.push(await judge(page, server, chrome));
  const rows = verdicts.map(({ page, scores }) => [page, ...scores.map(String)]);
  console.log(markdown([['', ...CATEGORIES], ...rows]));
  for (const { page, speeds, failed } of verdicts) {
    if (speeds.length > 1) console.log(`${page}: performance ${speeds.join(', ')}; the median counts.`);
    for (const line of failed) console.log(`${page}: ${line}`);
  }
  writeFileSync(join(FOLDER, 'result.json'), `${JSON.stringify(verdicts, null, 2)}\n`);
  if (verdicts.some(({ scores }) => scores.some((score) => score < 100))) process.exitCode = 1;
} finally {
  chrome.kill();
  server.stop();
}

/** The browser that the tests take, with the flags that Lighthouse's own command has. */
function startChrome(): Promise<LaunchedChrome> {
  const found = findBrowser();
  if (!found) throw new Error('There is no browser: install Chrome or Chromium.');
  return launch({
    chromePath: found.executablePath ?? chromium.executablePath(),
    chromeFlags: ['--headless=new', ...(found.chromiumSandbox ? [] : ['--no-sandbox']), ...(found.args ?? [])],
  });
}

/** Opens a page as on a phone, and again where its speed is below 100. */
async function judge(page: Page, { address }: SiteServer, { port }: LaunchedChrome): Promise<Verdict> {
  const runs: RunnerResult[] = [];
  do {
    runs.push(await open(address + PAGE_KINDS[page], port));
  } while (runs.length < RUNS && runs.some((run) => scoreOf(run, 'performance') < 100));

  const ranked = runs.toSorted((one, other) => scoreOf(one, 'performance') - scoreOf(other, 'performance'));
  const counted = ranked[Math.floor(ranked.length / 2)];
  if (!counted) throw new Error(`${page} was not opened.`);
  writeFileSync(join(FOLDER, `${page.replaceAll(' ', '-')}.html`), [counted.report].flat().join(''));
  return {
    page,
    scores: CATEGORIES.map((category) => scoreOf(counted, category)),
    speeds: runs.map((run) => scoreOf(run, 'performance')),
    metrics: Object.fromEntries(METRICS.map((id) => [id, counted.lhr.audits[id]?.displayValue])),
    failed: failuresOf(counted),
  };
}

/** @throws Error where Lighthouse has no verdict. */
async function open(address: string, port: number): Promise<RunnerResult> {
  for (let tries = 1; ; tries += 1) {
    const run = await lighthouse(address, { port, output: 'html', logLevel: 'error', onlyCategories: [...CATEGORIES] });
    if (run && !run.lhr.runtimeError) return run;
    // A browser that changes its process for a page, as a policy of openers asks for, may begin to record too late.
    const why = run?.lhr.runtimeError?.message ?? 'no result';
    if (run?.lhr.runtimeError?.code !== 'NO_NAVSTART' || tries === TRIES) throw new Error(`${address}: ${why}`);
  }
}

function scoreOf({ lhr }: RunnerResult, category: (typeof CATEGORIES)[number]): number {
  return Math.round((lhr.categories[category]?.score ?? 0) * 100);
}

/** The audits that count in a category below 100 and are not passed. */
function failuresOf(run: RunnerResult): string[] {
  const { audits, categories } = run.lhr;
  return CATEGORIES.filter((category) => scoreOf(run, category) < 100).flatMap((category) =>
    (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
      const audit = audits[id];
      if (!audit || weight === 0 || audit.score === null || audit.score === 1) return [];
      const { title, score, explanation, displayValue, details } = audit;
      const items = details?.type === 'table' ? JSON.stringify(details.items).slice(0, 1_000) : undefined;
      const why = [explanation, displayValue, items].filter(Boolean).join('; ');
      return [`${category}, ${id} (${Math.round(score * 100)}): ${title}. ${why}`];
    }),
  );
}
