import { availableParallelism } from 'node:os';
import type { Given } from '../given.ts';
import { Body } from '../newsroom/body.ts';
import type { Publication } from '../schemas/publication.ts';
import type { Content } from './content.ts';
import { foldersOf, type Rendered, render, type Share, Turns, type Work } from './render.ts';
import { openRenderer, PARTS } from './renderer.ts';
import { Store, type StoreAt, type StoredEntries } from './store.ts';
import { inThread } from './threads.ts';

/** Pages that have to be rendered. Plain data: threads are given the same. */
interface PagesTask {
  /** The folder of the renderer. */
  renderer: string;
  store: StoreAt;
  /** The instant that the site speaks as of. */
  asOf: string;
  /** Which share of the site. */
  share: Share;
  work: Work;
  /** Shared by all threads. */
  turns: Int32Array<SharedArrayBuffer>;
  /** Which of them it is. They begin with different parts. */
  thread: number;
}

/** A thread takes as long to start as some pages take to be rendered. */
const WORTH_A_THREAD = 100;

/**
 * Begins to render a site, or a share of it, on every core.
 *
 * @param content what it is made from. Threads have it out of the store.
 * @returns what waits until all is done; a small site is rendered then.
 */
export function beginPages(task: Omit<PagesTask, 'turns' | 'thread'>, content: Content): () => Promise<Rendered> {
  const shared = { ...task, turns: new Turns().shared };
  const count = content.publication.briefings.length;
  const threads = Array.from(
    { length: Math.min(availableParallelism(), Math.floor(count / WORTH_A_THREAD)) },
    (_, thread) => inThread<Rendered>('./pages-thread.ts', { ...shared, thread }, heapFor(count)),
  );
  // Whoever waits for them hears of it; until then nobody does.
  for (const thread of threads) thread.catch(() => undefined);
  return async () => {
    const rendered =
      threads.length > 0 ? await Promise.all(threads) : [await renderHere({ ...shared, thread: 0 }, content)];
    return {
      written: rendered.flatMap(({ written }) => written),
      kept: rendered.flatMap(({ kept }) => kept),
    };
  };
}

/**
 * How large the heap of a thread may become, in megabytes. The more it may, the later what is not needed any more is looked
 * for: this is about twice what is needed.
 */
function heapFor(briefings: number): number {
  return Math.max(300, briefings / 33);
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
async function renderPages({ renderer, share, work, thread, ...task }: PagesTask, given: Given): Promise<Rendered> {
  const { targetsOf, sheets } = await openRenderer(renderer, given);
  const turns = new Turns(task.turns);
  const all: Rendered = { written: [], kept: [] };
  for (let index = 0; index < PARTS.length; index += 1) {
    const part = (thread + index) % PARTS.length;
    const name = PARTS[part];
    if (!name || (index > 0 && turns.isNearlyDone(part))) continue;
    const targets = turns.take(part, foldersOf(await targetsOf(name), share));
    const { written, kept } = await render(targets, sheets, work);
    all.written.push(...written);
    all.kept.push(...kept);
  }
  return all;
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
  const pictured = store.images();
  return (collection, id) => {
    const key = keys.get(`${collection}/${id}`) ?? '';
    return key === '' || pictured.has(key) ? undefined : new Body(key, () => store.html(key));
  };
}
