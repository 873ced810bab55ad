import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { inProcess } from '../../src/build/processes.ts';
import { Turns } from '../../src/build/render.ts';
import { startThread } from '../../src/build/threads.ts';
import type { Act } from '../support/unit-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'readout-'));
afterAll(() => rmSync(folder, { recursive: true }));

const supported = (name: string) => new URL(`../support/${name}`, import.meta.url).href;

describe('a process of a build', () => {
  const does = (task: Act) => inProcess(supported('unit-process.ts'), task);

  test('has ended its work when it is told to have', async () => {
    const file = join(folder, 'paper');
    await does({ act: 'write', file });
    expect(readFileSync(file, 'utf8')).toBe('written');
  });

  test('that fails says why', async () => {
    await expect(does({ act: 'fail' })).rejects.toThrow('There is no paper.');
  });

  test('that ends without a word has failed', async () => {
    await expect(does({ act: 'die' })).rejects.toThrow('A process of the build ended early.');
  });

  test.each([0, 300])('ends with a build that has no use for it after %i ms', async (wait) => {
    const build = fileURLToPath(supported('unit-waiting-build.ts'));
    // Whoever runs it waits until nothing that it has started can print any more.
    const ended = promisify(execFile)(process.execPath, [build, String(wait)]);
    await expect(ended).resolves.toMatchObject({ stderr: '' });
  });
});

describe('a thread', () => {
  const thread = () => startThread<{ word: string }, string>(supported('unit-thread.ts'));

  test('gives back what it has done', async () => {
    expect(await thread().run({ word: 'once' })).toBe('once again');
  });

  test('that fails says why, and one that ends without a word has failed', async () => {
    await expect(thread().run({ word: 'fail' })).rejects.toThrow('There is no ink.');
    await expect(thread().run({ word: 'leave' })).rejects.toThrow('A thread ended with 0.');
  });

  test('that is not needed ends', async () => {
    const spare = thread();
    spare.end();
    await expect(spare.run({ word: 'once' })).rejects.toThrow('A thread ended');
  });
});

describe('those who render the same site', () => {
  const folders = Array.from({ length: 100 }, (_, number) => [{ path: `${number}/index.html` }]) as never;

  test('have each folder once between them', () => {
    const turns = new Turns();
    const taken = [turns, new Turns(turns.shared)].map((those) => those.take(0, folders));
    const paths = Array.from({ length: 200 }).flatMap((_, index) => taken[index % 2]?.next().value?.path ?? []);
    expect(new Set(paths).size).toBe(100);
    expect(paths).toHaveLength(100);
  });

  test('begin with nothing more when one of them has failed', () => {
    const turns = new Turns();
    const taken = turns.take(0, folders);
    taken.next();
    new Turns(turns.shared).stop();
    // What it has begun with, and nothing else.
    expect([...taken].length).toBeLessThan(16);
    expect([...turns.take(1, folders)]).toEqual([]);
  });
});
