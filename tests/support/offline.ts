import { writeSample } from './sample.ts';

/** The sample, kept in browsers: the content folder that is written for it, and the folder of the built site. */
export const OFFLINE = { content: 'tests/.output/offline-content', folder: 'tests/.output/browser-offline' };

/** Writes the publication. */
export function writeOffline(): void {
  writeSample(OFFLINE.content, 'offline: true\nnewSince: true\n');
}
