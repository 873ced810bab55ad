import { cpSync, lstatSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import sharp from 'sharp';
import { MANIFEST, verifyFolder } from '../../src/build/manifest.ts';
import { random } from './random.ts';

/** Writes a small publication with a picture in every stage of a build. Its words stand on every page. */
export async function writeEdition(folder: string, words: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  cpSync('tests/publications/good/plain/content', folder, { recursive: true });
  const site = readFileSync(join(folder, 'site.yaml'), 'utf8');
  writeFileSync(
    join(folder, 'site.yaml'),
    `${site.replace('Harbour News', `Harbour News, ${words}`)}asOf: 2026-01-27T00:00:00Z\n`,
  );
  const briefing = join(folder, 'briefings/2026/crane.md');
  writeFileSync(briefing, `${readFileSync(briefing, 'utf8')}\n![Noise](./noise.png)\n`);
  // Noise, so that no format makes it small.
  const next = random(words.length);
  const pixels = Buffer.from(Array.from({ length: 700 * 500 * 3 }, () => next() * 256));
  const picture = sharp(pixels, { raw: { width: 700, height: 500, channels: 3 } });
  await picture.png({ compressionLevel: 1 }).toFile(join(folder, 'briefings/2026/noise.png'));
}

/** How a served folder differs from its manifest: nothing, if it is whole. */
export function wrongIn(folder: string): string[] {
  return verifyFolder(folder).differences;
}

/** What says which site stands there, in all its bytes. */
export function manifestOf(folder: string): string {
  return readFileSync(join(folder, MANIFEST), 'utf8');
}

/** What is kept beside the output that neither is served, nor was served before, nor is the lock. */
export function litterOf(output: string): string[] {
  const store = join(dirname(output), `.${basename(output)}`);
  const sites = readdirSync(store).filter((name) => /^[0-9a-f]{12}(-\d+)?$/.test(name));
  const others = readdirSync(store).filter((name) => name !== 'lock' && !sites.includes(name));
  const live = basename(readlinkSync(output));
  if (!sites.includes(live)) others.push(`${live} is served and is not there`);
  return sites.length > 2 ? [...others, ...sites] : others;
}

/**
 * Every file of an output with its bytes and its times, and the output itself. When a file got another name, which is how
 * builds use it again, is not among them.
 */
export function stateOf(output: string): unknown[] {
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((found) => found.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  const { ino, mtimeMs } = lstatSync(output);
  return [
    { output, ino, mtimeMs },
    ...paths.map((path) => {
      const found = statSync(path);
      return [path, found.ino, found.mtimeMs, readFileSync(path, 'base64')];
    }),
  ];
}
