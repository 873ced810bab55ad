import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { faultOf, textOf } from './failure.ts';

/*
 * Work that leaves much behind in memory has a process of its own, which gives all of it back to the system when it ends.
 */

/** What ended the work, told by whoever asked for it. */
interface Failure {
  /** Of the machine, in a sentence. */
  fault: string | undefined;
  text: string;
}

/** What a process tells before it ends. */
type Outcome = { done: true; failure?: undefined } | { done: false; failure: Failure };

/** The work of a process failed. The message is what is to be printed. */
export class ProcessError extends Error {
  /** What the machine refused, in a sentence. */
  readonly fault: string | undefined;

  constructor({ fault, text }: Failure) {
    super(text);
    this.fault = fault;
  }
}

/** A process that waits for its work. */
export interface Started {
  /**
   * Has a piece of work done, once.
   *
   * @param task plain data.
   * @throws ProcessError
   */
  run(task: object): Promise<void>;
}

/**
 * Starts a process, which may take as long as some work. It ends with this one, whether it was given any or not.
 *
 * @param module what runs there, beside this one: it calls `asProcess`.
 * @param flags of Node.
 */
export function startProcess(module: string, flags: readonly string[] = []): Started {
  const child = fork(fileURLToPath(new URL(module, import.meta.url)), {
    serialization: 'advanced',
    execArgv: [...process.execArgv, ...flags],
  });
  child.unref();
  child.channel?.unref();
  let outcome: Outcome | undefined;
  child.once('message', (told: Outcome) => {
    outcome = told;
  });
  const end = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_code, signal) => {
      if (outcome?.done) resolve();
      else reject(new ProcessError(outcome?.failure ?? endedBy(signal)));
    });
  });
  // Until it is given work, nobody waits for it.
  end.catch(() => undefined);
  return {
    run: (task) => {
      child.ref();
      child.channel?.ref();
      child.send(task);
      return end;
    },
  };
}

/** The same in one. */
export function inProcess(module: string, task: object, flags?: readonly string[]): Promise<void> {
  return startProcess(module, flags).run(task);
}

function endedBy(signal: string | null): Failure {
  const text =
    signal === null ? 'A process of the build ended early.' : `A process of the build was ended by ${signal}.`;
  return { fault: signal === null ? undefined : text, text };
}

/** Does the work that this process was started for, once. */
export function asProcess<Task extends object>(work: (task: Task) => Promise<void> | void): void {
  // Also where the build that asked for it was killed: another one may begin.
  if (!process.connected) leave();
  process.once('disconnect', leave);
  process.once('message', async (task: Task) => {
    const outcome = await outcomeOf(work, task);
    process.send?.(outcome, leave);
  });
}

async function outcomeOf<Task>(work: (task: Task) => Promise<void> | void, task: Task): Promise<Outcome> {
  try {
    await work(task);
    return { done: true };
  } catch (error) {
    return { done: false, failure: failureOf(error) };
  }
}

/** Not `process.exit`: with a native module half loaded, as the bundler is, Node waits there for ever now and then. */
function leave(): void {
  process.kill(process.pid, 'SIGKILL');
}

function failureOf(error: unknown): Failure {
  // Astro and the bundler wrap what the system says.
  return { fault: faultOf(inspect(error)), text: textOf(error) };
}
