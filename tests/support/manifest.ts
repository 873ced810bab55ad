import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltFile, contentsOf, MANIFEST, manifestText } from '../../src/build/manifest.ts';

/** Writes the manifest of a folder into it. Returns its text and the files that it names. */
export function writeManifest(folder: string): { text: string; files: BuiltFile[] } {
  const { files } = contentsOf(folder);
  const text = manifestText(files);
  writeFileSync(join(folder, MANIFEST), text);
  return { text, files };
}
