import { beforeAll, describe, expect, test } from 'vitest';
import { type Build, buildSite } from '../support/build.ts';
import { checkMutants, type Verdicts } from '../support/fuzz/check.ts';
import type { Found } from '../support/fuzz/check-worker.ts';
import { lostIn } from '../support/fuzz/compare.ts';
import { isMap, saidBy } from '../support/fuzz/expected.ts';
import { type Mutant, mutants } from '../support/fuzz/mutants.ts';
import { addMutant, FUZZ, removeMutant, writePublication } from '../support/fuzz/publication.ts';

// Real briefings with something done to them: each is either refused with its place, or published as what it says.

const SEED = 20260123;
const all = mutants(SEED);

let verdicts: Verdicts;
let survivors: Mutant[] = [];
let build: Build;
let disputed = 0;

beforeAll(async () => {
  writePublication(FUZZ.folder);
  verdicts = await checkMutants(FUZZ.folder, all);
  // A name of a file is not judged while another file cannot be read: those that held are checked again among their like.
  const held = all.filter(({ slug }) => verdicts.mistakes.get(slug)?.length === 0);
  const again = await checkMutants(FUZZ.folder, held);
  for (const [slug, mistakes] of again.mistakes) verdicts.mistakes.set(slug, mistakes);
  for (const [slug, fault] of again.faults) verdicts.faults.set(slug, fault);
  verdicts.elsewhere.push(...again.elsewhere);
  survivors = held.filter(({ slug }) => verdicts.mistakes.get(slug)?.length === 0 && !verdicts.faults.has(slug));
  for (const mutant of survivors) addMutant(FUZZ.folder, mutant);
  build = await buildSite(FUZZ.folder, FUZZ.site);
  // Code in MDX may hold and still fail when it runs: the build then says in which file.
  for (let again = 0; again < 3 && build.exitCode !== 0; again += 1) {
    const failed = failedIn(build.printed);
    if (!failed) break;
    removeMutant(FUZZ.folder, failed.mutant);
    verdicts.mistakes.set(failed.mutant.slug, [failed.mistake]);
    survivors = survivors.filter((mutant) => mutant !== failed.mutant);
    build = await buildSite(FUZZ.folder, FUZZ.site);
  }
}, 600_000);

describe('of mutants of real briefings', () => {
  test('there are a thousand and more, of many kinds, and no two are alike', () => {
    expect(all.length).toBeGreaterThanOrEqual(1000);
    expect(new Set(all.map(({ kind }) => kind)).size).toBeGreaterThan(25);
    const files = new Set(all.map(({ name, bytes }) => (name.includes('/2026/m') ? bytes.toString('base64') : name)));
    expect(files.size).toBeGreaterThanOrEqual(1000);
  });

  test('none brings the checks down or keeps them for ten seconds', () => {
    expect([...verdicts.faults].map(([slug, fault]) => `${told(slug)}: ${fault}`)).toEqual([]);
  });

  test('each that is refused is named, with its line, a rule and a sentence', () => {
    const badly = all.flatMap(({ slug }) =>
      (verdicts.mistakes.get(slug) ?? [])
        .filter(
          ({ line, column, rule, message }) =>
            line < 1 || column < 1 || !/^[a-z-]+$/.test(rule) || !isSentence(message),
        )
        .map((mistake) => `${told(slug)}: ${JSON.stringify(mistake)}`),
    );
    expect(badly).toEqual([]);
  });

  test('each is refused in its own file: files that nobody changed have no mistakes', () => {
    expect(verdicts.elsewhere).toEqual([]);
  });

  test('the mistakes are of many rules', () => {
    const rules = new Set([...verdicts.mistakes.values()].flat().map(({ rule }) => rule));
    const known = ['missing', 'wrong-type', 'yaml-syntax', 'duplicate-key', 'unknown-key', 'encoding', 'front-matter'];
    expect([...rules]).toEqual(expect.arrayContaining([...known, 'event-date', 'unknown-source', 'unknown-file']));
  });

  test('those that hold are built', () => {
    expect(build.exitCode, build.printed).toBe(0);
    expect(survivors.length).toBeGreaterThan(200);
    expect(survivors.length).toBeLessThan(all.length / 2);
  });

  test('what would be lost is found, in whatever field', () => {
    const mutant = survivors.find(({ name, kind }) => name.endsWith('.md') && kind === 'Markdown in the body');
    const page = `${build.folder}/${mutant?.name.replace(/\.md$/, '')}`;
    const said = saidBy(mutant?.bytes ?? Buffer.alloc(0), false);
    expect(lostIn(page, said, FUZZ.asOf)).toEqual([]);
    expect(lostIn(page, { ...said, words: [...said.words, 'lost'] }, FUZZ.asOf)).toEqual(['body: lost']);
    for (const [key, value] of Object.entries(said.data)) {
      const more = { ...said, data: { ...said.data, [key]: withMore(value) } };
      expect(lostIn(page, more, FUZZ.asOf), key).not.toEqual([]);
    }
  });

  test('each that is built says every text of its file, and no field is lost', () => {
    const lost = survivors.flatMap((mutant) => {
      const said = saidBy(mutant.bytes, mutant.name.endsWith('.mdx'));
      if (said.disputed) disputed += 1;
      const page = `${build.folder}/${mutant.name.replace(/\.mdx?$/, '')}`;
      return lostIn(page, said, FUZZ.asOf).map((text) => `${told(mutant.slug)}: ${text}`);
    });
    expect(lost).toEqual([]);
    console.log(reported());
  });
});

