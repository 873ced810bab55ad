import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The least that a publication has. */
export const LEAST: Readonly<Record<string, string>> = {
  'site.yaml':
    'name: Harbour News\ntagline: Tiny\nurl: https://example.org/\nlanguage: en-GB\ntimeZone: UTC\nasOf: 2026-01-27T00:00:00Z\n',
  'topics.yaml': '- id: harbour\n  name: Harbour\n  description: What is built in the harbour.\n',
  'sources.yaml': '- id: office\n  name: Harbour office\n',
  'briefings/2026/crane.md':
    '---\nheadline: A crane is built\nstandfirst: It is the last one.\npublishedAt: 2026-01-20T12:00:00Z\ntopics: [harbour]\nkeyPoints:\n' +
    '  - text: One crane is built.\n  - text: No other is planned.\nfacts:\n  - label: Cranes\n    value: "3"\n    by: office\n' +
    'timeline:\n  - date: 2026-01-20\n    text: The crane is built\n---\n\nText.\n',
};

/**
 * Does something with a content folder that is there only meanwhile.
 *
 * @param files by their names, below the folder.
 * @param use gets the path of the content folder, in a folder of its own.
 */
export function withFolder<Result>(files: Readonly<Record<string, string>>, use: (folder: string) => Result): Result {
  const root = mkdtempSync(join(tmpdir(), 'readout-'));
  const folder = join(root, 'content');
  try {
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return use(folder);
  } finally {
    rmSync(root, { recursive: true });
  }
}
