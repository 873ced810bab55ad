import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Piece } from './pieces.ts';

const [FREE, TAKEN] = [0, 1];

/** How long one file may take another thread, in milliseconds: one that was ended in the midst of it never ends. */
const PATIENCE = 60_000;

/** What threads share that write to one folder. */
export function newGate(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/**
 * Writes files of a site for one of several threads. One of them writes at a time: within the system they would wait for each
 * other all the same, and with both cores, which the other can use better.
 */
export class Writing {
  readonly #folder: string;
  readonly #gate: Int32Array;
  readonly #made = new Set<string>();

  /** @param folder of the site. */
  constructor(folder: string, gate: Int32Array) {
    this.#folder = folder;
    this.#gate = gate;
  }

  write(path: string, content: string | Uint8Array): Piece {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const sha256 = hash('sha256', bytes);
    while (Atomics.compareExchange(this.#gate, 0, FREE, TAKEN) === TAKEN) {
      const came = Atomics.wait(this.#gate, 0, TAKEN, PATIENCE);
      if (came === 'timed-out') throw new Error(`A thread that writes has not ended: ${path} cannot be written.`);
    }
    try {
      this.#put(join(this.#folder, path), bytes);
    } finally {
      Atomics.store(this.#gate, 0, FREE);
      Atomics.notify(this.#gate, 0, 1);
    }
    return { path, size: bytes.length, sha256 };
  }

  #put(file: string, bytes: Uint8Array): void {
    const parent = dirname(file);
    if (!this.#made.has(parent)) mkdirSync(parent, { recursive: true });
    this.#made.add(parent);
    writeFileSync(file, bytes);
  }
}
