import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MANIFEST, parseManifest, verifyFolder } from '../../src/build/manifest.ts';
import { writeManifest } from '../support/manifest.ts';
import { folderWith, writeInto } from '../support/unit-folder.ts';

const SITE = { 'index.html': '<p>Home</p>', 'about/index.html': '<p>About</p>', 'empty.txt': '' };
const DIGEST = 'a'.repeat(64);

/** A folder with a site and its manifest. */
function site(files: Record<string, string | Buffer> = SITE): string {
  const folder = folderWith(files);
  writeManifest(folder);
  return folder;
}

function verified(folder: string): string[] {
  return verifyFolder(folder).differences;
}

describe('the manifest of a site', () => {
  test('names every file but itself with its size in bytes and its SHA-256, a line for each', () => {
    const folder = site({ 'b.txt': 'Ä', '.well-known/security.txt': '', 'a.bin': Buffer.alloc(600_000, 7) });
    const big = createHash('sha256').update(Buffer.alloc(600_000, 7)).digest('hex');
    expect(readFileSync(join(folder, MANIFEST), 'utf8')).toBe(
      [
        '{"version":1,"files":[',
        // The digest of nothing, as FIPS 180-4 has it.
        '{"path":".well-known/security.txt","size":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},',
        `{"path":"a.bin","size":600000,"sha256":"${big}"},`,
        `{"path":"b.txt","size":2,"sha256":"${createHash('sha256').update('Ä').digest('hex')}"}`,
        ']}',
        '',
      ].join('\n'),
    );
  });

  test('has them in the order of their code units, whatever the order on the disk or in a language', () => {
    const paths = ['ä', 'Z', 'a/b', 'a.b', 'a', 'é', 'ab', '\u{1F600}', '\uFF5E'].map((name) => `${name}.txt`);
    const order = (given: string[]) =>
      writeManifest(folderWith(Object.fromEntries(given.map((path) => [path, ''])))).files;
    const expected = ['Z', 'a.b', 'a', 'a/b', 'ab', 'ä', 'é', '\u{1F600}', '\uFF5E'].map((name) => `${name}.txt`);
    expect(order(paths).map(({ path }) => path)).toEqual(expected);
    expect(order([...paths].reverse()).map(({ path }) => path)).toEqual(expected);
  });

  test('is the same when it is written again', () => {
    const folder = site();
    const before = readFileSync(join(folder, MANIFEST), 'utf8');
    expect(writeManifest(folder).text).toBe(before);
  });
});

describe('a folder', () => {
  test('is whole as it was built', () => {
    expect(verifyFolder(site())).toEqual({ differences: [], count: 3 });
  });

  test.each([
    ['a file is missing', (folder: string) => rmSync(join(folder, 'about/index.html')), 'about/index.html is missing'],
    [
      'a file is cut off',
      (folder: string) => truncateSync(join(folder, 'index.html'), 4),
      'index.html is changed: it has 4 bytes, not 11',
    ],
    [
      'a file has other bytes',
      (folder: string) => writeFileSync(join(folder, 'index.html'), '<p>h0me</p>'),
      'index.html is changed: its SHA-256 is another',
    ],
    [
      'a file is too many',
      (folder: string) => writeInto(folder, { 'a/b/c.html': '' }),
      'a/b/c.html is too many: the manifest does not name it',
    ],
    [
      'a link stands where nothing was',
      (folder: string) => symlinkSync('/etc', join(folder, 'etc')),
      'etc is neither a file nor a folder',
    ],
  ])('is not whole where %s', (_name, change, line) => {
    const folder = site();
    change(folder);
    expect(verified(folder)).toEqual([line]);
  });

  test('is not whole where a link stands for a file or a folder with the right content', () => {
    const folder = site();
    for (const name of ['index.html', 'about']) {
      renameSync(join(folder, name), join(folderWith(), 'moved'));
      symlinkSync('/nowhere', join(folder, name));
    }
    expect(verified(folder)).toEqual([
      'about is neither a file nor a folder',
      'about/index.html is missing',
      'index.html is neither a file nor a folder',
    ]);
  });

  test('tells all differences at once, in the order of the paths', () => {
    const folder = site();
    rmSync(join(folder, 'index.html'));
    writeInto(folder, { 'empty.txt': '!', 'zoo.txt': '' });
    expect(verified(folder).map((line) => line.split(' ')[0])).toEqual(['empty.txt', 'index.html', 'zoo.txt']);
  });

  test('tells names that would drive a terminal without doing so', () => {
    const folder = site();
    writeInto(folder, { 'red\u001b[31m.txt': '', 'right\u202Eto-left.txt': '' });
    expect(verified(folder).join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(verified(folder)).toHaveLength(2);
  });

  test('that is reached by a link is looked at behind it', () => {
    const folder = site();
    const link = join(folderWith(), 'dist');
    symlinkSync(folder, link);
    expect(verifyFolder(link)).toEqual({ differences: [], count: 3 });
  });
});

describe('a manifest', () => {
  const file = { path: 'a.html', size: 1, sha256: DIGEST };
  const parsed = (files: unknown, version: unknown = 1) => parseManifest(JSON.stringify({ version, files }));

  test('is read', () => {
    expect(parsed([file])).toEqual([file]);
  });

  test.each([
    '../a.html',
    'a/../../b.html',
    '/etc/passwd',
    '',
    '.',
    './a.html',
    'a//b.html',
    'a/',
    '..\\a.html',
    '\\\\server\\share',
    'C:\\a.html',
    'c:a.html',
    'a\0.html',
  ])('that names the path %j is refused', (path) => {
    expect(() => parsed([{ ...file, path }])).toThrow('is not a manifest of Readout: look at files.0.path');
  });

  test.each([
    ['another version', () => parsed([file], 2)],
    ['a size that is none', () => parsed([{ ...file, size: -1 }])],
    ['a digest that is none', () => parsed([{ ...file, sha256: DIGEST.toUpperCase() }])],
    ['a key too many', () => parsed([{ ...file, mode: 7 }])],
    ['no files', () => parsed(undefined)],
    ['a list alone', () => parseManifest('[]')],
    ['null', () => parseManifest('null')],
    ['nothing', () => parseManifest('')],
    ['half of itself', () => parseManifest('{"version":1,"files":[\n{"pa')],
    ['a file twice', () => parsed([file, file])],
  ])('with %s is refused', (_name, parse) => {
    expect(parse).toThrow(/^build-manifest\.json (is|names)/);
  });

  test('that is missing, or a link, is none', () => {
    const folder = folderWith(SITE);
    expect(() => verifyFolder(folder)).toThrow('There is no');
    const other = site();
    symlinkSync(join(other, MANIFEST), join(folder, MANIFEST));
    expect(() => verifyFolder(folder)).toThrow('There is no');
  });
});
