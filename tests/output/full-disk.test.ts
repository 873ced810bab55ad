import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cacheFolder } from '../../src/build/folders.ts';
import { type Build, buildSite } from '../support/build.ts';
import { litterOf, manifestOf, stateOf, writeEdition, wrongIn } from '../support/whole.ts';

const DISK = 'tests/.output/disk';
const OUTPUT = `${DISK}/site`;
const EDITIONS = ['tests/.output/disk-first', 'tests/.output/disk-second'] as const;
const LARGE = 64 * 1024;
const LOG = 'tests/.output/disk-log.txt';

/** A small disk in memory where this user may mount one; else one that is simulated in the build. */
let mounted = false;
/** The manifest of the second edition, built with room enough. */
let wanted = '';

function build(content: string, variables: NodeJS.ProcessEnv = {}): Promise<Build> {
  return buildSite(content, 'disk/site', variables);
}

/** Loads the disk that is simulated into a build. */
function simulated(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const loader = `--import ${resolve('tests/support/full-disk.ts')}`;
  return { NODE_OPTIONS: loader, DISK_BELOW: resolve(DISK), ...variables };
}

/** Makes the disk in memory so many kilobytes large. */
function resize(size: number): void {
  if (!mounted) return;
  const { status, stderr } = spawnSync('mount', ['-o', `remount,size=${size}k`, DISK], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Builds the second edition on a disk that has so many kilobytes left. */
function buildWith(room: number): Promise<Build> {
  if (!mounted) return build(EDITIONS[1], simulated({ DISK_ROOM: String(room * 1024) }));
  const { blocks, bfree, bsize } = statfsSync(DISK);
  resize(((blocks - bfree) * bsize) / 1024 + room);
  return build(EDITIONS[1]);
}

/** What builds of the second edition keep for the next one. */
function forget(pattern: string): void {
  for (const path of globSync(`${cacheFolder(resolve(EDITIONS[1]))}/${pattern}`)) rmSync(path, { recursive: true });
}

function expectRefusal({ exitCode, printed }: Build): void {
  expect(exitCode).toBe(2);
  const told = printed.split('\n').filter((line) => line.includes('disk is full'));
  expect(told).toEqual([`The disk is full. Nothing was published: ${OUTPUT} is as it was.`]);
  expect(printed).not.toMatch(/^\s+at |Stack trace/m);
}

beforeAll(async () => {
  spawnSync('umount', [DISK]);
  rmSync(DISK, { recursive: true, force: true });
  mkdirSync(DISK, { recursive: true });
  for (const [number, folder] of EDITIONS.entries()) await writeEdition(folder, `edition ${number}`);
  const { exitCode, printed } = await build(EDITIONS[1]);
  if (exitCode !== 0) throw new Error(printed);
  wanted = manifestOf(OUTPUT);
  for (const folder of [OUTPUT, `${DISK}/.site`]) rmSync(folder, { recursive: true });
  mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${LARGE}k`, 'tmpfs', DISK]).status === 0;
  console.log(
    mounted ? 'The full disk is a small one in memory.' : 'No disk can be mounted: the full one is simulated.',
  );
  const first = await build(EDITIONS[0]);
  if (first.exitCode !== 0) throw new Error(first.printed);
});

afterAll(() => {
  if (mounted) spawnSync('umount', [DISK]);
});

test('a disk that is full at any time leaves the old site as it was, and room makes the build work', async () => {
  const before = stateOf(OUTPUT);
  const tries: number[] = [];
  let room = 0;
  let last = await buildWith(room);
  for (; last.exitCode !== 0 && tries.length < 30; last = await buildWith(room)) {
    expectRefusal(last);
    expect(wrongIn(OUTPUT)).toEqual([]);
    expect(stateOf(OUTPUT)).toEqual(before);
    expect(litterOf(OUTPUT)).toEqual([]);
    tries.push(room);
    room += 300;
  }
  console.log(`Full: ${tries.join(', ')}; enough: ${room} kB`);
  expect(last.exitCode, last.printed).toBe(0);
  expect(tries.length).toBeGreaterThan(2);
  expect(manifestOf(OUTPUT)).toBe(wanted);
  expect(wrongIn(OUTPUT)).toEqual([]);
  expect(litterOf(OUTPUT)).toEqual([]);
}, 240_000);

describe('a disk that is full', () => {
  beforeAll(async () => {
    resize(LARGE);
    const { exitCode, printed } = await build(EDITIONS[0]);
    if (exitCode !== 0) throw new Error(printed);
  });

  test.each([
    ['a page is written', '/building-[^/]+/topics/index\\.html$', ''],
    ['a picture is taken over', '/building-[^/]+/_astro/[^/]+\\.webp$', ''],
    ['the files for servers are written', '/building-[^/]+/_headers$', ''],
    ['the manifest is written', '/building-[^/]+/build-manifest\\.json$', ''],
    ['fonts are copied', '/out/_astro/.*\\.woff2$', 'renderer-*'],
    ['a picture is made', '/out/_astro/.*\\.webp$', 'renderer-*'],
    ['the compiled pages are kept', '/renderer\\.json$', 'renderer-*'],
    ['a card is kept', '/cards/', '../cards'],
  ])('when %s leaves the old site as it was', async (_stage, file, forgotten) => {
    if (forgotten !== '') forget(forgotten);
    const before = stateOf(OUTPUT);
    rmSync(LOG, { force: true });
    const refused = await build(EDITIONS[1], simulated({ DISK_FILE: file, DISK_LOG: LOG }));
    expect(readFileSync(LOG, 'utf8')).toMatch(new RegExp(file, 'm'));
    expectRefusal(refused);
    expect(stateOf(OUTPUT)).toEqual(before);
    expect(litterOf(OUTPUT)).toEqual([]);
    expect(globSync(`${cacheFolder(resolve(EDITIONS[1]))}/unfinished-*`)).toEqual([]);
  });

  test('when what was read is kept leaves the old site as it was', async () => {
    forget('store.sqlite*');
    const before = stateOf(OUTPUT);
    expectRefusal(await build(EDITIONS[1], simulated({ DISK_STORE: 'full' })));
    expect(stateOf(OUTPUT)).toEqual(before);
    expect(litterOf(OUTPUT)).toEqual([]);
  });

  test('after the site was published lets it stand, and says what that means', async () => {
    const { exitCode, printed } = await build(EDITIONS[1], simulated({ DISK_FILE: '/notes\\.json' }));
    expect(exitCode, printed).toBe(0);
    expect(printed).toContain('warning  The disk is full. The next build has to render everything.');
    expect(manifestOf(OUTPUT)).toBe(wanted);
    expect(litterOf(OUTPUT)).toEqual([]);
    expect(await build(EDITIONS[1])).toMatchObject({ exitCode: 0 });
    expect(manifestOf(OUTPUT)).toBe(wanted);
    expect(wrongIn(OUTPUT)).toEqual([]);
  });
});

test('a page that is lost on its way to the disk is not published as a site without it', async () => {
  resize(LARGE);
  const before = stateOf(OUTPUT);
  const { exitCode, printed } = await build(EDITIONS[0], simulated({ DISK_LOSES: 'topics/index.html' }));
  expect(exitCode).toBe(2);
  expect(printed).toContain(
    `topics/index.html was built and is not on the disk. Nothing was published: ${OUTPUT} is as it was.`,
  );
  expect(stateOf(OUTPUT)).toEqual(before);
  expect(litterOf(OUTPUT)).toEqual([]);
});
