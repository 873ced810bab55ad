import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginCache, cleanCards, endCache } from '../../src/build/caches.ts';
import { folderWith, textsIn, writeInto } from '../support/unit-folder.ts';

const FILES = { 'fonts/a.woff2': 'font', 'assets/crane.webp': 'image' };

/** The sizes that the site has. */
const SITE = [
  { path: '_astro/crane.webp', size: 5, sha256: '' },
  { path: '_astro/pier.webp', size: 9, sha256: '' },
];

test('the cache of a build that ended well is used again', () => {
  const folder = folderWith(FILES);
  beginCache(folder);
  endCache(folder, SITE);
  beginCache(folder);
  expect(textsIn(folder)).toEqual({ ...FILES, unfinished: '' });
});

test('the cache of a build that did not end is forgotten', () => {
  const folder = join(folderWith(), 'cache');
  beginCache(folder);
  writeInto(folder, FILES);
  beginCache(folder);
  expect(textsIn(folder)).toEqual({ unfinished: '' });
});

test('an image that was not written to its end is forgotten, and no other', () => {
  const folder = folderWith({ ...FILES, 'assets/pier.webp': 'half', 'assets/old.webp': 'older' });
  endCache(folder, SITE);
  expect(Object.keys(textsIn(folder)).sort()).toEqual(['assets/crane.webp', 'assets/old.webp', 'fonts/a.woff2']);
});

test('cards that were being drawn are removed, and those that are complete stay', () => {
  const folder = folderWith({ 'ab.png': 'card', 'cd.png.4711': 'half' });
  cleanCards(folder);
  expect(textsIn(folder)).toEqual({ 'ab.png': 'card' });
  cleanCards(join(folder, 'nowhere'));
});
