import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { readingVersion } from '../checks/reading-version.ts';
import type { CollectionName } from '../schemas/publication.ts';
import { refusalOf } from './failure.ts';
import { cacheFolder } from './folders.ts';
import { isBusy } from './lock.ts';

/** Which store: plain data, for threads. */
export interface StoreAt {
  /** The file of the store. */
  file: string;
  /** Of what reads files: what another one has read is forgotten. */
  version: string;
}

let version: string | undefined;

/** The store of the content folder. */
export function storeAt(): StoreAt {
  version ??= readingVersion(join(import.meta.dirname, '../..'), process.version);
  return { file: resolve(cacheFolder(), 'store.sqlite'), version };
}

/** A file of the content folder as it was read: what it says, and by what it is known again. */
export interface StoredFile {
  name: string;
  /** Size and time of the file, by which it is taken for unchanged without being opened. */
  stamp: string;
  /** Of its bytes. */
  digest: string;
  /** Its reading without entries, JSON. */
  reading: string;
  /** `StoredEntries`, JSON: all that pages are made from. */
  entries: string;
  /** The name of its rendered body in the store; empty where it has none. */
  body: string;
}

/** The entries of a file. */
export interface StoredEntries {
  collection: CollectionName;
  /** Of the file. */
  id: string;
  entries: object[];
}

/** A rendered body. */
export interface StoredBody {
  key: string;
  html: string;
  /** Addresses of images beside the text, which Astro has to render. */
  images: string[];
}

/**
 * What builds have found out about content and can use again: a SQLite file, which stays whole however a build ends. It is
 * a cache: whoever removes it loses time alone.
 */
export class Store {
  readonly #database: DatabaseSync;
  readonly #html: StatementSync;

  /** It is made where it is missing, and anew where it cannot be read. */
  constructor({ file, version }: StoreAt = storeAt()) {
    mkdirSync(dirname(file), { recursive: true });
    try {
      this.#database = opened(file, version);
    } catch (error) {
      // What the machine refuses, or somebody else is using, is as good as it was.
      if (refusalOf(error) !== undefined || isBusy(error)) throw error;
      for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
      this.#database = opened(file, version);
    }
    this.#html = this.#database.prepare('SELECT html FROM bodies WHERE key = ?');
  }

  /** Every file, in the order of their names. */
  files(): StoredFile[] {
    return this.#database
      .prepare('SELECT name, stamp, digest, reading, entries, body FROM files ORDER BY name')
      .all()
      .map((row) => ({
        name: String(row.name),
        stamp: String(row.stamp),
        digest: String(row.digest),
        reading: String(row.reading),
        entries: String(row.entries),
        body: String(row.body),
      }));
  }

  /** Every file with entries, in the order of their names. */
  named(): Pick<StoredFile, 'name' | 'digest' | 'body'>[] {
    return this.#database
      .prepare("SELECT name, digest, body FROM files WHERE entries <> '' ORDER BY name")
      .all()
      .map((row) => ({ name: String(row.name), digest: String(row.digest), body: String(row.body) }));
  }

  /** Does all of some reading at one look: what somebody else writes meanwhile is not seen. */
  atOnce(read: () => void): void {
    this.#database.exec('BEGIN');
    try {
      read();
    } finally {
      this.#database.exec('COMMIT');
    }
  }

