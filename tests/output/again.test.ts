import { appendFileSync, cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { cacheFolder, compiledCode } from '../../src/build/folders.ts';
import { buildSite } from '../support/build.ts';
import { manifestOf, wrongIn } from '../support/whole.ts';

const OUTPUT = 'tests/.output';
const CONTENT = `${OUTPUT}/again-content`;
const SITE = `${OUTPUT}/again`;

beforeEach(async () => {
  for (const path of [CONTENT, SITE, `${OUTPUT}/.again`]) rmSync(path, { recursive: true, force: true });
  cpSync('content', CONTENT, { recursive: true });
  await build();
}, 120_000);

describe('what somebody has written into the site', () => {
  test.each(['*.html', '_astro/**/*.woff2', '*.svg', 'robots.txt'])(
    'is mended by the next build: %s',
    async (names) => {
      const [name = ''] = globSync(names, { cwd: SITE });
      appendFileSync(`${SITE}/${name}`, ' ');
      expect(wrongIn(SITE)).toHaveLength(1);
      await build();
      expect(wrongIn(SITE)).toEqual([]);
    },
  );
});

describe('where nothing but site.yaml changes', () => {
  test('texts lead to the addresses of now', async () => {
    const site = readFileSync(`${CONTENT}/site.yaml`, 'utf8');
    writeFileSync(`${CONTENT}/site.yaml`, site.replace('readout.example/', 'readout.example/news/'));
    await build();
    // The same content at another place, of which no build knows anything.
    const other = `${OUTPUT}/again-other-content`;
    rmSync(other, { recursive: true, force: true });
    cpSync(CONTENT, other, { recursive: true });
    const { exitCode, printed, folder } = await buildSite(other, 'again-other');
    expect(exitCode, printed).toBe(0);
    expect(manifestOf(SITE)).toBe(manifestOf(folder));
  });

  test('and not a byte of the site with it, pages are rendered once and not again', async () => {
    appendFileSync(`${CONTENT}/site.yaml`, 'extras: [json, cards, markdown, newsletters, archives, search]\n');
    expect(await build()).toContain(' 0 as they were. Nothing has changed');
    const again = await build();
    expect(again).toContain('Nothing has changed');
    expect(again).not.toContain(' 0 as they were');
  });
});

describe('on a build service, which keeps the caches and not the site', () => {
  const copied = `${OUTPUT}/again-caches`;
  const caches = cacheFolder(resolve(CONTENT));

  test('only what has changed is rendered, also where copies of the caches have another time', async () => {
    await build({ CI: 'true' });
    const first = manifestOf(SITE);
    for (const path of [SITE, `${OUTPUT}/.again`, copied]) rmSync(path, { recursive: true, force: true });
    cpSync(caches, copied, { recursive: true });
    rmSync(caches, { recursive: true });
    cpSync(copied, caches, { recursive: true });
    const [rendered = 0, kept = 0] = (await build({ CI: 'true' })).match(/\d+/g)?.map(Number) ?? [];
    // A few are rendered in each build.
    expect(kept).toBeGreaterThan(rendered * 5);
    expect(wrongIn(SITE)).toEqual([]);
    expect(manifestOf(SITE)).toBe(first);
  });

  test('and nothing is kept where it is not asked for', async () => {
    await build({ CI: 'true' });
    expect(wrongIn(`${caches}/site`)).toEqual([]);
    await build({ CI: '' });
    expect(existsSync(`${caches}/site`)).toBe(false);
  });
});

test('what Node has compiled of the code is kept, also by a build that compiles the pages anew', async () => {
  const code = compiledCode(cacheFolder(resolve(CONTENT)));
  // The runner of the tests has a place of its own for that.
  const asUsers = { NODE_COMPILE_CACHE: undefined };
  rmSync(code, { recursive: true, force: true });
  await build(asUsers);
  expect(globSync('*/*', { cwd: code }).length).toBeGreaterThan(20);
  writeFileSync(`${code}/of-before`, '');
  writeFileSync(
    `${CONTENT}/site.yaml`,
    readFileSync(`${CONTENT}/site.yaml`, 'utf8').replace(/^tagline: .*/m, 'tagline: New'),
  );
  await build(asUsers);
  expect(existsSync(`${code}/of-before`)).toBe(false);
  expect(globSync('*/*', { cwd: code }).length).toBeGreaterThan(20);
  expect(wrongIn(SITE)).toEqual([]);
});

/** Returns what was printed. */
async function build(variables: NodeJS.ProcessEnv = {}): Promise<string> {
  const { exitCode, printed } = await buildSite(CONTENT, 'again', variables);
  expect(exitCode, printed).toBe(0);
  return printed;
}
