import {
  appendFileSync,
  cpSync,
  globSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheFolder } from '../../src/build/folders.ts';
import { type Build, buildSite, ended, startBuild } from '../support/build.ts';
import { random } from '../support/random.ts';
import { litterOf, manifestOf, stateOf, writeEdition, wrongIn } from '../support/whole.ts';

const NAME = 'whole';
const OUTPUT = `tests/.output/${NAME}`;
const STORE = `tests/.output/.${NAME}`;
const EDITIONS = ['tests/.output/whole-first', 'tests/.output/whole-second'] as const;

/** The manifest of each edition, built with nothing in the way. */
const manifests: string[] = [];
/** How long a build takes that is let be, in milliseconds: with its pages to be compiled, and without. */
const lengths = { cold: 0, warm: 0 };

/** Builds one of the editions to the output. */
function build(edition: number, variables: NodeJS.ProcessEnv = {}): Promise<Build> {
  return buildSite(EDITIONS[edition] ?? '', NAME, variables);
}

/** What builds of an edition keep for the next one. */
function kept(edition: number, pattern: string): string[] {
  return globSync(`${cacheFolder(resolve(EDITIONS[edition] ?? ''))}/${pattern}`);
}

/** Builds one of the editions, and measures it. */
async function measured(edition: number): Promise<number> {
  const start = performance.now();
  const { exitCode, printed } = await build(edition);
  if (exitCode !== 0) throw new Error(printed);
  return performance.now() - start;
}

/** Lets the next build of an edition compile its pages. */
function forget(edition: number): void {
  for (const renderer of kept(edition, 'renderer-*')) rmSync(renderer, { recursive: true });
}

beforeAll(async () => {
  for (const folder of [OUTPUT, STORE]) rmSync(folder, { recursive: true, force: true });
  for (const [edition, folder] of EDITIONS.entries()) {
    await writeEdition(folder, `edition ${edition}`);
    forget(edition);
    lengths.cold = await measured(edition);
    manifests.push(manifestOf(OUTPUT));
  }
  lengths.warm = await measured(0);
  expect(manifests[0]).not.toBe(manifests[1]);
});

describe('a build that is killed', () => {
  // As parts of the time that the build before took.
  const next = random(20260127);
  const moments = Array.from({ length: 20 }, (_, index) => ({
    moment: next(),
    state: index % 3 === 0 ? ('cold' as const) : ('warm' as const),
  }));
  const told: string[] = [];

  test.each(moments)('$state after $moment of its time leaves a whole site, and the next one works', async (given) => {
    const { moment, state } = given;
    let killed = false;
    for (let part = moment; !killed; part *= 0.8) {
      const [old, edition] = manifestOf(OUTPUT) === manifests[0] ? [0, 1] : [1, 0];
      if (state === 'cold') forget(edition);
      killed = await isKilled(edition, part * lengths[state]);
      const served = manifests.indexOf(manifestOf(OUTPUT));
      expect(wrongIn(OUTPUT)).toEqual([]);
      // The machine may be faster this time: what has ended is repeated with the other edition, and killed sooner.
      expect(served).toBeOneOf(killed ? [old, edition] : [edition]);
      if (!killed) continue;
      tearCaches();
      const whole = Math.round(lengths[state]);
      told.push(`${Math.round(part * whole)} of ${whole} ms: ${served === old ? 'old' : 'new'}`);
    }
    const edition = manifestOf(OUTPUT) === manifests[0] ? 1 : 0;
    const { exitCode, printed } = await build(edition);
    expect(exitCode, printed).toBe(0);
    // With the bytes of a build that nothing has disturbed.
    expect(manifestOf(OUTPUT)).toBe(manifests[edition]);
    expect(wrongIn(OUTPUT)).toEqual([]);
    expect(litterOf(OUTPUT)).toEqual([]);
  });

  afterAll(() => console.log(`Killed after ${told.join(', ')}`));
});

/** Starts a build, kills it with all that it has started after so many milliseconds, and says whether it was still running. */
async function isKilled(edition: number, milliseconds: number): Promise<boolean> {
  const child = startBuild(EDITIONS[edition] ?? '', OUTPUT);
  const end = ended(child);
  await delay(milliseconds);
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  return (await end).exitCode === null;
}

