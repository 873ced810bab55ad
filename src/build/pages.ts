import { availableParallelism } from 'node:os';
import type { Given, WithBody } from '../given.ts';
import type { Publication } from '../schemas/publication.ts';
import { foldersOf, type Rendered, render, type Share, takenFrom, type Work } from './render.ts';
import { openRenderer } from './renderer.ts';
import { Store, type StoreAt, type StoredEntries } from './store.ts';
import { inThread } from './threads.ts';

/** Pages that have to be rendered. Plain data: threads are given the same. */
export interface PagesTask {
  /** The folder of the renderer. */
  renderer: string;
  store: StoreAt;
  /** The instant that the site speaks as of. */
  asOf: string;
  /** Which share of the site. */
  share: Share;
  work: Work;
  /** Whose turn it is, shared by all threads. */
  turn: Int32Array;
}

/** A thread takes as long to start as some pages take to be rendered. */
const WORTH_A_THREAD = 100;

/**
 * Begins to render a site, or a share of it, on the other cores.
 *
 * @param briefings how many there are.
 * @returns what renders on this one too, until all is done.
 */
export function beginPages(task: Omit<PagesTask, 'turn'>, briefings: number): () => Promise<Rendered> {
  const shared = { ...task, turn: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
  const others = Math.min(availableParallelism() - 1, Math.floor(briefings / WORTH_A_THREAD));
  const threads = Array.from({ length: others }, () => inThread<Rendered>('./pages-thread.ts', shared));
  // Whoever waits for them hears of it; until then nobody does.
  for (const thread of threads) thread.catch(() => undefined);
  return async () => {
    const rendered = await Promise.all([renderPages(shared), ...threads]);
    return {
      written: rendered.flatMap(({ written }) => written),
      kept: rendered.flatMap(({ kept }) => kept),
    };
  };
}

/** Renders what nobody else has begun with. */
export async function renderPages({ renderer, asOf, share, work, turn, ...task }: PagesTask): Promise<Rendered> {
  const store = new Store(task.store);
  try {
    const targets = await openRenderer(renderer, givenBy(store, asOf));
    return await render(takenFrom(foldersOf(targets, share), turn), work);
  } finally {
    store.close();
  }
}

/** What pages are made from, out of the store. */
function givenBy(store: Store, asOf: string): Given {
  const bodies = new Map<string, string>();
  const publication: Publication = { site: [], topics: [], sources: [], stories: [], briefings: [], pages: [] };
  for (const { name, entries: json, body } of store.entries()) {
    const { collection, id, entries }: StoredEntries = JSON.parse(json);
    bodies.set(`${collection}/${id}`, body);
    const list: object[] = publication[collection];
    for (const entry of entries) list.push({ ...entry, file: name });
  }
  return {
    publication,
    asOf,
    withUnpublished: false,
    bodyOf: (collection: WithBody, id: string) => {
      const key = bodies.get(`${collection}/${id}`);
      return key === undefined || key === '' ? undefined : store.html(key);
    },
  };
}
