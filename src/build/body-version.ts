import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paths } from '../paths.ts';

const SRC = join(import.meta.dirname, '..');

/**
 * A name for all that decides what bodies become: the code that parses and renders them, the packages it calls, the site's address and
 * language, and what Unicode says is a letter. HTML that was made under another name is made again.
 */
export function bodyVersion(paths: Paths, language: string): string {
  const digest = createHash('sha256').update(`${paths.absolute(paths.home())} ${language} ${process.versions.unicode}`);
  const code = globSync(['markdown/*.ts', 'checks/body/*.ts', 'languages/*.ts'], { cwd: SRC }).sort();
  for (const name of [...code, 'paths.ts', '../package-lock.json']) {
    digest.update(`\n${name}\n`).update(readFileSync(join(SRC, name)));
  }
  return digest.digest('hex');
}
