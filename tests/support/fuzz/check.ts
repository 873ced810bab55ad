import { once } from 'node:events';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, Found } from './check-worker.ts';
import type { Mutant } from './mutants.ts';
import { addMutant, removeMutant } from './publication.ts';

/** How long mutants may be worked at, in milliseconds of the processor: a busy machine makes nothing hang. */
const LIMIT = 10_000;

/** So many are looked at in one run of the checks, which tell the mistakes of every file. */
const TOGETHER = 120;

/** What the checks make of each mutant: its mistakes, or a fault of the checks themselves. */
export interface Verdicts {
  mistakes: Map<string, Found[]>;
  /** Mutants that the checks do not get through, with what they say. */
  faults: Map<string, string>;
  /** Mistakes that were told of files that nobody changed. */
  elsewhere: string[];
}

/** Checks every mutant in a publication where all other files are as they were, or wrong in ways of their own. */
export async function checkMutants(folder: string, mutants: readonly Mutant[], together = TOGETHER): Promise<Verdicts> {
  const verdicts: Verdicts = { mistakes: new Map(), faults: new Map(), elsewhere: [] };
  const checker = await makeChecker();
  for (let at = 0; at < mutants.length; at += together) {
    const batch = mutants.slice(at, at + together);
    const answer = await checkTogether(checker, folder, batch);
    if (!('crash' in answer)) {
      take(verdicts, folder, batch, answer.mistakes);
      continue;
    }
    // One of them alone is to be named.
    for (const mutant of batch) {
      const own = batch.length === 1 ? answer : await checkTogether(checker, folder, [mutant]);
      if ('crash' in own) verdicts.faults.set(mutant.slug, own.crash);
      else take(verdicts, folder, [mutant], own.mistakes);
    }
  }
  await checker.end();
  return verdicts;
}

function take(
  { mistakes, elsewhere }: Verdicts,
  folder: string,
  batch: readonly Mutant[],
  found: readonly Found[],
): void {
  const named = new Map(batch.map((mutant) => [pathOf(folder, mutant), mutant.slug]));
  for (const mutant of batch) mistakes.set(mutant.slug, []);
  for (const mistake of found) {
    const own = mistakes.get(named.get(mistake.file) ?? '');
    if (own) own.push(mistake);
    else elsewhere.push(`${mistake.file}:${mistake.line}  ${mistake.rule}  ${mistake.message}`);
  }
}

/** A file as mistakes name it. */
function pathOf(folder: string, { name }: Mutant): string {
  return new URL(name, `file:///${basename(folder)}/`).pathname
    .slice(1)
    .replaceAll('%20', ' ')
    .replaceAll('%C3%A9', 'é');
}

async function checkTogether(checker: Checker, folder: string, batch: readonly Mutant[]): Promise<Answer> {
  for (const mutant of batch) addMutant(folder, mutant);
  const answer = await checker.check(folder);
  for (const mutant of batch) removeMutant(folder, mutant);
  return answer;
}

interface Checker {
  check(folder: string): Promise<Answer>;
  end(): Promise<unknown>;
}

/** The checks in a thread of their own, which is ended when they do not come to an end by themselves. */
async function makeChecker(): Promise<Checker> {
  const start = async () => {
    const started = new Worker(new URL('./check-worker.ts', import.meta.url));
    await once(started, 'online');
    return started;
  };
  let worker = await start();
  return {
    check: async (folder) => {
      const before = await worker.cpuUsage();
      const coming = new Promise<Answer>((resolve) => {
        const answered = (answer: Answer) => {
          clearInterval(timer);
          worker.off('message', answered).off('error', failed);
          resolve(answer);
        };
        const failed = (error: unknown) => answered({ crash: String(error) });
        const timer = setInterval(async () => {
          const { user, system } = await worker.cpuUsage(before).catch(() => before);
          if ((user + system) / 1000 > LIMIT) answered({ crash: `no answer within ${LIMIT} ms` });
        }, 500);
        worker.on('message', answered).on('error', failed);
      });
      worker.postMessage(folder);
      const answer = await coming;
      if ('crash' in answer) {
        await worker.terminate();
        worker = await start();
      }
      return answer;
    },
    end: () => worker.terminate(),
  };
}
