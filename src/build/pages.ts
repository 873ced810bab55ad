import { availableParallelism } from 'node:os';
import type { Given } from '../given.ts';
import type { Publication } from '../schemas/publication.ts';
import type { Content } from './content.ts';
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
 * Begins to render a site, or a share of it, on every core.
 *
 * @param content what it is made from. Threads have it out of the store.
 * @returns what waits until all is done; a small site is rendered then.
 */
export function beginPages(task: Omit<PagesTask, 'turn'>, content: Content): () => Promise<Rendered> {
  const shared = { ...task, turn: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
  const count = content.publication.briefings.length;
  const threads = Array.from({ length: Math.min(availableParallelism(), Math.floor(count / WORTH_A_THREAD)) }, () =>
    inThread<Rendered>('./pages-thread.ts', shared, heapFor(count)),
  );
  // Whoever waits for them hears of it; until then nobody does.
  for (const thread of threads) thread.catch(() => undefined);
  return async () => {
    const rendered = threads.length > 0 ? await Promise.all(threads) : [await renderHere(shared, content)];
    return {
      written: rendered.flatMap(({ written }) => written),
      kept: rendered.flatMap(({ kept }) => kept),
    };
  };
}

/**
 * How large the heap of a thread may become, in megabytes. The more it may, the later what is not needed any more is looked
 * for: a tenth of a megabyte for each briefing is five times what is needed.
 */
function heapFor(briefings: number): number {
  return Math.max(1_000, briefings / 10);
}

async function renderHere(task: PagesTask, content: Content): Promise<Rendered> {
  const store = new Store(task.store);
  try {
    return await renderPages(task, givenOf(content, store));
  } finally {
    store.close();
  }
}

/** Renders in a thread of its own. */
export async function renderInThread(task: PagesTask): Promise<Rendered> {
  const store = new Store(task.store);
  try {
    return await renderPages(task, givenBy(store, task.asOf));
  } finally {
    store.close();
  }
}

/** Renders what nobody else has begun with. */
async function renderPages({ renderer, share, work, turn }: PagesTask, given: Given): Promise<Rendered> {
  const targets = await openRenderer(renderer, given);
  return await render(takenFrom(foldersOf(targets, share), turn), work);
}

/** What pages are made from where the content was read. */
export function givenOf({ publication, asOf, readings }: Content, store: Store): Given {
  const bodies = new Map<string, string>();
  for (const { name, collection, id } of readings.readings) {
    bodies.set(`${collection}/${id}`, readings.stored.get(name)?.body ?? '');
  }
  return { publication, asOf, withUnpublished: false, bodyOf: bodiesIn(store, bodies) };
}

/** The same out of the store alone. */
function givenBy(store: Store, asOf: string): Given {
  const bodies = new Map<string, string>();
  const publication: Publication = { site: [], topics: [], sources: [], stories: [], briefings: [], pages: [] };
  for (const { name, entries: json, body } of store.entries()) {
    const { collection, id, entries }: StoredEntries = JSON.parse(json);
    bodies.set(`${collection}/${id}`, body);
    const list: object[] = publication[collection];
    for (const entry of entries) list.push({ ...entry, file: name });
  }
  return { publication, asOf, withUnpublished: false, bodyOf: bodiesIn(store, bodies) };
}

/** @param keys the names of bodies in the store, by collection and id. */
function bodiesIn(store: Store, keys: ReadonlyMap<string, string>): Given['bodyOf'] {
  return (collection, id) => {
    const key = keys.get(`${collection}/${id}`);
    return key === undefined || key === '' ? undefined : store.html(key);
  };
}
