import { hasRenderer } from './folders.ts';
import { type Started, startProcess } from './processes.ts';

let started: Started | undefined;

/** Starts what compiles pages where there is nothing compiled: it loads Astro while the content is read. */
export function startCompiler(): void {
  if (!hasRenderer()) started = startProcess('./compile.ts');
}

/**
 * Compiles pages.
 *
 * @param task as `compile.ts` takes it.
 * @throws ProcessError
 */
export function compile(task: object): Promise<void> {
  const compiler = started ?? startProcess('./compile.ts');
  started = undefined;
  return compiler.run(task);
}
