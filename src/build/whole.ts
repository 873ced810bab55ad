import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { beginCache, cleanCards, endCache } from './caches.ts';
import { refusalOf, tellFaults } from './failure.ts';
import { shownPath } from './folders.ts';
import { LockError, takeLock } from './lock.ts';
import { MANIFEST, verifyFolder, writeManifest } from './manifest.ts';
import {
  clean,
  makeStaging,
  OutputError,
  outputBehind,
  refuseForeign,
  remove,
  STORE_LOCK,
  standing,
  storeOf,
  swapIn,
} from './swap.ts';

/** A build between its first hook and its last. */
interface Build {
  /** Where the site is served from. An absolute path, as the others. */
  output: string;
  /** Where it is built. */
  staging: string;
  /** Where Astro keeps what the next build can use again. */
  cache: string;
  /** Lets other builds begin. */
  release(): void;
}

/** A build that must not be published. The message is a sentence for who started it. */
class BuildError extends Error {}

/**
 * A build is whole or did not happen: it goes to a folder beside the output, is read back, and takes the place of the
 * output in one rename. This has to be the last integration: what another writes after it would be in no manifest.
 */
export function whole(): AstroIntegration {
  let build: Build | undefined;
  return {
    name: 'whole',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        const outDir = fileURLToPath(config.outDir);
        const output = await orStop(outDir, () => outputBehind(outDir));
        // The dev server watches the project, and must not reload for every file of a build beside it.
        if (command === 'dev') updateConfig({ vite: { server: { watch: { ignored: [`${storeOf(output)}/**`] } } } });
        if (command !== 'build') return;
        const told = tellFaults((fault) => `${fault} ${untouched(output)}`);
        process.once('exit', (code) => {
          // Whatever ends the process before the last hook: a mistake, a fault of the machine, or nothing at all.
          if (!build) return;
          discard(build);
          if (!told())
            console.error(code === 0 ? `The build stopped half way. ${untouched(output)}` : untouched(output));
          if (told() || code === 0) process.exitCode = 2;
        });
        const [root, cache] = [fileURLToPath(config.root), fileURLToPath(config.cacheDir)];
        const tellWait = () => logger.info('Another build is running. This one waits until it has ended.');
        build = await orStop(output, () => begin({ output, root, cache, tellWait }));
        updateConfig({ outDir: pathToFileURL(`${build.staging}/`) });
      },
      'astro:build:done': async ({ assets, logger }) => {
        if (!build) return;
        const { output } = build;
        const rendered = [...assets.values()].flat().map((file) => fileURLToPath(file));
        const said = await orStop(output, () => build && finish(build, rendered));
        build = undefined;
        if (said) logger.info(said);
      },
    },
  };
}

/** Takes the locks, and makes room for a build. */
async function begin(given: { output: string; root: string; cache: string; tellWait: () => void }): Promise<Build> {
  const { output, root, cache, tellWait } = given;
  refuseForeign(output, root);
  const shared = join(root, 'node_modules', '.astro');
  // Builds of one project share its caches and its .astro folder, and those of one output the folder beside it.
  const locks = [await takeLock(join(shared, 'build.lock'), tellWait)];
  const store = storeOf(output);
  mkdirSync(dirname(store), { recursive: true });
  // By itself: on a read-only disk a recursive mkdir says ENOENT.
  if (!existsSync(store)) mkdirSync(store);
  // A network share may know no locks: then builds out of several projects to one output are not kept apart.
  const ofOutput = await takeLock(join(store, STORE_LOCK), tellWait).catch(() => undefined);
  if (ofOutput) locks.push(ofOutput);
  clean(output);
  // Where the output is outside of the project, Astro keeps the code of the pages here while it runs.
  remove(join(root, '.astro', '.prerender'));
  cleanCards(join(shared, 'cards'));
  beginCache(cache);
  const release = () => {
    for (const lock of locks) lock.release();
  };
  return { output, staging: makeStaging(output), cache, release };
}

/**
 * Checks what was built and publishes it.
 *
 * @param rendered the files of all pages, as absolute paths.
 * @returns what was done, in a sentence.
 * @throws BuildError if not everything that was built is on the disk.
 */
function finish({ output, staging, cache, release }: Build, rendered: readonly string[]): string {
  const lost = rendered.find((file) => !existsSync(file));
  if (lost !== undefined) throw new BuildError(`${relative(staging, lost)} was built and is not on the disk.`);
  const { text, files } = writeManifest(staging);
  const [wrong] = verifyFolder(staging).differences;
  if (wrong !== undefined) throw new BuildError(`What was built cannot be published: ${wrong}.`);
  endCache(cache, files);
  const name = shownPath(output);
  const same = isSame(output, text);
  // A site that did not change keeps its files, and so their times, which servers and copying programs go by.
  if (same) remove(staging);
  // Services that build and publish a site set CI. Some of them follow no links.
  else swapIn(staging, output, text, Boolean(process.env.CI));
  release();
  return same ? `Nothing has changed: ${name} stays as it is.` : `${name} is the new site: ${files.length} files.`;
}

/** Whether the output is the same site as that of this manifest, and whole. */
function isSame(output: string, text: string): boolean {
  try {
    return readFileSync(join(output, MANIFEST), 'utf8') === text && verifyFolder(output).differences.length === 0;
  } catch {
    // There is none, or it cannot be read: the new one takes its place.
    return false;
  }
}

/** The next build removes what cannot be removed now. */
function discard({ staging }: Build): void {
  try {
    remove(staging);
  } catch {}
}

/** Ends the process with one sentence where the build cannot go on. A fault of the program wants its stack, and keeps it. */
async function orStop<T>(output: string, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    console.error(`${sentence} ${untouched(output)}`);
    process.exit(2);
  }
}

/** What ended the build, if it was no fault of the program. */
function sentenceOf(error: unknown): string | undefined {
  if (error instanceof OutputError || error instanceof LockError || error instanceof BuildError) return error.message;
  return refusalOf(error);
}

function untouched(output: string): string {
  if (standing(output) === 'nothing') return 'Nothing was published.';
  return `Nothing was published: ${shownPath(output)} is as it was.`;
}
