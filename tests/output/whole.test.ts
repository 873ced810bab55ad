import {
  appendFileSync,
  cpSync,
  existsSync,
  globSync,
  readFileSync,
  readlinkSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Build, buildSite, ended, startBuild } from '../support/build.ts';
import { random } from '../support/random.ts';
import { litterOf, manifestOf, stateOf, writeEdition, wrongIn } from '../support/whole.ts';

const NAME = 'whole';
const OUTPUT = `tests/.output/${NAME}`;
const STORE = `tests/.output/.${NAME}`;
const EDITIONS = ['tests/.output/whole-first', 'tests/.output/whole-second'] as const;

/** The manifest of each edition, built with nothing in the way. */
const manifests: string[] = [];
/** How long the last build took that was let be, in milliseconds. */
let length = 0;

/** Builds one of the editions to the output, and measures it. */
async function build(edition: number, variables: NodeJS.ProcessEnv = {}): Promise<Build> {
  const start = performance.now();
  const built = await buildSite(EDITIONS[edition] ?? '', NAME, { CI: undefined, ...variables });
  length = performance.now() - start;
  return built;
}

beforeAll(async () => {
  for (const folder of [OUTPUT, STORE]) rmSync(folder, { recursive: true, force: true });
  for (const [edition, folder] of EDITIONS.entries()) {
    await writeEdition(folder, `edition ${edition}`);
    const { exitCode, printed } = await build(edition);
    if (exitCode !== 0) throw new Error(printed);
    manifests.push(manifestOf(OUTPUT));
  }
  expect(manifests[0]).not.toBe(manifests[1]);
});

describe('a build that is killed', () => {
  // As parts of the time that the build before took.
  const moments = Array.from({ length: 20 }, random(20260127));
  const told: string[] = [];

  test.each(moments)('after %f of its time leaves a whole site, and the next one works', async (moment) => {
    let killed = false;
    for (let part = moment; !killed; part *= 0.8) {
      const [old, edition] = manifestOf(OUTPUT) === manifests[0] ? [0, 1] : [1, 0];
      killed = await isKilled(edition, part * length);
      const served = manifests.indexOf(manifestOf(OUTPUT));
      expect(wrongIn(OUTPUT)).toEqual([]);
      // The machine may be faster this time: what has ended is repeated with the other edition, and killed sooner.
      expect(served).toBeOneOf(killed ? [old, edition] : [edition]);
      if (!killed) continue;
      tearCaches();
      told.push(`${Math.round(part * length)} of ${Math.round(length)} ms: ${served === old ? 'old' : 'new'}`);
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
  const child = startBuild(EDITIONS[edition] ?? '', OUTPUT, { CI: undefined });
  const end = ended(child);
  await delay(milliseconds);
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  return (await end).exitCode === null;
}

/** What a killed build was writing may end anywhere: here everything that it may have written does. */
function tearCaches(): void {
  for (const mark of globSync('node_modules/.astro/*/unfinished')) {
    for (const path of globSync(`${dirname(mark)}/{fonts,assets}/*`)) truncateSync(path, 100);
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
    const { exitCode } = await buildSite(broken, NAME, { CI: undefined });
    expect(exitCode).toBe(code);
    expect(stateOf(OUTPUT)).toEqual(before);
    expect(litterOf(OUTPUT)).toEqual([]);
  });
});

describe('a site', () => {
  test('that has not changed keeps its files and their times', async () => {
    const edition = manifests.indexOf(manifestOf(OUTPUT));
    const before = stateOf(OUTPUT);
    const { exitCode, printed } = await build(edition);
    expect(exitCode).toBe(0);
    // Pictures are not drawn again.
    expect(printed).toContain('(reused cache entry)');
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
    const first = startBuild(EDITIONS[0], OUTPUT, { CI: undefined });
    const second = startBuild(EDITIONS[1], OUTPUT, { CI: undefined });
    const ends = await Promise.all([ended(first), ended(second)]);
    expect(ends.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    const waited = ends.flatMap(({ printed }) => printed.match(/Another build is running.*/g) ?? []);
    expect(waited).toEqual(['Another build is running. This one waits until it has ended.']);
    expect(wrongIn(OUTPUT)).toEqual([]);
    expect(manifests).toContain(manifestOf(OUTPUT));
    expect(litterOf(OUTPUT)).toEqual([]);
  });

  test('where the first is killed go on with the second', async () => {
    const first = startBuild(EDITIONS[0], OUTPUT, { CI: undefined });
    const end = ended(first);
    while (!existsSync(STORE) || litterOf(OUTPUT).length === 0) await delay(20);
    const second = startBuild(EDITIONS[1], OUTPUT, { CI: undefined });
    await new Promise<void>((resolve) => {
      second.stdout.on('data', (chunk) => String(chunk).includes('Another build is running') && resolve());
    });
    first.kill('SIGKILL');
    await end;
    const { exitCode } = await ended(second);
    expect(exitCode).toBe(0);
    expect(manifestOf(OUTPUT)).toBe(manifests[1]);
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
