import { globSync, readFileSync } from 'node:fs';
import { extname, posix } from 'node:path';
import { BODY, MDX_BODY } from './body.ts';
import { BYTES, NAMES } from './bytes.ts';
import { FRONT_MATTER } from './front-matter.ts';
import { type Random, randomOf } from './random.ts';

/** A real briefing with something done to it. */
export interface Mutant {
  /** A number of its own, as a name of a file: `m0001`. */
  slug: string;
  /** What was done: `key deleted`. */
  kind: string;
  /** The briefing that it was. */
  base: string;
  /** Its file, from the content folder. */
  name: string;
  bytes: Buffer;
}

/** The publications whose briefings are mutated: the sample, and one with everything that there can be. */
export const PUBLICATIONS = ['content', 'tests/publications/good/port/content'];

type Change = (random: Random, file: string) => string | Buffer;

const CHANGES: Record<string, Change> = { ...FRONT_MATTER, ...BODY, ...MDX_BODY, ...BYTES };

/** How many there are of each kind. */
const EACH = 36;

/** The same mutants in every run; each is another file than the one that it was made of. */
export function mutants(seed: number): Mutant[] {
  const random = randomOf(seed);
  const files = PUBLICATIONS.flatMap((folder) => globSync(`${folder}/briefings/*/*`).sort())
    .map((path) => path.replaceAll('\\', '/'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const made: Mutant[] = [];
  const next = () => `m${String(made.length + 1).padStart(4, '0')}`;
  for (const [kind, change] of Object.entries(CHANGES)) {
    const bases = files.filter(({ path }) => !(kind in MDX_BODY) || path.endsWith('.mdx'));
    for (let count = 0; count < EACH; ) {
      const [slug, base] = [next(), random.pick(bases)];
      const text = withOwnStory(random, base.text, slug);
      const bytes = Buffer.from(change(random, text));
      if (bytes.equals(Buffer.from(text))) continue;
      made.push({ slug, kind, base: base.path, name: `briefings/2026/${slug}${extname(base.path)}`, bytes });
      count += 1;
    }
  }
  for (const rename of NAMES) {
    const [slug, base] = [next(), random.pick(files)];
    const bytes = Buffer.from(withOwnStory(random, base.text, slug));
    made.push({ slug, kind: 'file renamed', base: base.path, name: posix.join('briefings', rename(slug)), bytes });
  }
  return made;
}

/**
 * Briefings of one story tell its events together, and the newest one prevails: so that each page shows what its own file
 * says, a mutant has a story of its own or none.
 */
function withOwnStory(random: Random, text: string, slug: string): string {
  return text.replace(/^story: .*\n/m, random.below(8) === 0 ? `story: ${slug}\n` : '');
}
