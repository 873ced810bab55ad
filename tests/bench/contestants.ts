import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheFolder } from '../../src/build/folders.ts';
import { type Article, peerFile, placeOf, readoutFile, writePeer, writeReadout } from './corpus.ts';
import type { Command } from './measure.ts';

/** Something that builds a site out of the corpus. */
export interface Contestant {
  name: string;
  version: string;
  build: Command;
  /** Checks the content and builds nothing. */
  check?: Command;
  /** The folder with the site. */
  output: string;
  /** All that a build leaves where the site is. */
  outputs: string[];
  /** What a build keeps for the next one, and a machine can bring back. */
  caches: string[];
  /** Writes so many briefings, in place of those before. */
  write(count: number): void;
  /** Writes one of them, in place of what it was. */
  rewrite(article: Article): void;
}

export const FOLDER = resolve('tests/.output/bench');
const PEERS = resolve('tests/bench/peers');

/** Lines of site.yaml that leave out what the others do not make. */
const ONLY_WHAT_OTHERS_MAKE = 'extras: []\n';

export const NAMES = ['readout', 'readout-all', 'hugo', 'eleventy', 'astro'] as const;
export type Name = (typeof NAMES)[number];

/** @throws MissingError if it cannot be had on this machine. */
export function contestant(name: Name): Contestant {
  if (name === 'hugo') return hugo();
  if (name === 'eleventy') return npmPeer({ name, tool: '@11ty/eleventy', site: '_site', caches: ['.cache'] });
  if (name === 'astro') {
    const caches = ['node_modules/.astro', 'node_modules/.vite', '.astro'];
    return npmPeer({ name, tool: 'astro', site: 'dist', caches });
  }
  return readout(name, (folder, count) =>
    writeReadout(folder, count, name === 'readout' ? ONLY_WHAT_OTHERS_MAKE : undefined),
  );
}

/** The publication that comes with Readout, in a folder of its own: `content/` may be built by somebody meanwhile. */
export function sample(name: string): Contestant {
  return readout(name, (folder) => {
    rmSync(folder, { recursive: true, force: true });
    cpSync('content', folder, { recursive: true });
  });
}

/** Why something cannot be measured on this machine, in a sentence. */
export class MissingError extends Error {}

function readout(name: string, writeContent: (folder: string, count: number) => void): Contestant {
  const folder = join(FOLDER, name);
  const content = join(folder, 'content');
  const output = join(folder, 'dist');
  // As at home, unless a run says that it is on a build service.
  const variables = { READOUT_CONTENT: content, CI: undefined };
  return {
    name,
    version: `${versionIn('package.json')} on Astro ${versionIn('node_modules/astro/package.json')}`,
    build: { argv: ['npm', 'run', 'build', '--', '--outDir', output], folder: resolve('.'), variables },
    check: { argv: ['npm', 'run', 'check'], folder: resolve('.'), variables },
    output,
    outputs: [output, join(folder, '.dist')],
    caches: [resolve(cacheFolder(content)), resolve('node_modules/.astro/cards')],
    write: (count) => writeContent(content, count),
    rewrite: (made) => writeFileSync(join(content, 'briefings', `${placeOf(made)}.md`), readoutFile(made)),
  };
}

function hugo(): Contestant {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  if (status !== 0) throw new MissingError('there is no hugo on the PATH');
  const folder = peerFolder('hugo', 'static');
  return {
    ...peer('hugo', folder, 'public', ['resources', '.cache', '.hugo_build.lock']),
    version: /v[\d.]+/.exec(stdout)?.[0] ?? stdout.trim(),
    build: { argv: ['hugo'], folder, variables: { HUGO_CACHEDIR: join(folder, '.cache') } },
  };
}

/** One that npm installs. What is installed already is not asked for again. */
function npmPeer({ name, tool, site, caches }: { name: string; tool: string; site: string; caches: string[] }) {
  const folder = peerFolder(name, 'public');
  const options = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];
  const { status, stderr, error } = spawnSync('npm', ['install', ...options], { cwd: folder, encoding: 'utf8' });
  if (error || status !== 0) {
    const [why] = (error?.message ?? stderr).trim().split('\n');
    throw new MissingError(`npm install failed: ${why}`);
  }
  return {
    ...peer(name, folder, site, caches),
    version: versionIn(join(folder, 'node_modules', tool, 'package.json')),
    build: { argv: ['npm', 'run', 'build'], folder } satisfies Command,
  };
}

function peer(name: string, folder: string, site: string, caches: string[]): Omit<Contestant, 'version' | 'build'> {
  const briefings = join(folder, 'content/briefings');
  const output = join(folder, site);
  return {
    name,
    output,
    outputs: [output],
    caches: caches.map((cache) => join(folder, cache)),
    write: (count) => writePeer(briefings, count),
    rewrite: (made) => writeFileSync(join(briefings, `${placeOf(made)}.md`), peerFile(made)),
  };
}

/** Copies the site of a peer to where it is built. */
function peerFolder(name: string, assets: string): string {
  const folder = join(FOLDER, name);
  cpSync(join(PEERS, name), folder, { recursive: true });
  mkdirSync(join(folder, assets), { recursive: true });
  copyFileSync(join(PEERS, 'style.css'), join(folder, assets, 'style.css'));
  return folder;
}

function versionIn(path: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(path, 'utf8'));
  return version;
}
