import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectContent } from '../../src/checks/content.ts';
import type { Mistake } from '../../src/checks/mistake.ts';
import { contentOf } from '../support/unit-publications.ts';

const publications = ['bad', 'warned'].flatMap((set) =>
  readdirSync(`tests/publications/${set}`).map((name) => ({ set, name })),
);

/** Mistakes of files that cannot be read as text, which have no place within them. */
const WHOLE = ['missing-file', 'unreadable', 'symlink', 'case-only', 'unknown-file', 'too-large', 'encoding'];

interface Told {
  mistake: Mistake;
  at: string;
  /** The line that it is told of, and what of it begins there; nothing where there is no such line. */
  line: string | undefined;
  rest: string;
}

/** Every mistake of a publication, with what stands at its place. */
function toldIn(set: string, name: string): Told[] {
  const content = contentOf(set, name);
  return inspectContent(content).mistakes.map((mistake) => {
    const { file, line, column, rule } = mistake;
    const at = `${file}:${line}:${column} ${rule}`;
    if (WHOLE.includes(rule)) return { mistake, at, line: undefined, rest: '' };
    const text = readFileSync(join(dirname(content), file), 'utf8').replace(/^\uFEFF/, '');
    const given = text.split('\n')[line - 1];
    return { mistake, at, line: given, rest: given?.slice(column - 1) ?? '' };
  });
}

/** What a message quotes first, where that is what stands in the file and not what is missing there. */
const NAMES_ITS_VALUE: readonly Mistake['rule'][] = [
  ...(['unknown-key', 'unknown-topic', 'unknown-story', 'broken-link', 'insecure-link'] as const),
];

const all = new Map(publications.map(({ set, name }) => [`${set}/${name}`, toldIn(set, name)]));
const everything = [...all.values()].flat();

describe('the place of every mistake of every test publication', () => {
  test.each([...all])('%s: is there in the file', (name, told) => {
    // That one is found by the build alone.
    expect(told.length > 0).toBe(name !== 'bad/mdx-render');
    for (const { mistake, at, line } of told) {
      expect(mistake.line, at).toBeGreaterThan(0);
      expect(mistake.column, at).toBeGreaterThan(0);
      // One beyond the last is where something is missing.
      expect(line === undefined ? 0 : mistake.column - 1, at).toBeLessThanOrEqual(line?.length ?? 0);
      expect(line !== undefined || WHOLE.includes(mistake.rule), at).toBe(true);
    }
  });

  test('is that of the value that is wrong, where the message names it', () => {
    const named = everything.flatMap(({ mistake: { rule, message }, at, rest }) => {
      const [, value] = /^"([^"]+)"/.exec(message) ?? [];
      return NAMES_ITS_VALUE.includes(rule) && value !== undefined && !message.startsWith(`"${value}" of`)
        ? [{ at, rest, value }]
        : [];
    });
    expect(named.length).toBeGreaterThan(15);
    for (const { at, rest, value } of named) expect(rest, at).toMatch(new RegExp(`^["']?${RegExp.escape(value)}`));
  });

  test('is that of the text that a mend replaces', () => {
    const mends = everything.flatMap(({ mistake: { fix, rule }, at, rest }) => (fix ? [{ fix, rule, at, rest }] : []));
    expect(mends.length).toBeGreaterThan(10);
    for (const { fix, rule, at, rest } of mends) {
      const given = rest.slice(0, fix.length);
      expect(given, at).toHaveLength(fix.length);
      expect(given, at).not.toBe(fix.replacement);
      if (rule === 'trailing-space') expect(given, at).toMatch(/^[ \t]+$/);
      else expect(given, at).toMatch(/^\S(.*\S)?$/);
    }
  });

  test.each([
    ['heading-skip', /^(#{2,6} |<h[2-6])/],
    ['unknown-footnote', /^\[\^/],
    ['unused-footnote', /^\[\^/],
    ['image-alt', /^(\.|\/|crane)/],
    ['future-event', /^\d{4}/],
    ['bidi-control', /^([\u202A-\u202E\u2066-\u2069]|["']|[^&]*&#)/],
    ['mdx-component', /^<[A-Z]/],
    ['mdx-import', /^['"]/],
    ['dropped-markup', /^(<|\w+:|\/\/)/],
  ] as const)('of %s is where it looks like %s', (rule, looks) => {
    const told = everything.filter(({ mistake }) => mistake.rule === rule);
    expect(told.length).toBeGreaterThan(0);
    for (const { at, rest } of told) expect(rest, at).toMatch(looks);
  });
});
