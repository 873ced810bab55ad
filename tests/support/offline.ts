import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** The sample, kept in browsers: the content folder that is written for it, and the folder of the built site. */
export const OFFLINE = { content: 'tests/.output/offline-content', folder: 'tests/.output/browser-offline' };

/** Writes the publication. */
export function writeOffline(): void {
  rmSync(OFFLINE.content, { recursive: true, force: true });
  cpSync('content', OFFLINE.content, { recursive: true });
  const file = `${OFFLINE.content}/site.yaml`;
  writeFileSync(file, `${readFileSync(file, 'utf8')}offline: true\nnewSince: true\n`);
}
