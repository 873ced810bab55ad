import { describe, expect, test } from 'vitest';
import { faultOf, textOf } from '../../src/build/failure.ts';

const HERE = process.cwd();

describe('a fault of the machine', () => {
  test.each([
    ["ENOSPC: no space left on device, write '/mnt/dist/a.html'", 'The disk is full.'],
    ['ENOSPC: no space left on device, write', 'The disk is full.'],
    ["EDQUOT: disk quota exceeded, open '/mnt/a'", 'The disk is full.'],
    ['Could not write: No space left on device (os error 28)', 'The disk is full.'],
    ['database or disk is full', 'The disk is full.'],
    [`EACCES: permission denied, mkdir '${HERE}/dist/.a'`, 'dist/.a is not open to this user.'],
    ["EROFS: read-only file system, mkdir '/mnt/.dist'", '/mnt/.dist cannot be written to: it is read-only.'],
    ["EMFILE: too many open files, open '/a'", 'This system allows too few open files.'],
    ["EIO: i/o error, read '/a'", '/a cannot be read or written: the disk fails.'],
    [
      "EBUSY: resource busy or locked, rename '/site' -> '/.site/before-1'",
      '/site is a disk of its own or in use. Build to a folder in it.',
    ],
    [
      'Error generating image for /_astro/a.jpg: Error: ENOSPC: no space left on device, write\n  Stack trace:\n    at x (y.js:1:1)',
      'The disk is full.',
    ],
  ])('is told in one sentence: %s', (text, sentence) => {
    expect(faultOf(text)).toBe(sentence);
  });

  test.each([
    'ENOSPC is the code of a full disk',
    'The crane is said to have EACCES: and no more',
    "ENOENT: no such file or directory, open '/a'",
    'content/briefings/2026/crane.md:5:10  error  unknown-topic  "harbor" is not in content/topics.yaml.',
    'Cannot read properties of undefined',
  ])('is not seen in: %s', (text) => {
    expect(faultOf(text)).toBeUndefined();
  });

  test.each([
    ['a full disk', 'database or disk is full', 'The disk is full.'],
    ['a read-only disk', 'attempt to write a readonly database', 'The disk cannot be written to: it is read-only.'],
  ])('is told of %s in the words of SQLite', (_name, text, sentence) => {
    expect(faultOf(text)).toBe(sentence);
  });
});

describe('what ends a build', () => {
  test('is told with its stack, unless it is a mistake in the content', () => {
    expect(textOf(new Error('undefined is not a page'))).toMatch(/undefined is not a page\n\s+at /);
    const message = 'content/a.mdx:1:1  error  mdx-render  nobody is not defined';
    // As it comes out of a thread: of no class of this program.
    expect(textOf(Object.assign(new Error(message), { name: 'ContentError', mistakes: [{}] }))).toBe(message);
  });
});
