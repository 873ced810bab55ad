import { globSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './folders.ts';
import type { PagesTask } from './pages.ts';
import type { Rendered } from './render.ts';
import { startThread, type Thread } from './threads.ts';

type PagesThread = Thread<PagesTask, Rendered>;

/** A thread takes as long to start as some pages take to be rendered. */
const WORTH_A_THREAD = 100;

/** What a briefing takes in the store, bytes: at least that. */
const LEAST = 5000;

let started: PagesThread[] = [];

/** Starts threads that render pages, where a build before has left what they can read ahead: they do so while the content is read. */
export function startPageThreads(): void {
  const folder = cacheFolder();
  if (globSync('renderer-*', { cwd: folder }).length === 0) return;
  const store = statSync(join(folder, 'store.sqlite'), { throwIfNoEntry: false });
  started = start(threadsFor((store?.size ?? 0) / LEAST));
}

/**
 * Threads that render pages, on all cores but one: the process itself renders too.
 *
 * @param briefings how many there are.
 */
export function pageThreads(briefings: number): PagesThread[] {
  const count = threadsFor(briefings);
  const threads = [...started.slice(0, count), ...start(count - started.length)];
  started = [];
  return threads;
}

function start(count: number): PagesThread[] {
  return Array.from({ length: Math.max(0, count) }, () => startThread('./pages-thread.ts'));
}

function threadsFor(briefings: number): number {
  return Math.min(availableParallelism() - 1, Math.floor(briefings / WORTH_A_THREAD));
}
