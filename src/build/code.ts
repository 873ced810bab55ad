import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';

/** All files that pages are made with, beside the content. */
const CODE = ['src/**', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/** The digest of the code of the project, and of what it runs on, with its names of days and languages. What was made with other code is not used again. */
export function codeDigest(): string {
  const { node, icu, cldr, tz, unicode } = process.versions;
  const digest = createHash('sha256').update([node, icu, cldr, tz, unicode].join());
  for (const path of globSync(CODE).sort()) {
    if (statSync(path).isFile()) digest.update(`\0${path.replaceAll('\\', '/')}\0`).update(readFileSync(path));
  }
  return digest.digest('hex');
}
