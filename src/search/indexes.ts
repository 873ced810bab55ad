import type { FoundRecord, Pagefind } from './fragment.ts';
import { FILTERS, type Query } from './query.ts';

/** Finds records, in the order that was asked for. */
export type Find = (query: Query) => Promise<readonly FoundRecord[]>;

/**
 * Loads the index of each year.
 *
 * @param folder of all of them: it ends with a slash.
 * @param years that have one, the newest first.
 * @throws whatever the loading of the first does.
 */
export async function loadIndexes(folder: string, years: readonly string[]): Promise<Find> {
  const [newest, ...older] = years;
  if (newest === undefined) return async () => [];
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${folder}${newest}/pagefind.js`);
  // On this page alone: a worker would need a policy of its own.
  await pagefind.options({ basePath: `${folder}${newest}/`, baseUrl: '/', noWorker: true });
  await pagefind.init();
  await Promise.all(older.map((year) => pagefind.mergeIndex(`${folder}${year}/`, { baseUrl: '/' })));
  return (query) => findIn(pagefind, years, query);
}

async function findIn(pagefind: Pagefind, years: readonly string[], query: Query): Promise<readonly FoundRecord[]> {
  const chosen = Object.fromEntries(FILTERS.flatMap((name) => (query[name] === '' ? [] : [[name, query[name]]])));
  const ask = async (options: object) =>
    (await pagefind.search(query.q === '' ? null : query.q, options))?.results ?? [];
  const direction = { newest: 'desc', oldest: 'asc' }[query.sort];
  if (!direction) return await ask({ filters: chosen });
  // Each index puts its own records in order; so what is sorted is asked for year by year.
  const inOrder = direction === 'desc' ? years : years.toReversed();
  const wanted = query.year === '' ? inOrder : [query.year];
  const found = await Promise.all(
    wanted.map((year) => ask({ filters: { ...chosen, year }, sort: { date: direction } })),
  );
  return found.flat();
}
