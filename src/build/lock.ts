import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { shownPath } from './folders.ts';

/** What is held by one process at a time. */
export interface Lock {
  release(): void;
}

/** A lock that cannot be taken, whoever holds it. The message is a sentence. */
export class LockError extends Error {}

/** Whether SQLite says that another process holds a lock (https://sqlite.org/rescode.html#busy). */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

/**
 * Waits until no other process holds this lock, and takes it. The lock is that of an empty SQLite database in an exclusive
 * transaction: the operating system frees it when its holder ends, however it ends, so it is never stale.
 *
 * @param file that stands for the lock; it is made where it is missing, and stays.
 * @param onWait is called once if there is a wait.
 * @throws LockError if the file cannot be made, or its file system knows no locks.
 */
export async function takeLock(file: string, onWait: () => void): Promise<Lock> {
  const database = open(file);
  for (let tries = 0; !begins(database, file); tries += 1) {
    if (tries === 0) onWait();
    // In turns, not in one blocking call, so that Ctrl+C still ends the wait.
    await delay(200);
  }
  return { release: () => database.close() };
}

function open(file: string): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return new DatabaseSync(file, { timeout: 0 });
  } catch (error) {
    throw cannotLock(file, error);
  }
}

/** Whether the lock was free, and is taken now. */
function begins(database: DatabaseSync, file: string): boolean {
  try {
    // Nothing is ever written, not even a journal: a full disk stops no lock.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    database.close();
    throw cannotLock(file, error);
  }
}

function cannotLock(file: string, error: unknown): LockError {
  return new LockError(`${shownPath(file)} cannot be locked: ${error instanceof Error ? error.message : error}.`);
}
