import { parseArgs } from 'node:util';
import { plural } from '../checks/mistake.ts';
import { refusalOf } from './failure.ts';
import { ManifestError, verifyFolder } from './manifest.ts';
import { stop } from './stop.ts';

const USAGE = 'npm run verify [-- folder]';

/** Checks a built site against its manifest. Exit code 0: it is whole, 1: it is not, 2: it could not be checked. */
function main(): void {
  const folder = given();
  const { differences, count } = verified(folder);
  for (const difference of differences) console.log(difference);
  if (differences.length === 0) console.log(`${folder} is whole: ${plural(count, 'file')}, all as they were built.`);
  else console.log(`${folder} is not whole: ${plural(differences.length, 'difference')}.`);
  process.exitCode = differences.length === 0 ? 0 : 1;
}

function verified(folder: string): ReturnType<typeof verifyFolder> {
  try {
    return verifyFolder(folder);
  } catch (error) {
    const sentence = error instanceof ManifestError ? error.message : refusalOf(error);
    if (sentence === undefined) throw error;
    stop(sentence);
  }
}

function given(): string {
  try {
    const { positionals } = parseArgs({ allowPositionals: true });
    const [folder = 'dist', ...others] = positionals;
    if (others.length > 0) stop(USAGE);
    return folder;
  } catch (error) {
    stop(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

main();
