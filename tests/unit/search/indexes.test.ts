import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { indexOf } from '../../../src/build/search-index.ts';
import type { SearchIndex, SearchRecord } from '../../../src/newsroom/search.ts';
import { filterName } from '../../../src/newsroom/search-part.ts';
import { type Find, loadIndexes } from '../../../src/search/indexes.ts';
import { readQuery } from '../../../src/search/query.ts';

/** A record, by its place in the order of time. */
function record(place: number, source: string): SearchRecord {
  return {
    url: `/briefings/${place}/`,
    headline: `Quay ${'quay '.repeat(place % 3)}`,
    standfirst: 'A council meets.',
    keyPoints: [],
    date: '20 January 2026',
    filters: { topic: ['harbour'], story: [], source: [source], year: ['2026'] },
    parts: [],
  };
}

/** More words of one beginning than a file of the index has places for: `zebraaa`, `zebraab` and so on. */
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const ZEBRAS = LETTERS.flatMap((one) => LETTERS.map((two) => `zebra${one}${two}`));

describe('two indexes, asked as one', () => {
  let folder = '';
  let find: Find = async () => [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'readout-indexes-'));
    await write('recent', [9, 8, 7, 6]);
    await write('older', [5, 4, 3, 2, 1]);
    vi.stubGlobal('fetch', async (url: string) => new Response(readFileSync(url.replace(/\?.*/, ''))));
    find = await loadIndexes(['recent', 'older'].map((name) => `${folder}/${name}/`));
  });

  afterAll(() => {
    vi.unstubAllGlobals();
    rmSync(folder, { recursive: true });
  });

  async function write(name: SearchIndex, places: number[]): Promise<void> {
    const records = places.map((place) => ({
      record: record(place, place % 2 ? 'union' : 'office'),
      body: bodyOf(place),
    }));
    for (const { path, content } of await indexOf(records, name, 'en-GB')) {
      const file = join(folder, name, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }

  /** The last word that begins so stands in one record alone, with one behind it; the others fill files of the index. */
  function bodyOf(place: number): string {
    const words = place === 2 ? ['zebrazz', 'zoo'] : ZEBRAS.slice(0, -1).flatMap((word) => Array(5).fill(word));
    return `<p>${place < 6 ? words.join(' ') : ''}</p>`;
  }

  async function found(asked: string): Promise<number[]> {
    const fragments = await Promise.all((await find(readQuery(asked))).map((record) => record.data()));
    return fragments.map(({ url }) => Number(url.split('/')[2]));
  }

  test.each([
    ['for words', '?q=council'],
    ['for a choice', '?topic=harbour'],
  ])('give the newest first, or the oldest, %s', async (_name, asked) => {
    expect(await found(`${asked}&sort=newest`)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(await found(`${asked}&sort=oldest`)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('give the best first where nothing else was asked for, and all that both have', async () => {
    const all = await found('?q=quay');
    expect(all[0]).toBe(8);
    expect(all.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('give what has been chosen, and nothing for what nobody has', async () => {
    expect(await found('?q=council&source=union&sort=newest')).toEqual([9, 7, 5, 3, 1]);
    expect(await found('?q=council&source=union&topic=harbour&year=2026&sort=oldest')).toEqual([1, 3, 5, 7, 9]);
    expect(await found('?q=council&source=nobody')).toEqual([]);
    expect(await found('?year=2025')).toEqual([]);
  });

  test('find a word by how it begins, also where the words that begin so fill more than a file', async () => {
    expect((await found('?q=zebra')).sort()).toEqual([1, 2, 3, 4, 5]);
  });

  test('give each record an id that no other has', async () => {
    const ids = (await find(readQuery('?q=council'))).map(({ id }) => id.split('_')[0]);
    expect(new Set(ids)).toEqual(new Set(['en', 'en-x-older']));
  });
});

test('a value that is chosen is always in the same part of its filter, which others share', () => {
  expect(filterName('source', 'union')).toBe(filterName('source', 'union'));
  const names = new Set(Array.from({ length: 1000 }, (_, number) => filterName('story', `story-${number}`)));
  expect(names.size).toBeLessThanOrEqual(16);
  expect(names.size).toBeGreaterThan(8);
});
