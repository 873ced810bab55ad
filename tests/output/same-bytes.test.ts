import { copyFileSync, cpSync, globSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { cacheFolder } from '../../src/build/folders.ts';
import { differences, parseManifest } from '../../src/build/manifest.ts';
import { buildSite } from '../support/build.ts';
import { PORT } from '../support/port.ts';
import { manifestOf } from '../support/whole.ts';

const COPY = 'tests/.output/port-elsewhere';

/** Where it is a day later and where it is a day earlier, the second with other rules for letters and in another folder. */
const PLACES = [
  { name: 'kiritimati', content: PORT.content, TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' },
  { name: 'adak', content: COPY, TZ: 'America/Adak', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
];

const CARDS = 'node_modules/.astro/cards';

/** Of a publication with dates on every side of midnight. */
const manifests = new Map<string, string>();

/** After each build, when each card in the cache was drawn. */
const drawn: [string, number][][] = [];

beforeAll(async () => {
  copyBackwards(PORT.content, COPY);
  for (const { name, content, ...variables } of PLACES) {
    // The first draws all its cards, and the second finds them in the cache.
    if (name === 'kiritimati') rmSync(CARDS, { recursive: true, force: true });
    // Both are built for the first time, however often the tests have run.
    for (const site of [name, `.${name}`]) rmSync(`tests/.output/${site}`, { recursive: true, force: true });
    const { exitCode, printed, folder } = await buildSite(content, name, variables);
    if (exitCode !== 0) throw new Error(printed);
    manifests.set(name, manifestOf(folder));
    drawn.push(timesOfCards());
  }
});

test('a publication gives the same bytes wherever it is built', () => {
  const [first = '', second = ''] = PLACES.map(({ name }) => manifests.get(name));
  const files = parseManifest(first);
  expect(files.length).toBeGreaterThan(300);
  for (const kind of ['html', 'xml', 'json', 'ics', 'md', 'txt', 'png', 'opml']) {
    expect(
      files.some(({ path }) => path.endsWith(`.${kind}`)),
      kind,
    ).toBe(true);
  }
  expect(differences(files, { files: parseManifest(second), others: [] })).toEqual([]);
  // The manifest itself is one of the bytes.
  expect(second).toBe(first);
});

test('also with pictures, whatever the machine has in its environment', async () => {
  // The runner of the tests sets some of these.
  const nothing = { NODE_ENV: undefined, VITEST: undefined, DEV: undefined, MODE: undefined, PROD: undefined };
  const named = {
    NODE_ENV: 'development',
    DEV: '1',
    MODE: 'development',
    PROD: '',
    SITE: 'https://x.example',
    SSR: '',
  };
  const built = [];
  for (const [index, variables] of [nothing, named].entries()) {
    // Each with caches of its own.
    const content = `tests/.output/pictures-${index}`;
    for (const folder of [content, cacheFolder(resolve(content))]) rmSync(folder, { recursive: true, force: true });
    cpSync('tests/publications/good/translated/content', content, { recursive: true });
    const { exitCode, printed, folder } = await buildSite(content, `with-pictures-${index}`, variables);
    expect(exitCode, printed).toBe(0);
    built.push(manifestOf(folder));
  }
  expect(built[0]).toContain('/crane.');
  expect(built[1]).toBe(built[0]);
});

test('and gives those of the build before it', () => {
  expect(manifestOf('tests/.output/port')).toBe(manifests.get('adak'));
});

test('draws every card once, and takes it from the cache after that', () => {
  const [cold, warm] = drawn;
  const cards = globSync('**/card.png', { cwd: 'tests/.output/kiritimati' });
  expect(cards.length).toBeGreaterThan(30);
  expect(cold?.length).toBe(cards.length);
  expect(warm).toEqual(cold);
});

function timesOfCards(): [string, number][] {
  const files = globSync('*.png', { cwd: CARDS }).sort();
  return files.map((file) => [file, statSync(`${CARDS}/${file}`).mtimeMs]);
}

/** Copies a folder so that its files come to the disk in another order. */
function copyBackwards(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  for (const path of globSync('**/*.*', { cwd: from }).sort().reverse()) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    copyFileSync(join(from, path), join(to, path));
  }
}
