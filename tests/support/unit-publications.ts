import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';

const FOLDER = 'tests/.output/publications';

/** What a repository cannot hold, or not well: it is made when it is needed. */
const MADE: Record<string, (briefings: string) => void> = {
  unreadable: (briefings) => execFileSync('mkfifo', [`${briefings}/pipe.md`]),
  'too-large': (briefings) => writeFileSync(`${briefings}/long.md`, 'Word '.repeat(200_100)),
  'case-only': (briefings) => copyFileSync(`${briefings}/crane.png`, `${briefings}/Crane.png`),
};

/**
 * The content folder of a publication of tests/publications, made whole.
 *
 * @param set the folder that it is in: `bad`, `warned`.
 */
export function contentOf(set: string, name: string): string {
  const content = `tests/publications/${set}/${name}/content`;
  const make = MADE[name];
  if (!make) return content;
  const copy = `${FOLDER}/${name}`;
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  cpSync(content, `${copy}/content`, { recursive: true });
  make(`${copy}/content/briefings/2026`);
  return `${copy}/content`;
}
