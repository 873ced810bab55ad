import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Build, buildSite } from '../support/build.ts';
import { litterOf, manifestOf, stateOf, writeEdition, wrongIn } from '../support/whole.ts';

const DISK = 'tests/.output/disk';
const OUTPUT = `${DISK}/site`;
const EDITIONS = ['tests/.output/disk-first', 'tests/.output/disk-second'] as const;
const LARGE = 64 * 1024;

/** A small disk in memory where this user may mount one; else one that is simulated in the build. */
let mounted = false;
/** The manifest of the second edition, built with room enough. */
let wanted = '';

function build(content: string, variables: NodeJS.ProcessEnv = {}): Promise<Build> {
  return buildSite(content, 'disk/site', { CI: undefined, ...variables });
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

/** How far a build got. */
function stageOf(printed: string): 'bundle' | 'pages' | 'images' {
  if (printed.includes('Unable to generate optimized image')) return 'images';
  return printed.includes('├─') ? 'pages' : 'bundle';
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

test('a disk that is full at any stage leaves the old site as it was, and room makes the build work', async () => {
  const before = stateOf(OUTPUT);
  const tries: string[] = [];
  let room = 0;
  let last = await buildWith(room);
  for (; last.exitCode !== 0 && tries.length < 30; last = await buildWith(room)) {
    expectRefusal(last);
    expect(wrongIn(OUTPUT)).toEqual([]);
    expect(stateOf(OUTPUT)).toEqual(before);
    expect(litterOf(OUTPUT)).toEqual([]);
    const stage = stageOf(last.printed);
    tries.push(`${room} kB ${stage}`);
    // Pages and the picture are small beside the code that makes them, of which the simulated disk sees nothing.
    if (stage === 'bundle') room += room === 0 && mounted ? 2000 : 400;
    else room += 150;
  }
  console.log(`Full: ${tries.join(', ')}; enough: ${room} kB`);
  expect(last.exitCode, last.printed).toBe(0);
  expect(new Set(tries.map((text) => text.split(' ').at(-1)))).toEqual(new Set(['bundle', 'pages', 'images']));
  expect(manifestOf(OUTPUT)).toBe(wanted);
  expect(wrongIn(OUTPUT)).toEqual([]);
  expect(litterOf(OUTPUT)).toEqual([]);
}, 240_000);

test('a disk that is full when the manifest is written leaves the old site as it was', async () => {
  resize(LARGE);
  const before = stateOf(OUTPUT);
  // No size of a disk ends there: what the pages were made with is gone by then, and was larger.
  const refused = await build(EDITIONS[0], simulated({ DISK_FILE: 'build-manifest.json' }));
  expectRefusal(refused);
  expect(refused.printed).toContain('(1/1)');
  expect(stateOf(OUTPUT)).toEqual(before);
  expect(litterOf(OUTPUT)).toEqual([]);
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
