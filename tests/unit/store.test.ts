import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAhead, Store, type StoredFile } from '../../src/build/store.ts';
import { folderWith } from '../support/unit-folder.ts';

const CRANE = stored('briefings/2026/crane.md', 'one');
const PIER = stored('briefings/2026/pier.md', 'two');

function stored(name: string, digest: string): StoredFile {
  return { name, stamp: '1', digest, reading: '{}', entries: '{}', body: digest };
}

function named(...files: StoredFile[]): Map<string, StoredFile> {
  return new Map(files.map((file) => [file.name, file]));
}

function storeIn(folder: string, version = 'one'): Store {
  return new Store({ file: join(folder, 'store.sqlite'), version });
}

test('a store says whether anybody has changed it since', () => {
  const folder = folderWith();
  const store = storeIn(folder);
  store.put([CRANE, PIER], []);
  expect(store.holds(named(CRANE, PIER))).toBe(true);
  expect(store.holds(named(CRANE))).toBe(false);
  const check = storeIn(folder);
  check.put([stored(PIER.name, 'three')], []);
  expect(store.holds(named(CRANE, PIER))).toBe(false);
  check.remove([PIER.name]);
  expect(store.holds(named(CRANE, PIER))).toBe(false);
  expect(store.holds(named(CRANE))).toBe(true);
  for (const opened of [store, check]) opened.close();
});

test('a store that was damaged is made anew', () => {
  const folder = folderWith();
  writeFileSync(join(folder, 'store.sqlite'), 'This is no database, and longer than the head of one. '.repeat(20));
  const store = storeIn(folder);
  store.put([CRANE], []);
  expect(store.holds(named(CRANE))).toBe(true);
  store.close();
});

test('what is read ahead is what was stored under the same version, whoever else has it open', () => {
  const folder = folderWith();
  const at = { file: join(folder, 'store.sqlite'), version: 'one' };
  expect(readAhead(at)).toEqual(new Map());
  const store = new Store(at);
  const entries = JSON.stringify({ collection: 'briefings', id: '2026/crane', entries: [{ id: '2026/crane' }] });
  store.put(
    [
      { ...CRANE, entries },
      { ...PIER, entries: '' },
    ],
    [],
  );
  const ahead = new Map([[CRANE.name, { digest: 'one', stored: store.entriesOf(CRANE.name) }]]);
  expect(store.entriesOf(CRANE.name)).toEqual(JSON.parse(entries));
  expect(readAhead(at)).toEqual(ahead);
  expect(readAhead({ ...at, version: 'two' })).toEqual(new Map());
  store.close();
  writeFileSync(at.file, 'no database');
  expect(readAhead(at)).toEqual(new Map());
});
