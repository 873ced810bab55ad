/*
 * Loaded into a build with `node --import`, for what no small disk shows or where none can be mounted: everything below
 * DISK_BELOW is on a disk with room for DISK_ROOM bytes, to which nothing on another one can be linked. A path that DISK_FILE
 * matches finds no room at all. What is written in part stays, as on a real disk. A file whose path ends in DISK_LOSES is
 * written without complaint, and is not there. With DISK_STORE, no database may grow. What libraries write that are no
 * JavaScript passes by. Each refusal is noted in DISK_LOG, since it may be in another process.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';

const { DISK_BELOW = 'nowhere', DISK_FILE = '(?!)', DISK_LOSES = 'nothing', DISK_STORE, DISK_LOG } = process.env;
const refused = new RegExp(DISK_FILE);
let room = Number(process.env.DISK_ROOM ?? Number.POSITIVE_INFINITY);

const { writeFileSync, copyFileSync, linkSync, appendFileSync } = fs;

/** Takes room for a file, and returns how many of its bytes find some. */
function taken(path: string, size: number): number {
  if (refused.test(path)) return Math.floor(size / 2);
  if (!isOnDisk(path)) return size;
  const fits = Math.min(size, room);
  room -= fits;
  return fits;
}

function isOnDisk(path: string): boolean {
  return path.startsWith(DISK_BELOW);
}

function error(code: string, words: string, path: string): Error {
  if (code === 'ENOSPC' && DISK_LOG !== undefined) appendFileSync(DISK_LOG, `${path}\n`);
  return Object.assign(new Error(`${code}: ${words} '${path}'`), { code, syscall: 'write', path });
}

function full(path: string): Error {
  return error('ENOSPC', 'no space left on device, write', path);
}

function pathOf(target: unknown): string {
  if (target instanceof URL) return fileURLToPath(target);
  if (typeof target === 'string') return target;
  throw new TypeError('Only paths are written here.');
}

function write(target: unknown, data: unknown, options?: fs.WriteFileOptions): void {
  const path = pathOf(target);
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  if (!(bytes instanceof Uint8Array)) throw new TypeError('Only text and bytes are written here.');
  if (path.endsWith(DISK_LOSES)) return;
  const fits = taken(path, bytes.length);
  writeFileSync(path, bytes.subarray(0, fits), options);
  if (fits < bytes.length) throw full(path);
}

function copy(from: fs.PathLike, to: fs.PathLike, mode?: number): void {
  const path = pathOf(to);
  const { size } = fs.statSync(from);
  copyFileSync(from, to, mode);
  const fits = taken(path, size);
  if (fits === size) return;
  fs.truncateSync(to, fits);
  throw full(path);
}

function link(from: fs.PathLike, to: fs.PathLike): void {
  const path = pathOf(to);
  // The folder has no room for another name either.
  if (refused.test(path)) throw full(path);
  if (isOnDisk(pathOf(from)) !== isOnDisk(path)) throw error('EXDEV', 'cross-device link not permitted, link', path);
  linkSync(from, to);
}

/** Lets a database have all the room that it will ever have, before the first that it does. */
function stopGrowth(): void {
  const { exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (sql) {
    exec.call(this, 'PRAGMA max_page_count = 1');
    exec.call(this, sql);
  };
}

Object.assign(fs, { writeFileSync: write, copyFileSync: copy, linkSync: link });
Object.assign(fs.promises, {
  writeFile: async (...given: Parameters<typeof write>) => write(...given),
  copyFile: async (...given: Parameters<typeof copy>) => copy(...given),
});
if (DISK_STORE !== undefined) stopGrowth();
syncBuiltinESMExports();
