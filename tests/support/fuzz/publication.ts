import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Mutant } from './mutants.ts';
import { PUBLICATIONS } from './mutants.ts';

/** The publication of all mutants that hold, and what is built of it. */
export const FUZZ = {
  folder: 'tests/.output/fuzz-content',
  site: 'fuzz',
  /** After whatever a mutant may be dated by a small change. */
  asOf: '2030-01-01T00:00:00Z',
};

const SITE = [
  'name: Mutants',
  'tagline: Real briefings with something done to them',
  'url: https://mutants.example/',
  'language: en-GB',
  'timeZone: UTC',
  `asOf: ${FUZZ.asOf}`,
  '',
].join('\n');

/** Writes all that the briefings refer to, and the briefings themselves as they were: bodies link to them. */
export function writePublication(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  write(folder, 'site.yaml', SITE);
  for (const list of ['topics.yaml', 'sources.yaml', 'places.yaml']) {
    const given = PUBLICATIONS.map((from) => join(from, list)).filter((file) => existsSync(file));
    write(folder, list, given.map((file) => readFileSync(file, 'utf8')).join('\n'));
  }
  for (const from of PUBLICATIONS) {
    for (const file of globSync('{stories,pages,briefings/*}/*', { cwd: from })) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      copyFileSync(join(from, file), join(folder, file));
    }
  }
}

/** Adds a mutant, and the story that is its own. */
export function addMutant(folder: string, { name, slug, bytes }: Mutant): void {
  write(folder, name, bytes);
  if (bytes.includes(slug)) {
    const story = `---\nheadline: A story\nstandfirst: It is told by one briefing.\nstate: active\n---\n\nBackground.\n`;
    write(folder, `stories/${slug}.md`, story);
  }
}

export function removeMutant(folder: string, { name, slug }: Mutant): void {
  for (const file of [name, `stories/${slug}.md`]) rmSync(join(folder, file), { force: true });
}

function write(folder: string, name: string, text: string | Buffer): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}