  /** The entries of a file that has some, of which pages are made. */
  entriesOf(name: string): StoredEntries {
    return entriesIn(this.#database.prepare('SELECT entries FROM files WHERE name = ?').get(name));
  }

  /** Whether it has these files and no others, as they were read then. */
  holds(files: ReadonlyMap<string, Pick<StoredFile, 'digest' | 'body'>>): boolean {
    const rows = this.#database.prepare('SELECT name, digest, body FROM files').all();
    return (
      rows.length === files.size &&
      rows.every(({ name, digest, body }) => {
        const file = files.get(String(name));
        return file?.digest === digest && file?.body === body;
      })
    );
  }

  /** The names of all bodies. */
  bodies(): Set<string> {
    return new Set(
      this.#database
        .prepare('SELECT key FROM bodies')
        .all()
        .map(({ key }) => String(key)),
    );
  }

  /** The images of the bodies that have any, by the names of these bodies. */
  images(): Map<string, string[]> {
    const rows = this.#database.prepare("SELECT key, images FROM bodies WHERE images <> ''").all();
    return new Map(rows.map(({ key, images }) => [String(key), JSON.parse(String(images))]));
  }

  /**
   * The HTML of a body.
   *
   * @throws RangeError if there is none.
   */
  html(key: string): string {
    const row = this.#html.get(key);
    if (!row) throw new RangeError(`there is no body ${key}`);
    return String(row.html);
  }

  /** Puts in what was read and rendered, all of it or nothing. */
  put(files: readonly StoredFile[], bodies: readonly StoredBody[]): void {
    this.#together(() => {
      const file = this.#database.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)');
      for (const { name, stamp, digest, reading, entries, body } of files) {
        file.run(name, stamp, digest, reading, entries, body);
      }
      const row = this.#database.prepare('INSERT OR REPLACE INTO bodies VALUES (?, ?, ?)');
      for (const { key, html, images } of bodies) row.run(key, html, images.length === 0 ? '' : JSON.stringify(images));
    });
  }

  /** Files that are the same, and have another size or time. */
  restamp(stamps: ReadonlyMap<string, string>): void {
    if (stamps.size === 0) return;
    this.#together(() => {
      const file = this.#database.prepare('UPDATE files SET stamp = ? WHERE name = ?');
      for (const [name, stamp] of stamps) file.run(stamp, name);
    });
  }

  /** Forgets files that are gone. */
  remove(names: readonly string[]): void {
    if (names.length === 0) return;
    this.#together(() => {
      const file = this.#database.prepare('DELETE FROM files WHERE name = ?');
      for (const name of names) file.run(name);
    });
  }

  /** Forgets bodies that no file has. */
  tidy(): void {
    this.#database.exec('DELETE FROM bodies WHERE key NOT IN (SELECT body FROM files)');
  }

  close(): void {
    this.#database.close();
  }

  #together(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      undo(this.#database);
      throw error;
    }
  }
}

/**
 * Reads ahead what a store has, for whoever will need most of it. Another build may be writing to it.
 *
 * @returns the entries of files, and the digests of the files that had them; nothing where the store cannot be used.
 */
export function readAhead(
  { file, version }: StoreAt = storeAt(),
): Map<string, { digest: string; stored: StoredEntries }> {
  try {
    using database = new DatabaseSync(file, { readOnly: true });
    // One look at it: what is written meanwhile is not seen.
    database.exec('BEGIN');
    const isCurrent = database.prepare('SELECT version FROM reader').get()?.version === version;
    const rows = isCurrent ? database.prepare("SELECT name, digest, entries FROM files WHERE entries <> ''").all() : [];
    return new Map(rows.map((row) => [String(row.name), { digest: String(row.digest), stored: entriesIn(row) }]));
  } catch {
    return new Map();
  }
}

function entriesIn(row: Record<string, unknown> | undefined): StoredEntries {
  return JSON.parse(String(row?.entries));
}

/** Where the disk is full, SQLite has done so itself. */
function undo(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK');
  } catch {}
}

/** Threads of one build write to it in turns. */
const PATIENCE = 60_000;

function opened(file: string, version: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: PATIENCE });
  // A cache need not be on the disk when the power goes.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF');
  database.exec(
    'CREATE TABLE IF NOT EXISTS files (name TEXT PRIMARY KEY, stamp, digest, reading, entries, body) WITHOUT ROWID',
  );
  database.exec('CREATE TABLE IF NOT EXISTS bodies (key TEXT PRIMARY KEY, html, images)');
  // The few that have images are found without going through the text of all.
  database.exec("CREATE INDEX IF NOT EXISTS pictured ON bodies (key, images) WHERE images <> ''");
  database.exec('CREATE TABLE IF NOT EXISTS reader (version)');
  if (database.prepare('SELECT version FROM reader').get()?.version !== version) {
    database.exec('BEGIN IMMEDIATE; DELETE FROM files; DELETE FROM reader');
    database.prepare('INSERT INTO reader VALUES (?)').run(version);
    database.exec('COMMIT');
  }
  return database;
}
