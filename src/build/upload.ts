import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { plural } from '../checks/mistake.ts';
import { type Batch, isRemote, toDelete, uploadPlan } from '../hosting/upload-plan.ts';
import { refusalOf } from './failure.ts';
import { filesIn } from './files-in.ts';
import { MANIFEST, ManifestError, parseManifest, verifyFolder } from './manifest.ts';
import { stop } from './stop.ts';

const USAGE = 'npm run upload -- remote:bucket [--site dist] [--all] [--dry-run] [--force]';

/** What rclone answers where there is nothing yet (rclone.org/docs, exit codes). */
const NO_SUCH_FOLDER = 3;

const STOPPED = 'Nothing after this was copied or deleted. Run the upload again.';

interface Given {
  /** As rclone names it: `remote:bucket/folder`. */
  target: string;
  /** The folder of the built site. */
  site: string;
  /** Copies what did not change too: for new headers. */
  all: boolean;
  dryRun: boolean;
  /** Goes on where the target holds something else than a site. */
  force: boolean;
}

/**
 * Copies a built site to an S3-compatible bucket, or anywhere that rclone can: its manifest, then what pages show, then
 * pages, then feeds, each with its type and for how long it is kept. What the site no longer has is deleted at the end.
 */
function main(): void {
  const asked = readArguments();
  const { target } = asked;
  const given = { ...asked, site: wholeSite(asked.site) };
  const stored = filesAt(given);
  if (!given.force) refuseForeign(stored, given);
  const batches = uploadPlan(filesIn(given.site));
  for (const batch of batches) {
    const { step, type, cache, files } = batch;
    console.log(`${step}: ${files.length} × ${type}, ${cache}`);
    copy(batch, given);
  }
  const gone = toDelete(batches, stored);
  console.log(`deletions: ${gone.length}`);
  if (gone.length > 0) run(['delete', target, '--files-from-raw', '-'], given, gone);
  console.log(given.dryRun ? 'Nothing was changed: a dry run.' : `${asked.site} is at ${target}.`);
}

/**
 * The folder behind the link of an output, and behind it until the end: a build that ends meanwhile puts another site in
 * its place. Stops where it is not as it was built.
 */
function wholeSite(folder: string): string {
  if (!existsSync(join(folder, 'index.html'))) stop(`There is no site in ${folder}. Build it first.`);
  try {
    const site = realpathSync(folder);
    const { differences } = verifyFolder(site);
    const [first] = differences;
    if (first === undefined) return site;
    stop(
      `${folder} is not whole: ${plural(differences.length, 'difference')}, such as "${first}". Nothing was uploaded. Build it again.`,
    );
  } catch (error) {
    const sentence = error instanceof ManifestError ? error.message : refusalOf(error);
    if (sentence === undefined) throw error;
    stop(`${sentence} Nothing was uploaded. Build it again.`);
  }
}

/** Stops where the target holds something else than a site of Readout: it would be deleted. */
function refuseForeign(stored: readonly string[], { target }: Given): void {
  const [first] = stored;
  if (first === undefined || holdsSite(stored, target)) return;
  stop(
    `${target} holds something else than a site (${plural(stored.length, 'file')}, such as ${JSON.stringify(first)}), which would be deleted. Nothing was uploaded. Name another folder, or add --force.`,
  );
}

function holdsSite(stored: readonly string[], target: string): boolean {
  if (!stored.includes(MANIFEST)) return false;
  try {
    parseManifest(answerOf(['cat', target, '--files-from-raw', '-'], MANIFEST));
    return true;
  } catch (error) {
    if (error instanceof ManifestError) return false;
    throw error;
  }
}

function copy({ type, cache, files }: Batch, given: Given): void {
  const headers = [`Content-Type: ${type}`, `Cache-Control: ${cache}`].flatMap((header) => ['--header-upload', header]);
  const which = given.all ? '--ignore-times' : '--checksum';
  run(['copy', given.site, given.target, which, '--files-from-raw', '-', ...headers], given, files);
  // rclone passes over a file that is gone and says nothing: two builds meanwhile, and the one that is sent is removed.
  const gone = files.find((file) => !existsSync(join(given.site, file)));
  if (gone !== undefined) stop(`${gone} of the site is gone. ${STOPPED}`);
}

/** The files that are there already. */
function filesAt({ target }: Given): string[] {
  const listed = answerOf(['lsf', '-R', '--files-only', target]);
  return listed.split('\n').filter((line) => line !== '');
}

/** What rclone prints, which is nothing where there is no such folder yet. */
function answerOf(command: readonly string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync('rclone', command, {
    input,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  stopWithoutRclone(error);
  if (status === NO_SUCH_FOLDER) return '';
  if (status !== 0) stop(`rclone cannot read the target, and nothing was uploaded: ${stderr.trim()}`);
  return stdout;
}

/** Runs rclone for the files of a list, which goes in through its standard input. What it says is shown. */
function run(command: readonly string[], { dryRun }: Given, files: readonly string[]): void {
  const { status, error } = spawnSync('rclone', [...command, ...(dryRun ? ['--dry-run'] : [])], {
    input: `${files.join('\n')}\n`,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  stopWithoutRclone(error);
  if (status !== 0) stop(`rclone stopped. ${STOPPED}`);
}

function stopWithoutRclone(error: Error | undefined): void {
  if (error && 'code' in error && error.code === 'ENOENT') {
    stop('rclone is not on this machine: see rclone.org/install.');
  }
}

function readArguments(): Given {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        site: { type: 'string', default: 'dist' },
        all: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
      },
    });
    const [target, ...more] = positionals;
    if (target === undefined || more.length > 0) stop(USAGE);
    if (!isRemote(target)) {
      stop(
        `"${target}" names no remote, so rclone would take it for a folder of this machine and delete what is in it. Write remote:bucket, or ":local:${target}" if you mean the folder.`,
      );
    }
    return { target, site: values.site, all: values.all, dryRun: values['dry-run'], force: values.force };
  } catch (error) {
    stop(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

main();
