import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fixText } from '../checks/fix.ts';
import { plural } from '../checks/mistake.ts';
import { inspect } from './content.ts';
import { contentFolder } from './folders.ts';

/** One mend may bring to light another mistake that has one; what is found after so many rounds stays for the editor. */
const ROUNDS = 5;

/**
 * Makes the mends that cannot do harm in the files of the content folder.
 *
 * @returns how many, in a sentence.
 * @throws Error of the file system if a file cannot be written: it is as it was then.
 */
export async function fixContent(): Promise<string> {
  let mends = 0;
  const changed = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const { mistakes } = await inspect();
    const byFile = Map.groupBy(
      mistakes.filter(({ fix }) => fix !== undefined),
      ({ file }) => file,
    );
    if (byFile.size === 0) break;
    for (const [file, mistakes] of byFile) {
      const path = join(dirname(contentFolder()), file);
      const whole = readFileSync(path, 'utf8');
      const mark = whole.startsWith('\uFEFF') ? '\uFEFF' : '';
      const { text, count } = fixText(whole.slice(mark.length), mistakes);
      replaceFile(path, mark + text);
      mends += count;
      changed.add(file);
    }
  }
  return mends === 0 ? 'Nothing to mend.' : `Mended: ${mends} in ${plural(changed.size, 'file')}.`;
}

/** Whole or not at all. */
function replaceFile(path: string, text: string): void {
  const beside = join(dirname(path), `.${process.pid}.part`);
  writeFileSync(beside, text, { mode: statSync(path).mode });
  renameSync(beside, path);
}
