import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** What is run, and where. */
export interface Command {
  argv: [string, ...string[]];
  folder: string;
  /** Variables of the environment, besides those of this process. */
  variables?: NodeJS.ProcessEnv;
}

/** What a command took, with all the processes that it started. */
export interface Measured {
  wall: number;
  /** Seconds of the processor. Where there is no /proc, these and the memory are not measured. */
  user?: number;
  system?: number;
  /** The most memory that all of them together held at one time, in MiB. */
  memory?: number;
  /** null where it was killed. */
  exitCode: number | null;
  printed: string;
}

export const HAS_PROC = existsSync('/proc/self/stat');
const EVERY = 100;
/** What Linux counts processor time in, whatever its own clock does. */
const TICKS = 100;

/** Runs a command to its end. @throws if it cannot be started. */
export async function measure({ argv, folder, variables }: Command): Promise<Measured> {
  // What the command before this one wrote is not to be written to the disk on this one's time.
  spawnSync('sync');
  const before = waitedFor();
  const start = performance.now();
  const [program, ...rest] = argv;
  const environment = { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', ...variables };
  const child = spawn(program, rest, { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
    });
  }
  let peak = 0;
  const timer = setInterval(() => {
    if (HAS_PROC && child.pid !== undefined) peak = Math.max(peak, memoryOfTree(child.pid));
  }, EVERY);
  try {
    const ended = Promise.withResolvers<number | null>();
    child.on('error', ended.reject).on('close', ended.resolve);
    const exitCode = await ended.promise;
    const wall = (performance.now() - start) / 1000;
    const after = waitedFor();
    if (!before || !after) return { wall, exitCode, printed };
    const [user, system] = [after.user - before.user, after.system - before.system];
    return { wall, user, system, memory: peak / 2 ** 20, exitCode, printed };
  } finally {
    clearInterval(timer);
  }
}

/** The processor time of all processes that this one has started and that have ended, with those that they waited for. */
function waitedFor(): { user: number; system: number } | undefined {
  const fields = HAS_PROC ? statOf('self') : undefined;
  return fields && { user: Number(fields[13]) / TICKS, system: Number(fields[14]) / TICKS };
}

/** The fields of /proc/…/stat from the third on, or nothing if the process has ended. See proc_pid_stat(5). */
function statOf(process: string): string[] | undefined {
  const text = readIfThere(`/proc/${process}/stat`);
  // The second is the name of the program, in brackets, and may hold anything.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

/**
 * The memory that a process and all below it hold, in bytes: what each has for itself is summed; pages of files, which
 * they share, are counted once. What the largest of them held by itself since it began is the least that it can be,
 * which finds a peak between two looks.
 */
function memoryOfTree(root: number): number {
  const children = new Map<string, string[]>();
  for (const name of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = statOf(name)?.[1];
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), name]);
  }
  let [own, shared, largest] = [0, 0, 0];
  for (const left = [String(root)]; left.length > 0; ) {
    const name = left.pop() ?? '';
    left.push(...(children.get(name) ?? []));
    const status = readIfThere(`/proc/${name}/status`) ?? '';
    const [anonymous, file, shmem] = ['RssAnon', 'RssFile', 'RssShmem'].map((key) => bytesOf(status, key));
    own += anonymous ?? 0;
    shared = Math.max(shared, (file ?? 0) + (shmem ?? 0));
    largest = Math.max(largest, bytesOf(status, 'VmHWM'));
  }
  return Math.max(own + shared, largest);
}

/** See proc_pid_status(5). */
function bytesOf(status: string, key: string): number {
  return Number(new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) * 1024;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
