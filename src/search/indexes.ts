import { filterName, SEARCH_FILTERS } from '../newsroom/search-part.ts';
import type { FoundRecord, Pagefind } from './fragment.ts';
import type { Query } from './query.ts';

/** Finds records, in the order that was asked for. */
export type Find = (query: Query) => Promise<readonly FoundRecord[]>;

/**
 * Loads indexes, to ask all of them as one.
 *
 * @param folders those of the indexes, that of the newest first.
 * @throws whatever the loading of the first does.
 */
export async function loadIndexes(folders: readonly string[]): Promise<Find> {
  const [newest, ...older] = folders;
  if (newest === undefined) return async () => [];
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${newest}pagefind.js`);
  // On this page alone: a worker would need a policy of its own.
  await pagefind.options({ basePath: newest, baseUrl: '/', noWorker: true });
  await pagefind.init();
  await Promise.all(older.map((folder) => pagefind.mergeIndex(folder, { baseUrl: '/' })));
  return (query) => findIn(pagefind, query);
}

async function findIn(pagefind: Pagefind, { q, sort, ...chosen }: Query): Promise<readonly FoundRecord[]> {
  const named = SEARCH_FILTERS.filter((name) => chosen[name] !== '');
  const filters = Object.fromEntries(named.map((name) => [filterName(name, chosen[name]), chosen[name]]));
  const ask = async (words: string | null) => (await pagefind.search(words, { filters }))?.results ?? [];
  if (q !== '') await pagefind.preload(`${q} ${q.split(/\s/).at(-1)}${LAST}`, { filters });
  const found = await ask(q === '' ? null : q);
  if (sort === '') return found;
  // Whoever asks without words is given the records as they stand in the indexes: the newest first. An order that Pagefind keeps would
  // be loaded by every reader, and it takes long to look it up.
  const places = new Map((q === '' ? found : await ask(null)).map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: FoundRecord) => places.get(id) ?? 0;
  const inOrder = found.toSorted((a, b) => placeOf(a) - placeOf(b));
  return sort === 'oldest' ? inOrder.reverse() : inOrder;
}

/**
 * Stands behind all letters. Pagefind loads the file of the index that a word stands in; the words that begin with it may go on in the
 * next one, and whoever is still typing looks for one of them.
 */
const LAST = '\u{10FFFF}';
