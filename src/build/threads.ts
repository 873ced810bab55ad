import { Worker } from 'node:worker_threads';

/**
 * Does a piece of work in a thread of its own.
 *
 * @param module what runs there, beside this one; it posts its result.
 * @param data what it is given as `workerData`.
 * @param heap how large its heap may become, in megabytes.
 * @throws whatever ends the thread.
 */
export function inThread<Result>(module: string, data: object, heap: number): Promise<Result> {
  const worker = new Worker(new URL(module, import.meta.url), {
    workerData: data,
    // What is made for one page is garbage after it: a little room is enough, and stays in the cache of the processor.
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 24 },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A thread ended with ${code}.`)));
  });
}
