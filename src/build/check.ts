import { type FSWatcher, watch } from 'node:fs';
import { parseArgs } from 'node:util';
import { isWarning } from '../checks/mistake.ts';
import { FORMATS, type Format, formatReport } from '../checks/report.ts';
import { RULES, rulesTable } from '../checks/rules.ts';
import { inspect, isSetupError } from './content.ts';
import { fixContent } from './fix.ts';
import { contentFolder, hasContent } from './folders.ts';

const USAGE = `npm run check -- [--format ${FORMATS.join('|')}] [--fix] [--watch] [--rules]`;

/** Checks the content and says what it found. Ends with 1 for mistakes and 2 where it could not run. */
async function main(): Promise<void> {
  const { format, fix, watching, rules } = given();
  if (rules) {
    console.log(format === 'json' ? JSON.stringify(RULES, undefined, 2) : rulesTable());
    return;
  }
  const run = () => runOnce(format, fix);
  if (watching) await onChange(run);
  else process.exitCode = await run();
}

async function runOnce(format: Format, fix: boolean): Promise<number> {
  try {
    // Told on the other stream, so that a report for a program stays whole.
    if (fix) console.error(await fixContent());
    const report = await inspect();
    console.log(formatReport(report, format));
    return report.mistakes.every(isWarning) ? 0 : 1;
  } catch (error) {
    if (!isSetupError(error) && !isFileError(error)) throw error;
    console.error(error.message);
    return 2;
  }
}

/** A folder that may not be opened, a file that may not be written, a disk that is full. */
function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** Runs now and after each change of the content, until it is stopped or the folder is gone. One save may be several changes. */
async function onChange(run: () => Promise<number>): Promise<void> {
  let watcher: FSWatcher | undefined;
  let soon: NodeJS.Timeout | undefined;
  const again = async () => {
    // Begun anew each time, since Node goes on watching the file that was there and not the one that was put in its
    // place, as many editors save; and before the check, so that nothing is missed that is saved meanwhile.
    watcher?.close();
    watcher = hasContent() ? watch(contentFolder(), { recursive: true }, changed) : undefined;
    if (process.stdout.isTTY) console.clear();
    process.exitCode = await run();
  };
  const changed = () => {
    clearTimeout(soon);
    soon = setTimeout(again, 100);
  };
  await again();
  // What keeps it from running at first is not in the content.
  if (process.exitCode === 2) watcher?.close();
}

function given(): { format: Format; fix: boolean; watching: boolean; rules: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        format: { type: 'string', default: process.env.GITHUB_ACTIONS === 'true' ? 'github' : 'text' },
        fix: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        rules: { type: 'boolean', default: false },
      },
    });
    const format = FORMATS.find((known) => known === values.format);
    if (!format) throw new Error(`--format takes one of ${FORMATS.join(', ')}, not "${values.format}".`);
    return { format, fix: values.fix, watching: values.watch, rules: values.rules };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exit(2);
  }
}

await main();
