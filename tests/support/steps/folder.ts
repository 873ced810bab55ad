import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Files = ReadonlyMap<string, string | Buffer>;

/** A content folder that is brought from one state to the next. */
export class Folder {
  readonly path: string;
  #files: Files = new Map();
  /** When each text of a file stood there first. */
  readonly #times = new Map<string, Date>();

  /** @param path of the folder; what is there goes. */
  constructor(path: string) {
    this.path = path;
    rmSync(path, { recursive: true, force: true });
  }

  /**
   * Writes what has changed, and nothing else.
   *
   * @param keepsTimes whether a text that was there before comes back with the time that it had, as out of a backup.
   * @returns the names of the files that are there now, and are not as they were.
   */
  bringTo(files: Files, keepsTimes = false): string[] {
    for (const name of this.#files.keys()) if (!files.has(name)) rmSync(join(this.path, name));
    const changed = [...files].filter(([name, content]) => String(this.#files.get(name)) !== String(content));
    for (const [name, content] of changed) this.#write(name, content, keepsTimes);
    this.#files = files;
    return changed.map(([name]) => name);
  }

  #write(name: string, content: string | Buffer, keepsTimes: boolean): void {
    const path = join(this.path, name);
    const before = statSync(path, { throwIfNoEntry: false })?.mtime;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    const text = `${name}\0${content}`;
    const known = keepsTimes ? (this.#times.get(text) ?? before) : undefined;
    // Whole milliseconds, which is all that can be set again.
    const time = known ?? new Date();
    utimesSync(path, time, time);
    this.#times.set(text, time);
  }
}
