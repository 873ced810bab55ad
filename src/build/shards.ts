import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BuildError } from './build-error.ts';
import type { Draft } from './content.ts';
import { shownPath } from './folders.ts';
import { digestOf } from './manifest.ts';
import { gather, type Piece } from './pieces.ts';
import { pressFor } from './press.ts';
import { NO_SITE, type Previous } from './previous.ts';
import { beginOn, finish } from './publish.ts';
import type { Page, Share } from './render.ts';
import type { Session } from './session.ts';
import { makeStaging, remove, standing } from './swap.ts';

/** The file of a shard that says what it is. */
const SHARD = 'shard.json';

interface Shard extends Share {
  version: 2;
  /** What it was rendered with, and the instant that it speaks as of. */
  salt: string;
  asOf: string;
  pages: Page[];
}

/**
 * Renders one share of the site, to be put together with the others.
 *
 * @returns what was done, in a sentence.
 * @throws BuildError if something else stands in its place.
 */
export async function writeShard(session: Session, content: Draft, share: Share): Promise<string> {
  const { output, staging } = session;
  content.holdOrExit();
  if (standing(output) !== 'nothing' && !readShard(output)) {
    throw new BuildError(`${shownPath(output)} is no shard. Name a folder for it in --outDir.`);
  }
  const press = await pressFor(content);
  const { written } = await beginOn(press, session, content, NO_SITE, share)();
  const shard: Shard = { version: 2, ...share, salt: press.salt, asOf: content.asOf, pages: written };
  writeFileSync(join(staging, SHARD), JSON.stringify(shard));
  remove(output);
  mkdirSync(dirname(output), { recursive: true });
  renameSync(staging, output);
  return `${shownPath(output)} is shard ${share.part} of ${share.of}: ${written.length} files.`;
}

/**
 * Puts the shards of a site together and publishes it. Nothing is rendered again but what hangs on no view, and everything
 * is held against what a build of the whole site would make it from here.
 *
 * @param folders of all shards, in any order.
 * @returns what was done, in a sentence.
 * @throws BuildError if a shard is missing, damaged, or of another site.
 */
export async function mergeShards(session: Session, content: Draft, folders: readonly string[]): Promise<string> {
  content.holdOrExit();
  const press = await pressFor(content);
  const shards = folders.map((folder) => ({ folder: resolve(folder), shard: shardIn(folder) }));
  const told = shards.map(({ shard }) => shard);
  const count = told[0]?.of ?? 0;
  const parts = new Set(told.map(({ part }) => part));
  for (let part = 1; part <= count; part += 1) {
    if (!parts.has(part)) throw new BuildError(`Shard ${part} of ${count} is missing.`);
  }
  if (told.length !== count) throw new BuildError(`${told.length} shards were given, of a site that has ${count}.`);
  if (told.some(({ salt, of }) => salt !== press.salt || of !== count)) {
    throw new BuildError('The shards are of other code or another site.yaml than this.');
  }
  if (told.some(({ asOf }) => asOf !== content.asOf)) {
    throw new BuildError('The shards speak as of other instants. Set SOURCE_DATE_EPOCH to the same for all of them.');
  }
  const gathered = makeStaging(session.output);
  try {
    const previous = gatherShards(gathered, shards);
    const rendered = await beginOn(press, session, content, previous)();
    const wrong = rendered.written.find(({ path, sha256 }) => previous.files.get(path)?.sha256 !== sha256);
    if (wrong) throw new BuildError(`${wrong.path} of the shards is not what this content gives.`);
    const made = new Set([...rendered.kept, ...rendered.written].map(({ path }) => path));
    const extra = [...previous.files.keys()].find((path) => !made.has(path));
    if (extra !== undefined) throw new BuildError(`${extra} of the shards is nothing that this content gives.`);
    return await finish({ session, content, press, previous, rendered });
  } finally {
    remove(gathered);
  }
}

/** Brings the files of all shards together in a folder, as if they were the site before. */
function gatherShards(folder: string, shards: readonly { folder: string; shard: Shard }[]): Previous {
  const pieces = shards.flatMap(({ folder, shard }) =>
    shard.pages.map((page): Piece => ({ ...page, from: join(folder, page.path) })),
  );
  for (const { path, from = '', sha256 } of pieces) {
    if (digestOf(from).sha256 !== sha256) throw new BuildError(`${path} of a shard is damaged.`);
  }
  gather(folder, pieces);
  const time = (path: string) => lstatSync(join(folder, path)).mtimeMs;
  return {
    folder,
    manifest: undefined,
    compressed: false,
    search: undefined,
    files: new Map(pieces.map(({ path, size, sha256 }) => [path, { path, size, sha256, time: time(path) }])),
    pages: new Map(shards.flatMap(({ shard }) => shard.pages).map((page) => [page.path, page])),
  };
}

/** @throws BuildError if there is none. */
function shardIn(folder: string): Shard {
  const shard = readShard(folder);
  if (!shard) throw new BuildError(`There is no shard in ${shownPath(folder)}.`);
  return shard;
}

function readShard(folder: string): Shard | undefined {
  try {
    const shard: Shard = JSON.parse(readFileSync(join(folder, SHARD), 'utf8'));
    return shard.version === 2 ? shard : undefined;
  } catch {
    return undefined;
  }
}
