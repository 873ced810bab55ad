import { watch } from 'node:fs';
import { parseArgs } from 'node:util';
import { isWarning } from '../checks/mistake.ts';
import { FORMATS, type Format, formatReport } from '../checks/report.ts';
import { rulesTable } from '../checks/rules.ts';
import { inspect, isSetupError } from './content.ts';
import { fixContent } from './fix.ts';
import { contentFolder } from './folders.ts';

const USAGE = `npm run check -- [--format ${FORMATS.join('|')}] [--fix] [--watch] [--rules]`;

/** Checks the content and says what it found. Ends with 1 for mistakes and 2 where it could not run. */
function main(): void {
  const { format, fix, watching, rules } = given();
  if (rules) {
    console.log(rulesTable());
    return;
  }
  const run = () => runOnce(format, fix);
  const code = run();
  process.exitCode = code;
  // Where it cannot run there is nothing to watch.
  if (watching && code !== 2) onChange(run);
}

function runOnce(format: Format, fix: boolean): number {
  try {
    // Told on the other stream, so that a report for a program stays whole.
    if (fix) console.error(fixContent());
    const report = inspect();
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

/** Runs again after each change of the content, until it is stopped. One save may be several changes. */
function onChange(run: () => number): void {
  let soon: NodeJS.Timeout | undefined;
  watch(contentFolder(), { recursive: true }, () => {
    clearTimeout(soon);
    soon = setTimeout(() => {
      if (process.stdout.isTTY) console.clear();
      process.exitCode = run();
    }, 100);
  });
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

main();
