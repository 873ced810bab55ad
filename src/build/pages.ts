import type { Given } from '../given.ts';
import { Body } from '../newsroom/body.ts';
import type { Publication } from '../schemas/publication.ts';
import type { Content } from './content.ts';
import { pageThreads } from './page-threads.ts';
import { foldersOf, type Rendered, render, type Share, Turns, type Work } from './render.ts';
import { openRenderer, PARTS } from './renderer.ts';
import { Store, type StoreAt, type StoredEntries } from './store.ts';

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
  /** Shared by all threads. */
  turns: Int32Array<SharedArrayBuffer>;
  /** The number of the thread; nothing for the process itself. */
  thread: number | undefined;
}

/**
 * Begins to render a site, or a share of it, in threads on all cores but one.
 *
 * @param content what it is made from. Threads have it out of the store.
 * @returns what renders on this core too, and waits until all is done.
 */
export function beginPages(task: Omit<PagesTask, 'turns' | 'thread'>, content: Content): () => Promise<Rendered> {
  const shared = { ...task, turns: new Turns().shared };
  const threads = pageThreads(content.publication.briefings.length).map((thread, number) =>
    thread.run({ ...shared, thread: number }),
  );
  // Whoever waits for them hears of it; until then nobody does.
  for (const thread of threads) thread.catch(() => undefined);
  return async () => {
    const here = renderHere({ ...shared, thread: undefined }, content);
    const rendered = await Promise.all([here, ...threads]);
    return {
      written: rendered.flatMap(({ written }) => written),
      kept: rendered.flatMap(({ kept }) => kept),
      bodies: rendered.flatMap(({ bodies }) => bodies),
    };
  };
}

async function renderHere(task: PagesTask, content: Content): Promise<Rendered> {
  const store = new Store(task.store);
  try {
    return await renderPages(task, givenOf(content, store));
  } finally {
    store.close();
  }
}

/** What a thread has read of the store before it was told what to render: entries, and the digests of their files. */
type Ahead = ReadonlyMap<string, { digest: string; stored: StoredEntries }>;

/** Renders in a thread of its own. */
export async function renderInThread(task: PagesTask, ahead: Ahead): Promise<Rendered> {
  const store = new Store(task.store);
  try {
    return await renderPages(task, givenBy(store, ahead, task.asOf));
  } finally {
    store.close();
  }
}

/** Renders what nobody else has begun with. */
async function renderPages({ renderer, share, work, thread, ...task }: PagesTask, given: Given): Promise<Rendered> {
  const turns = new Turns(task.turns);
  const all: Rendered = { written: [], kept: [], bodies: [] };
  try {
    const { targetsOf, sheets } = await openRenderer(renderer, {
      ...given,
      onBody: (collection, id, html) => all.bodies.push([`${collection}/${id}`, html]),
    });
    for (const [place, part] of orderFor(thread).entries()) {
      if (place > 0 && turns.isNearlyDone(part)) continue;
      const targets = turns.take(part, foldersOf(await targetsOf(part), share));
      const { written, kept } = await render(targets, sheets, work);
      all.written.push(...written);
      all.kept.push(...kept);
    }
  } catch (error) {
    turns.stop();
    throw error;
  }
  return all;
}

/** The order of the parts: each thread begins with another one, and the process itself comes from the other end. */
function orderFor(thread: number | undefined): number[] {
  const parts = Array.from({ length: PARTS }, (_, part) => part);
  return thread === undefined ? parts.reverse() : parts.map((part) => (part + thread) % PARTS);
}

/** What pages are made from where the content was read. */
export function givenOf({ publication, asOf, readings }: Content, store: Store): Given {
  const bodies = new Map<string, string>();
  for (const { name, collection, id } of readings.readings) {
    bodies.set(`${collection}/${id}`, readings.stored.get(name)?.body ?? '');
  }
  const digests = new Map([...readings.stored].map(([name, { digest }]) => [name, digest]));
  return { publication, asOf, withUnpublished: false, bodyOf: bodiesIn(store, bodies), digestOf: digestsIn(digests) };
}

/** The same out of the store alone. */
function givenBy(store: Store, ahead: Ahead, asOf: string): Given {
  const bodies = new Map<string, string>();
  const digests = new Map<string, string>();
  const publication: Publication = {
    site: [],
    topics: [],
    sources: [],
    places: [],
    stories: [],
    briefings: [],
    pages: [],
  };
  store.atOnce(() => {
    for (const { name, digest, body } of store.named()) {
      const known = ahead.get(name);
      const { collection, id, entries } = known?.digest === digest ? known.stored : store.entriesOf(name);
      bodies.set(`${collection}/${id}`, body);
      digests.set(name, digest);
      const list: object[] = publication[collection];
      for (const entry of entries) list.push({ ...entry, file: name });
    }
  });
  return { publication, asOf, withUnpublished: false, bodyOf: bodiesIn(store, bodies), digestOf: digestsIn(digests) };
}

/** @throws RangeError for a file that was not read: whoever asks would take it for unchanged. */
function digestsIn(digests: ReadonlyMap<string, string>): Given['digestOf'] {
  return (file) => {
    const digest = digests.get(file);
    if (digest === undefined) throw new RangeError(`${file} has not been read`);
    return digest;
  };
}

/** @param keys the names of bodies in the store, by collection and id. */
function bodiesIn(store: Store, keys: ReadonlyMap<string, string>): Given['bodyOf'] {
  const pictured = store.images();
  return (collection, id) => {
    const key = keys.get(`${collection}/${id}`) ?? '';
    return key === '' || pictured.has(key) ? undefined : new Body(key, () => store.html(key));
  };
}
