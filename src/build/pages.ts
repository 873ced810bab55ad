import { availableParallelism } from 'node:os';
import type { Given, WithBody } from '../given.ts';
import type { Publication } from '../schemas/publication.ts';
import { type Rendered, render, type Share, shareOf, type Work } from './render.ts';
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
  /** Which share of the site, and which share of that. */
  shares: Share[];
  work: Work;
}

/** A thread takes as long to start as some pages take to be rendered. */
const WORTH_A_THREAD = 100;

/**
 * Renders a site, or a share of it, on every core.
 *
 * @param briefings how many there are.
 */
export async function renderPages(task: PagesTask, briefings: number): Promise<Rendered> {
  const of = Math.max(1, Math.min(availableParallelism(), Math.floor(briefings / WORTH_A_THREAD)));
  const [mine, ...others] = Array.from({ length: of }, (_, index) => ({
    ...task,
    shares: [...task.shares, { part: index + 1, of }],
  }));
  const threads = others.map((share) => inThread<Rendered>('./pages-thread.ts', share));
  const rendered = await Promise.all([renderShare(mine ?? task), ...threads]);
  return {
    written: rendered.flatMap(({ written }) => written),
    kept: rendered.flatMap(({ kept }) => kept),
  };
}

/** Renders one share, here and now. */
export async function renderShare(task: PagesTask): Promise<Rendered> {
  const { renderer, asOf, shares, work } = task;
  const store = new Store(task.store);
  try {
    const targets = await openRenderer(renderer, givenBy(store, asOf));
    return await render(shareOf(targets, ...shares), work);
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
