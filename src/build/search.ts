import { hash } from 'node:crypto';
import { type Edition, makes, openEdition } from '../newsroom/edition.ts';
import { searchRecords } from '../newsroom/search.ts';
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

/** The files of a search index. */
export interface SearchFiles {
  /** Of what it was made from; nothing where the site has none. */
  key: string | undefined;
  pieces: Piece[];
}

/**
 * The search index of what is public: that of the site before, where it would be the same.
 *
 * @throws BuildError if it cannot be made here.
 */
export async function searchFiles({ folder, content, press, previous, bodies }: SearchParts): Promise<SearchFiles> {
  const edition = openEdition(content.publication, content.asOf);
  if (!makes(edition, 'search')) return { key: undefined, pieces: [] };
  const { paths } = edition;
  const place = paths.searchIndex().slice(paths.home().length);
  const key = keyOf(edition, content, press, bodies);
  const before = [...previous.files.values()].filter(({ path }) => path.startsWith(place) && !/\.(br|gz)$/.test(path));
  if (previous.search === key && before.every(({ path }) => isIntact(previous, path))) {
    return { key, pieces: before.map(({ path, size, sha256 }) => ({ path, size, sha256 })) };
  }
  const files = await indexOf(recordsOf(edition, content, press, bodies), edition.site.language);
  return { key, pieces: files.map(({ path, content }) => writePiece(folder, place + path, content)) };
}

/** Records with their texts, one at a time: those of ten thousand briefings need not be in memory together. */
function* recordsOf(edition: Edition, content: Content, press: Press, bodies: SearchParts['bodies']) {
  const pictured = readRenderer(press.renderer).bodies;
  const store = new Store();
  try {
    const { bodyOf } = givenOf(content, store);
    const records = searchRecords(edition);
    for (const [place, { id }] of edition.briefings.entries()) {
      const record = records[place];
      const key = `briefings/${id}`;
      const body = bodies.get(key) ?? pictured[key] ?? bodyOf('briefings', id)?.html ?? '';
      if (record) yield { record, body };
    }
  } finally {
    store.close();
  }
}

/** Tells whether an index would be another one. A record says what stands in files, and in which of them follows from what is public. */
function keyOf({ briefings }: Edition, { readings }: Content, { salt }: Press, bodies: SearchParts['bodies']): string {
  const digestOf = (file: string) => readings.stored.get(file)?.digest;
  const texts = briefings.map(({ id, file }) => [id, digestOf(file), bodies.get(`briefings/${id}`)]);
  return hash('sha256', JSON.stringify([salt, digestOf('sources.yaml'), texts]));
}
