import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The code that a reading comes from. */
const CODE = ['src/checks', 'src/markdown', 'src/schemas'];

/** The versions of the packages that it uses. */
const PACKAGES = ['package.json', 'package-lock.json'];

/**
 * What a reading depends on besides its file, as a digest: with another one, readings that were kept are not to be used.
 *
 * @param root the folder of the project.
 * @param runtime the version of Node, whose tables of letters, languages and time zones readings go by.
 * @throws Error of the file system if the code is not there.
 */
export function readingVersion(root: string, runtime: string): string {
  const digest = createHash('sha256').update(runtime);
  const files = CODE.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort(),
  );
  const packages = PACKAGES.map((name) => join(root, name)).filter((path) => existsSync(path));
  for (const path of [...files, ...packages])
    digest.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0');
  return digest.digest('hex');
}
