import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** A small publication with all that servers care for: old addresses, a contact, compressed files. Under a path, and not. */
export const HOSTED = {
  content: 'tests/publications/good/hosted/content',
  url: 'https://quay.example/news/',
  rootContent: 'tests/.output/hosted-root-content',
  rootUrl: 'https://quay.example/',
};

/** Writes the same publication at the root of its host. */
export function writeHostedAtRoot(): void {
  rmSync(HOSTED.rootContent, { recursive: true, force: true });
  cpSync(HOSTED.content, HOSTED.rootContent, { recursive: true });
  const file = `${HOSTED.rootContent}/site.yaml`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(HOSTED.url, HOSTED.rootUrl));
}
