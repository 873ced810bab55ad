import { Worker } from 'node:worker_threads';

/** A thread that waits for its work. */
export interface Thread<Task extends object, Result> {
  /**
   * Has a piece of work done, once.
   *
   * @param task plain data.
   * @throws whatever ends the thread.
   */
  run(task: Task): Promise<Result>;
  /** Ends it where it is not needed. */
  end(): void;
}

/**
 * Starts a thread, which may take as long as some work. It ends with the process, whether it was given any or not.
 *
 * @param module what runs there, beside this one: it takes its task as a message, and posts its result.
 */
export function startThread<Task extends object, Result>(module: string): Thread<Task, Result> {
  const worker = new Worker(new URL(module, import.meta.url));
  worker.unref();
  const result = new Promise<Result>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A thread ended with ${code}.`)));
  });
  // Until it is given work, nobody waits for it.
  result.catch(() => undefined);
  return {
    run: (task) => {
      worker.ref();
      worker.postMessage(task);
      return result;
    },
    end: () => {
      worker.terminate();
    },
  };
}
