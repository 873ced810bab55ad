import { hash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Publication } from '../schemas/publication.ts';
import { compress, ENDINGS } from './compress.ts';
import { filesIn } from './files-in.ts';
import { filesForServers } from './hosting.ts';
import { MANIFEST, manifestText } from './manifest.ts';
import { gather, gatherInto, type Piece, writePiece } from './pieces.ts';
import { isIntact, type Previous } from './previous.ts';
import type { Page } from './render.ts';
import { remove } from './swap.ts';
import { isTold, toldBy } from './told.ts';
import { workerFiles } from './worker.ts';

/** What a site is put together from. */
export interface Parts {
  /** The folder that it is put together in. What was rendered stands there already. */
  folder: string;
  /** All pages: what was rendered, and what is as it was. */
  pages: readonly Page[];
  /** Fonts, images, scripts and the search index, and where they stand. */
  assets: readonly Piece[];
  /** The folder of files that are copied as they are. */
  publicFolder: string;
  publication: Publication;
  /** The instant that the site speaks as of. */
  asOf: string;
  previous: Previous;
}

/** A site that is whole, on the disk or still to be gathered. */
export interface Site {
  /** The text of its manifest. */
  manifest: string;
  pieces: Piece[];
  /** A sentence for each thing that the publisher should know. */
  warnings: string[];
}

/**
 * Works out every file of the site beside its pages, and takes from the site before what is the same.
 *
 * @throws TakenError if an old address has a page in public/.
 */
export async function putTogether(parts: Parts): Promise<Site> {
  const { folder, pages, assets, publicFolder, publication, asOf, previous } = parts;
  const pieces = new Map<string, Piece>();
  const add = (piece: Piece) => pieces.set(piece.path, asBefore(previous, piece));
  const copied = publicFiles(publicFolder);
  for (const piece of [...pages, ...assets, ...copied]) add(piece);
  const told = [
    ...pages.flatMap(({ told }) => told ?? []),
    ...copied.flatMap(({ path, from = '' }) => (isTold(path) ? toldBy(path, readFileSync(from, 'utf8')) : [])),
  ];
  const { files, warnings } = filesForServers({
    publication,
    asOf,
    publicFolder,
    told,
    has: (path) => pieces.has(path),
  });
  const worker = await workerFiles(publication, asOf, pieces);
  for (const [path, text] of [...files, ...worker]) add(textPiece(folder, path, text, previous));
  if (publication.site[0]?.data.precompress) {
    for (const piece of await compressed(folder, [...pieces.values()], previous)) add(piece);
  }
  const all = [...pieces.values()];
  return { manifest: manifestText(all), pieces: all, warnings };
}

/**
 * Gathers a site in its folder, with its manifest.
 *
 * @param older the folder of an older site that may be used up.
 */
export function gatherSite(folder: string, { manifest, pieces }: Site, older: string | undefined): void {
  if (older === undefined) gather(folder, pieces);
  else {
    gatherInto(older, folder, pieces);
    remove(folder);
    renameSync(older, folder);
  }
  writeFileSync(join(folder, MANIFEST), manifest);
}

/** A file that is the same as before is that of before, with its time. */
function asBefore(previous: Previous, piece: Piece): Piece {
  const { path, sha256 } = piece;
  if (previous.files.get(path)?.sha256 !== sha256 || !isIntact(previous, path)) return piece;
  return { ...piece, from: join(previous.folder, path), foreign: false };
}

function textPiece(folder: string, path: string, text: string, previous: Previous): Piece {
  const sha256 = hash('sha256', text);
  const same = asBefore(previous, { path, sha256, size: Buffer.byteLength(text) });
  return same.from === undefined ? writePiece(folder, path, text) : same;
}

function publicFiles(folder: string): Piece[] {
  if (!existsSync(folder)) return [];
  return filesIn(folder).map((path) => {
    const from = join(folder, path);
    const bytes = readFileSync(from);
    return { path, size: bytes.length, sha256: hash('sha256', bytes), from, foreign: true };
  });
}

/** The compressed forms of all text files: those of a file that is as it was are as they were. */
async function compressed(folder: string, pieces: readonly Piece[], previous: Previous): Promise<Piece[]> {
  const formsOf = (path: string) => ENDINGS.flatMap((ending) => previous.files.get(`${path}.${ending}`) ?? []);
  const isSame = ({ path, sha256 }: Piece) =>
    previous.compressed &&
    previous.files.get(path)?.sha256 === sha256 &&
    formsOf(path).every((form) => isIntact(previous, form.path));
  const old = pieces.filter(isSame).flatMap(({ path }) => formsOf(path));
  const made = await compress(
    folder,
    pieces.filter((piece) => !isSame(piece)),
  );
  return [...old.map(({ path, size, sha256 }) => ({ path, size, sha256 })), ...made];
}
