import type { FoundRecord, Pagefind } from './fragment.ts';
import { FILTERS, type Query } from './query.ts';

/** Finds records, in the order that was asked for. */
export type Find = (query: Query) => Promise<readonly FoundRecord[]>;

/**
 * Loads indexes, to ask all of them as one.
 *
 * @param indexes their names and folders, the newest first.
 * @throws whatever the loading of the first does.
 */
export async function loadIndexes(indexes: readonly [name: string, folder: string][]): Promise<Find> {
  const names = indexes.map(([name]) => name);
  const [newest, ...older] = indexes.map(([, folder]) => folder);
  if (newest === undefined) return async () => [];
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${newest}pagefind.js`);
  // On this page alone: a worker would need a policy of its own.
  await pagefind.options({ basePath: newest, baseUrl: '/', noWorker: true });
  await pagefind.init();
  await Promise.all(older.map((folder) => pagefind.mergeIndex(folder, { baseUrl: '/' })));
  return (query) => findIn(pagefind, names, query);
}

async function findIn(pagefind: Pagefind, names: readonly string[], query: Query): Promise<readonly FoundRecord[]> {
  const chosen = Object.fromEntries(FILTERS.flatMap((name) => (query[name] === '' ? [] : [[name, query[name]]])));
  const ask = async (options: object) =>
    (await pagefind.search(query.q === '' ? null : query.q, options))?.results ?? [];
  const date = { newest: 'desc', oldest: 'asc' }[query.sort];
  if (!date) return await ask({ filters: chosen });
  // Each index puts its own records in order, and no others: what is sorted is asked of one after the other.
  const inOrder = date === 'desc' ? names : names.toReversed();
  const found = await Promise.all(inOrder.map((index) => ask({ filters: { ...chosen, index }, sort: { date } })));
  return found.flat();
}
