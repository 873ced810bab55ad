import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';

/** The file of a built site that names all its others. */
export const MANIFEST = 'build-manifest.json';

/** A file of a built site. */
export interface BuiltFile {
  /** Relative to the site, with forward slashes. */
  path: string;
  /** In bytes. */
  size: number;
  /** In lower-case hexadecimal digits. */
  sha256: string;
}

/** What stands in a folder. */
interface Contents {
  /** In the order of their paths, by code unit. */
  files: BuiltFile[];
  /** Paths of what is neither a file nor a folder, such as links. */
  others: string[];
}

/** A manifest that is not there, or is none. The message is a sentence for its reader. */
export class ManifestError extends Error {}

const manifest = z.strictObject({
  version: z.literal(1),
  files: z.array(
    z.strictObject({
      path: z.string().refine(staysInside),
      size: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** All that stands in a folder but its manifest, as it is on the disk now. Links are named and not followed. */
export function contentsOf(folder: string): Contents {
  const files: BuiltFile[] = [];
  const others: string[] = [];
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below + entry.name;
      if (entry.isDirectory()) walk(`${path}/`);
      else if (!entry.isFile()) others.push(path);
      else if (path !== MANIFEST) files.push({ path, ...digestOf(join(folder, path)) });
    }
  };
  walk('');
  return { files: files.sort(byPath), others: others.sort() };
}

/** The manifest of these files: JSON with a line for each, the same bytes for the same files. */
export function manifestText(files: readonly BuiltFile[]): string {
  const lines = [...files].sort(byPath).map(({ path, size, sha256 }) => JSON.stringify({ path, size, sha256 }));
  return `{"version":1,"files":[\n${lines.join(',\n')}\n]}\n`;
}

/**
 * The files that a manifest names.
 *
 * @throws ManifestError if it is malformed, names a file twice, or names a path that leaves the folder.
 */
export function parseManifest(text: string): BuiltFile[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new ManifestError(`${MANIFEST} is not JSON.`);
  }
  const { data: parsed, error } = manifest.safeParse(data);
  if (!parsed) {
    const place = error.issues[0]?.path.join('.');
    throw new ManifestError(`${MANIFEST} is not a manifest of Readout${place ? `: look at ${place}` : ''}.`);
  }
  const paths = new Set(parsed.files.map(({ path }) => path));
  if (paths.size < parsed.files.length) throw new ManifestError(`${MANIFEST} names a file twice.`);
  return parsed.files;
}

/** How a folder differs from its manifest: a line for each file, in the order of their paths. */
export function differences(expected: readonly BuiltFile[], { files, others }: Contents): string[] {
  const found = new Map(files.map((file) => [file.path, file]));
  const named = new Set(expected.map(({ path }) => path));
  const lines = new Map<string, string>();
  for (const { path, size, sha256 } of expected) {
    const file = found.get(path);
    if (!file) lines.set(path, 'is missing');
    else if (file.size !== size) lines.set(path, `is changed: it has ${file.size} bytes, not ${size}`);
    else if (file.sha256 !== sha256) lines.set(path, 'is changed: its SHA-256 is another');
  }
  for (const { path } of files) if (!named.has(path)) lines.set(path, 'is too many: the manifest does not name it');
  for (const path of others) lines.set(path, 'is neither a file nor a folder');
  return [...lines.keys()].sort().map((path) => `${printable(path)} ${lines.get(path)}`);
}

/**
 * How a folder differs from the manifest in it: a line for each file, none where it is whole. No path of the manifest is
 * ever opened.
 *
 * @throws ManifestError if there is no manifest, or it is malformed; what `node:fs` throws if something cannot be read.
 */
export function verifyFolder(folder: string): { differences: string[]; count: number } {
  const path = join(folder, MANIFEST);
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) throw new ManifestError(`There is no ${path}.`);
  // Behind the link of an output, since a build may put another site there meanwhile.
  const site = realpathSync(folder);
  const expected = parseManifest(readFileSync(join(site, MANIFEST), 'utf8'));
  return { differences: differences(expected, contentsOf(site)), count: expected.length };
}

/** Size and digest of a file. Read in parts, since a file in public/ may be larger than memory. */
export function digestOf(path: string): Pick<BuiltFile, 'size' | 'sha256'> {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    let size = 0;
    for (let read = readSync(file, PART); read > 0; read = readSync(file, PART)) {
      hash.update(PART.subarray(0, read));
      size += read;
    }
    return { size, sha256: hash.digest('hex') };
  } finally {
    closeSync(file);
  }
}

const PART = Buffer.alloc(1 << 18);

/** Whether a path leads to a file in the folder on any system: neither absolute, nor up, nor to another drive. */
function staysInside(path: string): boolean {
  const parts = path.split(/[\\/]/);
  return !path.includes('\0') && !/^[a-z]:/i.test(path) && parts.every((part) => !['', '.', '..'].includes(part));
}

/** A path that does nothing to a terminal. */
function printable(path: string): string {
  return /\p{Cc}|\p{Cf}/u.test(path) ? JSON.stringify(path).replaceAll(/[\p{Cc}\p{Cf}]/gu, '�') : path;
}

/** By code unit, so that no locale has a say. */
function byPath(one: BuiltFile, other: BuiltFile): number {
  return one.path < other.path ? -1 : 1;
}
