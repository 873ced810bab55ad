import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes the sample as a publication of its own.
 *
 * @param content the folder that it goes to; what stands there is removed.
 * @param settings more lines of its `site.yaml`.
 */
export function writeSample(content: string, settings: string): void {
  rmSync(content, { recursive: true, force: true });
  cpSync('content', content, { recursive: true });
  const file = `${content}/site.yaml`;
  writeFileSync(file, `${readFileSync(file, 'utf8')}${settings}`);
}
