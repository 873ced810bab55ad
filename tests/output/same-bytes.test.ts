import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { buildSite } from '../support/build.ts';
import { PORT } from '../support/port.ts';

/** Where it is a day later and where it is a day earlier, the second with other rules for letters. */
const PLACES = [
  { name: 'kiritimati', TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' },
  { name: 'adak', TZ: 'America/Adak', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
];

const CARDS = 'node_modules/.astro/cards';

/** Of a publication with dates on every side of midnight. */
const builds = new Map<string, Map<string, string>>();

/** After each build, when each card in the cache was drawn. */
const drawn: [string, number][][] = [];

beforeAll(async () => {
  for (const { name, ...variables } of PLACES) {
    // The first draws all its cards, and the second finds them in the cache.
    if (name === 'kiritimati') rmSync(CARDS, { recursive: true, force: true });
    const { exitCode, printed, folder } = await buildSite(PORT.content, name, variables);
    if (exitCode !== 0) throw new Error(printed);
    builds.set(name, digests(folder));
    drawn.push(timesOfCards());
  }
});

test('a publication gives the same bytes wherever it is built', () => {
  const [first, second] = PLACES.map(({ name }) => builds.get(name));
  expect(first?.size).toBeGreaterThan(300);
  for (const kind of ['html', 'xml', 'json', 'ics', 'md', 'txt', 'png', 'opml']) {
    expect(
      [...(first?.keys() ?? [])].some((file) => file.endsWith(`.${kind}`)),
      kind,
    ).toBe(true);
  }
  expect([...(first?.keys() ?? [])]).toEqual([...(second?.keys() ?? [])]);
  expect([...(first ?? [])].filter(([file, digest]) => second?.get(file) !== digest).map(([file]) => file)).toEqual([]);
});

test('and gives those of the build before it', () => {
  expect([...digests('tests/.output/port')]).toEqual([...(builds.get('adak') ?? [])]);
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

/** The digest of every file by its name. */
function digests(folder: string): Map<string, string> {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((found) => found.isFile());
  const paths = files.map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll('\\', '/')).sort();
  return new Map(
    paths.map((path) => [
      path.slice(path.indexOf(folder) + folder.length + 1),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );
}