/** The mutant that a build names, as `m0001.mdx:1:1  error  rule  What is wrong`. */
function failedIn(printed: string): { mutant: Mutant; mistake: Found } | undefined {
  const line = /(m\d{4})\.mdx:(\d+):(\d+) {2}error {2}([a-z-]+) {2}(.+)/.exec(printed);
  const mutant = survivors.find(({ slug, name }) => slug === line?.[1] && name.endsWith('.mdx'));
  if (!line || !mutant) return undefined;
  const [, , row, column, rule = '', message = ''] = line;
  return { mutant, mistake: { file: mutant.name, line: Number(row), column: Number(column), rule, message } };
}

/** A value that says a little more: in its last text or, where it has entries, in the last of the last. */
function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return [...value.slice(0, -1), withMore(value.at(-1))];
  if (!isMap(value)) return `${String(value)} lost`;
  const [key = '', last] = Object.entries(value).at(-1) ?? [];
  return { ...value, [key]: withMore(last) };
}

/** A mutant in words, so that it can be found again. */
function told(slug: string): string {
  const mutant = all.find((other) => other.slug === slug);
  return `${slug} (${mutant?.kind}, of ${mutant?.base}; ${mutant?.name})`;
}

/** One that an editor can read: a sentence, and no stack. */
function isSentence(message: string): boolean {
  return /^\P{Ll}/u.test(message) && !/\n\s+at /.test(message) && !message.includes('node_modules');
}

/** How many of each kind were refused, by which rules, and how many were built. */
function reported(): string {
  const kinds = [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, ofKind]) => {
    const first = ofKind.flatMap(({ slug }) => verdicts.mistakes.get(slug)?.[0]?.rule ?? []);
    const rules = [...Map.groupBy(first, (rule) => rule)]
      .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
      .map(([rule, list]) => `${rule} ${list.length}`);
    const counts = [ofKind.length, first.length, ofKind.length - first.length].map((count) =>
      String(count).padStart(5),
    );
    return `${kind.padEnd(26)}${counts.join(' ')}  ${rules.join(', ')}`;
  });
  const head = `${'mutation'.padEnd(26)}  all  refused, built  the first rule that refused it`;
  const tail = `${all.length} mutants, ${survivors.length} built. ${disputed} are YAML to one of two readers only.`;
  return [head, ...kinds, tail].join('\n');
}
