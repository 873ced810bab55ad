import { hash } from 'node:crypto';
import { type Edition, makes, openEdition } from '../newsroom/edition.ts';
import { type SearchIndex, searchIndexes, searchRecord } from '../newsroom/search.ts';
import type { Content } from './content.ts';
import { givenOf } from './pages.ts';
import { type Piece, writePiece } from './pieces.ts';
import type { Press } from './press.ts';
import { isIntact, type Previous } from './previous.ts';
import { readRenderer } from './renderer.ts';
import { indexOf } from './search-index.ts';
import { Store } from './store.ts';

/** What a search index is made from. */
interface SearchParts {
  /** The folder that the site is put together in. */
  folder: string;
  content: Content;
  press: Press;
  previous: Previous;
  /** MDX as HTML, by collection and id. */
  bodies: ReadonlyMap<string, string>;
}

/** The files of what is searched. */
export interface SearchFiles {
  /** Of what each index was made from; nothing where the site has no search. */
  keys: SearchKeys | undefined;
  pieces: Piece[];
}

/** By the names of the indexes. */
export type SearchKeys = Partial<Readonly<Record<SearchIndex, string>>>;

type Briefings = Edition['briefings'];

/**
 * The search indexes of what is public: each is that of the site before where it would be the same.
 *
 * @throws BuildError if it cannot be made here.
 */
export async function searchFiles(parts: SearchParts): Promise<SearchFiles> {
  const { folder, content, previous } = parts;
  const edition = openEdition(content.publication, content.asOf);
  if (!makes(edition, 'search')) return { keys: undefined, pieces: [] };
  const { paths, site } = edition;
  const keys: { -readonly [name in SearchIndex]?: string } = {};
  const pieces: Piece[] = [];
  for (const [name, briefings] of searchIndexes(edition)) {
    const place = paths.searchIndex(name).slice(paths.home().length);
    const key = keyOf(briefings, parts);
    const before = previous.search?.[name] === key ? filesBefore(previous, place) : [];
    keys[name] = key;
    pieces.push(...before);
    if (before.length > 0) continue;
    const files = await indexOf(recordsOf(edition, briefings, parts), name, site.language);
    pieces.push(...files.map(({ path, content }) => writePiece(folder, place + path, content)));
  }
  return { keys, pieces };
}

/** An index of the site before: nothing where somebody has touched it. */
function filesBefore(previous: Previous, place: string): Piece[] {
  const files = [...previous.files.values()].filter(({ path }) => path.startsWith(place) && !/\.(br|gz)$/.test(path));
  if (!files.every(({ path }) => isIntact(previous, path))) return [];
  return files.map(({ path, size, sha256 }) => ({ path, size, sha256 }));
}

/** Records with their texts, one at a time: those of ten thousand briefings need not be in memory together. */
function* recordsOf(edition: Edition, briefings: Briefings, { content, press, bodies }: SearchParts) {
  const pictured = readRenderer(press.renderer).bodies;
  const store = new Store();
  try {
    const { bodyOf } = givenOf(content, store);
    for (const entry of briefings) {
      const key = `briefings/${entry.id}`;
      const body = bodies.get(key) ?? pictured[key] ?? bodyOf('briefings', entry.id)?.html ?? '';
      yield { record: searchRecord(edition, entry), body };
    }
  } finally {
    store.close();
  }
}

/** Tells whether an index would be another one. A record says what stands in files, and in which of them follows from what is public. */
function keyOf(briefings: Briefings, { content: { readings }, press: { salt }, bodies }: SearchParts): string {
  const digestOf = (file: string) => readings.stored.get(file)?.digest;
  const texts = briefings.map(({ id, file }) => [id, digestOf(file), bodies.get(`briefings/${id}`)]);
  return hash('sha256', JSON.stringify([salt, digestOf('sources.yaml'), texts]));
}