/** What a killed build was writing may end anywhere: here everything that it may have written does. */
function tearCaches(): void {
  for (const [edition] of EDITIONS.entries()) {
    for (const path of [...kept(edition, 'unfinished-*/**'), ...kept(edition, '*.new')]) {
      if (statSync(path).isFile()) truncateSync(path, Math.min(statSync(path).size, 100));
    }
  }
}

describe('a build that fails', () => {
  const broken = 'tests/.output/whole-broken';

  test.each([
    ['at a mistake in a file', 'topics.yaml', 'colour: red\n', 1],
    ['while a page is rendered', 'briefings/2026/pier.mdx', '\n{nothing.at.all}\n', 1],
  ])('%s leaves the old site as it was, times included', async (_name, file, mistake, code) => {
    rmSync(broken, { recursive: true, force: true });
    cpSync(EDITIONS[0], broken, { recursive: true });
    appendFileSync(`${broken}/${file}`, mistake);
    const before = stateOf(OUTPUT);
    const { exitCode } = await buildSite(broken, NAME);
    expect(exitCode).toBe(code);
    expect(stateOf(OUTPUT)).toEqual(before);
    expect(litterOf(OUTPUT)).toEqual([]);
  });
});

describe('a site', () => {
  test('that has not changed keeps its files and their times', async () => {
    const edition = manifests.indexOf(manifestOf(OUTPUT));
    const before = stateOf(OUTPUT);
    const pictures = () => kept(edition, 'renderer-*/_astro/*.webp').map((path) => [path, statSync(path).mtimeMs]);
    const made = pictures();
    expect(made).not.toEqual([]);
    const { exitCode, printed } = await build(edition);
    expect(exitCode).toBe(0);
    // Nothing is compiled again, nor any picture made.
    expect(pictures()).toEqual(made);
    expect(printed).toContain(`Nothing has changed: ${OUTPUT} stays as it is.`);
    expect(stateOf(OUTPUT)).toEqual(before);
    expect(litterOf(OUTPUT)).toEqual([]);
  });

  test('that somebody has damaged is replaced, though nothing has changed', async () => {
    const edition = manifests.indexOf(manifestOf(OUTPUT));
    const page = `${OUTPUT}/index.html`;
    writeFileSync(page, readFileSync(page, 'utf8').replace('<h1', '<h2'));
    expect(wrongIn(OUTPUT)).toHaveLength(1);
    const { exitCode } = await build(edition);
    expect(exitCode).toBe(0);
    expect(wrongIn(OUTPUT)).toEqual([]);
    expect(litterOf(OUTPUT)).toEqual([]);
  });
});

describe('two builds at once', () => {
  test('wait for each other, and end with a whole site', async () => {
    const first = startBuild(EDITIONS[0], OUTPUT);
    const second = startBuild(EDITIONS[1], OUTPUT);
    const ends = await Promise.all([ended(first), ended(second)]);
    expect(ends.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    const waited = ends.flatMap(({ printed }) => printed.match(/Another build is running.*/g) ?? []);
    expect(waited).toEqual(['Another build is running. This one waits until it has ended.']);
    expect(wrongIn(OUTPUT)).toEqual([]);
    expect(manifests).toContain(manifestOf(OUTPUT));
    expect(litterOf(OUTPUT)).toEqual([]);
  });

  test('where the first is killed go on with the second', async () => {
    await build(1);
    forget(0);
    const first = startBuild(EDITIONS[0], OUTPUT);
    const end = ended(first);
    // The process that compiles is another one, and the second build begins to compile the same.
    while (kept(0, 'unfinished-*').length === 0) await delay(20);
    const second = startBuild(EDITIONS[0], OUTPUT);
    await new Promise<void>((resolve) => {
      second.stdout.on('data', (chunk) => String(chunk).includes('Another build is running') && resolve());
    });
    first.kill('SIGKILL');
    await end;
    const { exitCode } = await ended(second);
    expect(exitCode).toBe(0);
    expect(manifestOf(OUTPUT)).toBe(manifests[0]);
    expect(litterOf(OUTPUT)).toEqual([]);
  });
});

describe('a site on a build service', () => {
  test('is a plain folder, and the same', async () => {
    for (const folder of [OUTPUT, STORE]) rmSync(folder, { recursive: true, force: true });
    const { exitCode } = await build(0, { CI: 'true' });
    expect(exitCode).toBe(0);
    expect(() => readlinkSync(OUTPUT)).toThrow('EINVAL');
    expect(manifestOf(OUTPUT)).toBe(manifests[0]);
    expect(wrongIn(OUTPUT)).toEqual([]);
  });
});
