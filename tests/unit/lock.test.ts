import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { takeLock } from '../../src/build/lock.ts';
import { folderWith } from '../support/unit-folder.ts';

/** A process that takes the lock, says so, and holds it until it is killed. */
async function holder(file: string): Promise<ChildProcess> {
  const module = JSON.stringify(pathToFileURL('src/build/lock.ts').href);
  const code = `const { takeLock } = await import(${module});
    await takeLock(${JSON.stringify(file)}, () => console.log('waits'));
    console.log('holds');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  return child;
}

test('a lock that another process holds is waited for, and is free once it is killed', async () => {
  const file = join(folderWith(), 'deep', 'build.lock');
  const child = await holder(file);
  const waits = vi.fn();
  let taken = false;
  const taking = takeLock(file, waits).then((lock) => {
    taken = true;
    return lock;
  });
  await vi.waitFor(() => expect(waits).toHaveBeenCalled());
  // For several turns, of which only the first is told.
  await delay(500);
  expect(taken).toBe(false);
  child.kill('SIGKILL');
  const lock = await taking;
  expect(waits).toHaveBeenCalledTimes(1);
  // And nothing is left behind but the file itself, not even the journal of the killed process.
  expect(readdirSync(join(file, '..'))).toEqual(['build.lock']);
  lock.release();
});

test('a lock that was let go is taken at once', async () => {
  const file = join(folderWith(), 'build.lock');
  const waits = vi.fn();
  (await takeLock(file, waits)).release();
  (await takeLock(file, waits)).release();
  expect(waits).not.toHaveBeenCalled();
});

test('what cannot be locked is said in a sentence', async () => {
  const folder = folderWith();
  await expect(takeLock(folder, () => {})).rejects.toThrow(`${folder} cannot be locked: unable to open database file.`);
});
