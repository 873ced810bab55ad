import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, hasRenderer } from './folders.ts';
import type { PagesTask } from './pages.ts';
import type { Rendered } from './render.ts';
import { startThread, type Thread } from './threads.ts';

type PagesThread = Thread<PagesTask, Rendered>;

/** A thread takes as long to start as some pages take to be rendered. */
const WORTH_A_THREAD = 100;

/** More of them would have to share what a disk can take, and each has the whole publication in memory. */
const MOST = 8;

/** What a briefing takes in the store, bytes: rather too much, since more threads can be started once there is more to do. */
const IN_STORE = 20_000;

let started: PagesThread[] = [];

/** Starts threads that render pages, where a build before has left what they render with: they read the store ahead while the content is read. */
export function startPageThreads(): void {
  if (!hasRenderer()) return;
  const store = statSync(join(cacheFolder(), 'store.sqlite'), { throwIfNoEntry: false });
  started = start(threadsFor((store?.size ?? 0) / IN_STORE));
}

/**
 * Threads that render pages, on all cores but one: the process itself renders too.
 *
 * @param briefings how many there are.
 */
export function pageThreads(briefings: number): PagesThread[] {
  const count = threadsFor(briefings);
  const threads = [...started.slice(0, count), ...start(count - started.length)];
  for (const spare of started.slice(count)) spare.end();
  started = [];
  return threads;
}

function start(count: number): PagesThread[] {
  return Array.from({ length: Math.max(0, count) }, () => startThread('./pages-thread.ts'));
}

function threadsFor(briefings: number): number {
  return Math.min(availableParallelism() - 1, MOST, Math.floor(briefings / WORTH_A_THREAD));
}
