import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

/** What is held by one process at a time. */
export interface Lock {
  release(): void;
}

/** What SQLite answers while another process holds the lock (https://sqlite.org/rescode.html#busy). */
const BUSY = 5;

/**
 * Waits until no other process holds this lock, and takes it. The lock is that of an empty SQLite database in an exclusive
 * transaction: the operating system frees it when its holder ends, however it ends, so it is never stale.
 *
 * @param file that stands for the lock; it is made where it is missing, and stays.
 * @param onWait is called once if there is a wait.
 * @throws what `node:fs` or SQLite throws if the file cannot be made or its file system knows no locks.
 */
export async function takeLock(file: string, onWait: () => void): Promise<Lock> {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 0 });
  for (let tries = 0; !begins(database); tries += 1) {
    if (tries === 0) onWait();
    // In turns, not in one blocking call, so that Ctrl+C still ends the wait.
    await delay(200);
  }
  return { release: () => database.close() };
}

function begins(database: DatabaseSync): boolean {
  try {
    // Nothing is ever written, not even a journal: a full disk stops no lock.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return false;
    database.close();
    throw error;
  }
}
