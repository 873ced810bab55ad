import { resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { isOfNoPage } from '../../src/build/folders.ts';

afterEach(() => vi.unstubAllEnvs());

const isWatched = (path: string) => !isOfNoPage(resolve(path));

test('what pages are made from is watched, and no site that was built', () => {
  for (const path of ['.', 'content/site.yaml', 'src', 'src/pages/index.astro', 'public/a.txt', 'astro.config.mjs']) {
    expect(isWatched(path), path).toBe(true);
  }
  for (const path of ['dist', 'dist/index.html', '.dist/a/index.html', 'tests/.output/a.html', 'src2/a.ts']) {
    expect(isWatched(path), path).toBe(false);
  }
});

test('content is watched wherever it is', () => {
  vi.stubEnv('READOUT_CONTENT', 'tests/.output/own');
  expect(isWatched('tests/.output/own/briefings/2026/a.md')).toBe(true);
  expect(isWatched('tests/.output/other/a.md')).toBe(false);
  expect(isWatched('../elsewhere/a.md')).toBe(true);
});
