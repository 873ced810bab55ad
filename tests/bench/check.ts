import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// How long checking takes, at 1,000 and at 10,000 briefings, and how much memory. A report, never a test.

const SIZES = [1_000, 10_000];
const RUNS = 3;
const FOLDER = 'tests/.output/bench';

for (const size of SIZES) {
  const content = join(FOLDER, String(size));
  writeCorpus(content, size);
  const runs = Array.from({ length: RUNS }, () => check(content)).sort((a, b) => a.seconds - b.seconds);
  const median = runs[Math.floor(RUNS / 2)];
  if (median) console.log(`${size} briefings: ${described(median)} (median of ${RUNS} runs)`);
}

/** The sample, with its briefings again and again under other names, a thousand a year. */
function writeCorpus(content: string, size: number): void {
  rmSync(content, { recursive: true, force: true });
  cpSync('content', content, { recursive: true });
  const folder = join(content, 'briefings/2026');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  for (let number = 0; number < size; number += 1) {
    const year = join(content, 'briefings', String(2016 + Math.floor(number / 1_000)));
    mkdirSync(year, { recursive: true });
    const text = texts[number % texts.length] ?? '';
    writeFileSync(join(year, `briefing-${number}.md`), text.replace(/^headline: .*$/m, `headline: Briefing ${number}`));
  }
}

interface Run {
  seconds: number;
  /** Of the processor, which other programs on the machine do not change. */
  busy: number;
  megabytes: number;
}

function check(content: string): Run {
  const start = performance.now();
  const report = `process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    console.error(userCPUTime + systemCPUTime, maxRSS);
  })`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(report)}`, 'src/build/check.ts'],
    { env: { ...process.env, READOUT_CONTENT: content }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The check ended with ${status}:\n${stderr}`);
  const [microseconds = 0, kilobytes = 0] = stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  return { seconds: (performance.now() - start) / 1e3, busy: microseconds / 1e6, megabytes: kilobytes / 1e3 };
}

function described({ seconds, busy, megabytes }: Run): string {
  return `${seconds.toFixed(1)} s, ${busy.toFixed(1)} s of processor, ${megabytes.toFixed(0)} MB`;
}
