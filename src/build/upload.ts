import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Batch, toDelete, uploadPlan } from '../hosting/upload-plan.ts';
import { filesIn } from './files-in.ts';

const USAGE = 'npm run upload -- remote:bucket [--site dist] [--all] [--dry-run]';

/** What rclone answers where there is nothing yet (rclone.org/docs, exit codes). */
const NO_SUCH_FOLDER = 3;

interface Given {
  /** As rclone names it: `remote:bucket/folder`. */
  target: string;
  site: string;
  /** Copies what did not change too: for new headers. */
  all: boolean;
  dryRun: boolean;
}

/**
 * Copies a built site to an S3-compatible bucket, or anywhere that rclone can: first what pages show, then pages, then
 * feeds, each with its type and for how long it is kept. What the site no longer has is deleted at the end.
 */
function main(): void {
  const given = readArguments();
  const { target, site } = given;
  if (!existsSync(join(site, 'index.html'))) stop(`There is no site in ${site}. Build it first.`);
  const batches = uploadPlan(filesIn(site));
  for (const batch of batches) {
    const { step, type, cache, files } = batch;
    console.log(`${step}: ${files.length} × ${type}, ${cache}`);
    copy(batch, given);
  }
  const gone = toDelete(batches, filesAt(given));
  console.log(`deletions: ${gone.length}`);
  if (gone.length > 0) run(['delete', target, '--files-from-raw', '-'], given, gone);
  console.log(given.dryRun ? 'Nothing was changed: a dry run.' : `${site} is at ${target}.`);
}

function copy({ type, cache, files }: Batch, given: Given): void {
  const headers = [`Content-Type: ${type}`, `Cache-Control: ${cache}`].flatMap((header) => ['--header-upload', header]);
  const which = given.all ? '--ignore-times' : '--checksum';
  run(['copy', given.site, given.target, which, '--files-from-raw', '-', ...headers], given, files);
}

/** The files that are there already. */
function filesAt({ target }: Given): string[] {
  const { status, stdout, stderr } = spawnSync('rclone', ['lsf', '-R', '--files-only', target], {
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  if (status === NO_SUCH_FOLDER) return [];
  if (status !== 0) stop(`rclone cannot list ${target}: ${stderr.trim()}`);
  return stdout.split('\n').filter((line) => line !== '');
}

/** Runs rclone for the files of a list, which goes in through its standard input. What it says is shown. */
function run(command: readonly string[], { dryRun }: Given, files: readonly string[]): void {
  const { status, error } = spawnSync('rclone', [...command, ...(dryRun ? ['--dry-run'] : [])], {
    input: `${files.join('\n')}\n`,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  if (error && 'code' in error && error.code === 'ENOENT')
    stop('rclone is not on this machine: see rclone.org/install.');
  if (status !== 0) stop('rclone stopped. Nothing after this was copied or deleted. Run the upload again.');
}

function readArguments(): Given {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        site: { type: 'string', default: 'dist' },
        all: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [target, ...more] = positionals;
    if (target === undefined || more.length > 0) stop(USAGE);
    return { target, site: values.site, all: values.all, dryRun: values['dry-run'] };
  } catch (error) {
    stop(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

main();
