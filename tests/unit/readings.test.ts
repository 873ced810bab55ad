import { appendFileSync, cpSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CheckOptions, type Inspection, inspectContent, inspectReadings } from '../../src/checks/content.ts';
import { listFolder } from '../../src/checks/folder.ts';
import { readImage } from '../../src/checks/images.ts';
import { formatMistake } from '../../src/checks/mistake.ts';
import { type Reading, readFile } from '../../src/checks/reading.ts';
import { readingVersion } from '../../src/checks/reading-version.ts';
import { LEAST, withFolder } from '../support/unit-content-folder.ts';
import { folderWith, writeInto } from '../support/unit-folder.ts';
import { contentOf } from '../support/unit-publications.ts';

const PUBLICATIONS = ['bad', 'good', 'warned'].flatMap((set) =>
  readdirSync(`tests/publications/${set}`).map((name): [string, string] => [set, name]),
);

const OPTIONS: CheckOptions = { instantOf: (configured) => configured ?? '2026-01-27T00:00:00Z' };

function readingsOf(folder: string): Reading[] {
  return listFolder(folder).entries.map(({ name }) => readFile(folder, name));
}

/** The same reading as a file of JSON would keep it. */
function kept<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  return JSON.parse(text);
}

function inspect(folder: string, readings: readonly Reading[]): Inspection {
  const listing = listFolder(folder);
  const images = listing.images.map((name) => readImage(folder, name));
  return inspectReadings({ folder, listing, readings, images: kept(images) }, OPTIONS);
}

/** What a publication says, without the texts of its bodies. */
function saidBy({ publication, mistakes, asOf }: Inspection) {
  const bare = Object.values(publication).map((entries: object[]) => entries.map((entry) => ({ ...entry, body: '' })));
  return { asOf, mistakes, bare };
}

describe('readings that were kept', () => {
  test.each(PUBLICATIONS)('tell of %s/%s what its files do', (set, name) => {
    const folder = contentOf(set, name);
    const readings = readingsOf(folder);
    expect(kept(readings)).toStrictEqual(readings);
    expect(structuredClone(readings)).toStrictEqual(readings);
    const direct = inspectContent(folder, OPTIONS);
    expect(saidBy(inspect(folder, kept(readings)))).toStrictEqual(saidBy(direct));
  });

  test('tell what stands in others when those change', () => {
    withFolder(
      { ...LEAST, 'pages/about.md': '---\ntitle: A\ndescription: B\n---\n\n[C](/briefings/2026/crane/#Facts)\n' },
      (folder) => {
        const before = kept(readingsOf(folder));
        expect(inspect(folder, before).mistakes).toEqual([]);
        renameSync(join(folder, 'briefings/2026/crane.md'), join(folder, 'briefings/2026/cranes.md'));
        writeFileSync(join(folder, 'sources.yaml'), '- id: port\n  name: The port\n');
        const fresh = new Map(readingsOf(folder).map((reading) => [reading.name, reading]));
        const known = new Map(before.map((reading) => [reading.name, reading]));
        const mixed = [...fresh].map(([name, reading]) =>
          name === 'sources.yaml' ? reading : (known.get(name) ?? reading),
        );
        expect(inspect(folder, mixed).mistakes.map(formatMistake)).toEqual(
          inspectContent(folder, OPTIONS).mistakes.map(formatMistake),
        );
      },
    );
  });

  test('of a file that is gone meanwhile still tell its mistakes', () => {
    withFolder(LEAST, (folder) => {
      const text = LEAST['briefings/2026/crane.md']?.replace('by: office', 'by: offce') ?? '';
      writeFileSync(join(folder, 'briefings/2026/crane.md'), text);
      const readings = readingsOf(folder);
      const listing = listFolder(folder);
      renameSync(join(folder, 'briefings'), join(folder, '.gone'));
      const { mistakes } = inspectReadings({ folder, listing, readings, images: [] }, OPTIONS);
      expect(mistakes).toMatchObject([{ rule: 'unknown-source', line: 1, column: 1 }]);
    });
  });
});

describe('a reading', () => {
  test('has the digest of its bytes, and none where they could not be read', () => {
    withFolder({ ...LEAST, 'pages/long.md': 'x'.repeat(1_000_001) }, (folder) => {
      const digest = (name: string) => readFile(folder, name).digest;
      const before = digest('site.yaml');
      expect(before).toMatch(/^[0-9a-f]{64}$/);
      expect(digest('site.yaml')).toBe(before);
      appendFileSync(join(folder, 'site.yaml'), '\n');
      expect(digest('site.yaml')).not.toBe(before);
      expect(digest('pages/long.md')).toBeUndefined();
    });
  });

  test('is the same in a folder of another name', () => {
    withFolder(LEAST, (folder) => {
      const other = join(folder, '../elsewhere');
      cpSync(folder, other, { recursive: true });
      expect(readingsOf(other)).toStrictEqual(readingsOf(folder));
    });
  });

  test('leaves out what is marked at the start of a file as UTF-8, each time', () => {
    withFolder(LEAST, (folder) => {
      const name = 'briefings/2026/crane.md';
      writeFileSync(join(folder, name), `\uFEFF${LEAST[name]}`);
      for (const _again of [1, 2]) expect(readFile(folder, name)).toMatchObject({ state: 'whole', mistakes: [] });
    });
  });

  test('of a value of minus nothing is that of nothing, as JSON keeps it', () => {
    const values = '[{ on: 2025, value: -0 }, { on: 2026, value: -0.0 }]';
    const series = `series: [{ id: a, label: A, lines: [{ by: office, values: ${values} }] }]\n`;
    withFolder(LEAST, (folder) => {
      writeFileSync(
        join(folder, 'briefings/2026/crane.md'),
        (LEAST['briefings/2026/crane.md'] ?? '').replace('---\n', `---\n${series}`),
      );
      const reading = readFile(folder, 'briefings/2026/crane.md');
      expect(reading).toMatchObject({ state: 'whole', mistakes: [] });
      expect(kept(reading)).toStrictEqual(reading);
    });
  });

  test('is of a file that has a place alone', () => {
    withFolder(LEAST, (folder) => {
      expect(() => readFile(folder, 'notes.txt')).toThrow(RangeError);
    });
  });
});

describe('the version of readings', () => {
  const code = { 'src/checks/a.ts': 'a', 'src/schemas/b.ts': 'b', 'src/markdown/c.ts': 'c', 'package-lock.json': '{}' };

  test.each(Object.keys(code))('is another one when %s changes, and the same when it is as before', (name) => {
    const root = folderWith(code);
    const before = readingVersion(root, 'v1');
    writeInto(root, { [name]: 'changed' });
    expect(readingVersion(root, 'v1')).not.toBe(before);
    writeInto(root, code);
    expect(readingVersion(root, 'v1')).toBe(before);
  });

  test('is another one with another Node or another file, and the same in another folder', () => {
    const root = folderWith(code);
    const before = readingVersion(root, 'v1');
    expect(readingVersion(root, 'v2')).not.toBe(before);
    expect(readingVersion(folderWith(code), 'v1')).toBe(before);
    mkdirSync(join(root, 'src/checks/more'));
    writeFileSync(join(root, 'src/checks/more/d.ts'), '');
    expect(readingVersion(root, 'v1')).not.toBe(before);
  });
});
