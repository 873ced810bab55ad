import { resolve } from 'node:path';
import { BuildError } from './build-error.ts';
import { draftOrExit } from './content.ts';
import { helpEditors } from './editor.ts';
import { refusalOf, textOf } from './failure.ts';
import { TakenError } from './hosting.ts';
import { LockError } from './lock.ts';
import { buildOptions } from './options.ts';
import { pressEarly } from './press.ts';
import { ProcessError } from './processes.ts';
import { publishSite } from './publish.ts';
import { beginSession, type Session, untouched } from './session.ts';
import { mergeShards, writeShard } from './shards.ts';
import { OutputError } from './swap.ts';

/** Builds the site, or one share of it, or puts shares together: all of it or nothing. */
async function main(): Promise<void> {
  const { outDir, shard, merge } = buildOptions();
  // Before the checks: whoever has to mend something wants help with it.
  helpEditors();
  const output = resolve(outDir);
  let session: Session | undefined;
  // Whatever ends the process leaves nothing half done.
  process.once('exit', () => session?.end());
  try {
    session = await beginSession(output, process.cwd(), tellWait);
    pressEarly();
    const content = await draftOrExit();
    if (shard) console.log(await writeShard(session, content, shard));
    else if (merge) console.log(await mergeShards(session, content, merge));
    else console.log(await publishSite(session, content));
  } catch (error) {
    process.exitCode = told(error, session?.output ?? output);
  }
}

function tellWait(): void {
  console.log('Another build is running. This one waits until it has ended.');
}

/** Says what ended a build, in one sentence where it was no fault of the program. Returns the exit code. */
function told(error: unknown, output: string): number {
  const sentence = sentenceOf(error);
  if (sentence === undefined) console.error(error instanceof ProcessError ? error.message : textOf(error));
  console.error([sentence ?? [], untouched(output)].flat().join(' '));
  return sentence === undefined ? 1 : 2;
}

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof ProcessError) return error.fault;
  const known = [OutputError, LockError, BuildError, TakenError];
  if (known.some((kind) => error instanceof kind)) return error instanceof Error ? error.message : undefined;
  return refusalOf(error);
}

await main();
