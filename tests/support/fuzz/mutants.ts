import { globSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
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
const EACH = 38;

/** The same mutants in every run; each is another file than the one that it was made of. */
export function mutants(seed: number): Mutant[] {
  const random = randomOf(seed);
  const all = PUBLICATIONS.flatMap((folder) => globSync(`${folder}/briefings/*/*`).sort());
  const files = all.map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
  const made: Mutant[] = [];
  const add = (
    kind: string,
    mdx: boolean,
    make: (text: string, slug: string, end: string) => Pick<Mutant, 'name' | 'bytes'>,
  ) => {
    const slug = `m${String(made.length + 1).padStart(4, '0')}`;
    const { path, text } = random.pick(files.filter((file) => !mdx || file.path.endsWith('.mdx')));
    const base = withOwnStory(random, text, slug);
    const { name, bytes } = make(base, slug, extname(path));
    if (name.endsWith(`/${slug}${extname(path)}`) && bytes.equals(Buffer.from(base)) && !/^(20|99|00)/.test(name))
      return false;
    made.push({ slug, kind, base: path, name, bytes });
    return true;
  };
  for (const [kind, change] of Object.entries(CHANGES)) {
    const mdx = kind in MDX_BODY;
    for (let count = 0; count < EACH; ) {
      const added = add(kind, mdx, (text, slug, end) => ({
        name: `briefings/2026/${slug}${end}`,
        bytes: Buffer.from(change(random, text)),
      }));
      if (added) count += 1;
    }
  }
  for (const rename of NAMES) {
    add('file renamed', false, (text, slug) => ({ name: `briefings/${rename(slug)}`, bytes: Buffer.from(text) }));
  }
  return made;
}

/**
 * Briefings of one story tell its events together, and the newest one prevails: so that each page shows what its own file
 * says, a mutant has a story of its own or none.
 */
function withOwnStory(random: Random, text: string, slug: string): string {
  return text.replace(/^story: .*\n/m, random.below(4) === 0 ? `story: ${slug}\n` : '');
}
