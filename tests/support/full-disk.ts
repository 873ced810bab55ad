/*
 * Loaded into a build with `node --import`, where no small disk can be mounted: everything below DISK_BELOW is on a disk
 * with room for DISK_ROOM bytes, and DISK_FILE is a file that finds none at all. What is written in part stays, as on a real
 * disk. A file whose path ends in DISK_LOSES is written without complaint, and is not there. What libraries write that are
 * no JavaScript passes by.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const { DISK_BELOW = '', DISK_FILE, DISK_LOSES = 'nothing' } = process.env;
let room = Number(process.env.DISK_ROOM ?? Number.POSITIVE_INFINITY);

const writeFileSync = fs.writeFileSync;
const copyFileSync = fs.copyFileSync;

/** Takes room for a file, and returns how many of its bytes find some. */
function taken(path: string, size: number): number {
  if (!path.startsWith(DISK_BELOW)) return size;
  if (basename(path) === DISK_FILE) return Math.floor(size / 2);
  const fits = Math.min(size, room);
  room -= fits;
  return fits;
}

function full(path: string): Error {
  const error = new Error(`ENOSPC: no space left on device, write '${path}'`);
  return Object.assign(error, { errno: -28, code: 'ENOSPC', syscall: 'write', path });
}

function write(target: unknown, data: unknown, options?: fs.WriteFileOptions): void {
  if (!(typeof target === 'string' || target instanceof URL)) throw new TypeError('Only paths are written here.');
  const path = typeof target === 'string' ? target : fileURLToPath(target);
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  if (!(bytes instanceof Uint8Array)) throw new TypeError('Only text and bytes are written here.');
  if (path.endsWith(DISK_LOSES)) return;
  const fits = taken(path, bytes.length);
  writeFileSync(path, bytes.subarray(0, fits), options);
  if (fits < bytes.length) throw full(path);
}

function copy(from: fs.PathLike, to: fs.PathLike, mode?: number): void {
  const path = to instanceof URL ? fileURLToPath(to) : String(to);
  const { size } = fs.statSync(from);
  copyFileSync(from, to, mode);
  const fits = taken(path, size);
  if (fits === size) return;
  fs.truncateSync(to, fits);
  throw full(path);
}

Object.assign(fs, { writeFileSync: write, copyFileSync: copy });
Object.assign(fs.promises, {
  writeFile: async (...given: Parameters<typeof write>) => write(...given),
  copyFile: async (...given: Parameters<typeof copy>) => copy(...given),
});
syncBuiltinESMExports();
