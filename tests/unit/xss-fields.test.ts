import { describe, expect, test } from 'vitest';
import { schemas } from '../../src/schemas/publication.ts';
import { hostileBriefing, PLACES, SITE, SOURCES, STORY, TOPICS } from '../support/hostile.ts';
import { ADDRESS_VECTORS, MAILBOX_VECTORS, VECTORS } from '../support/xss.ts';

// Fields that take names, dates, addresses and the like take nothing that could be code. What text fields take is text
// wherever it is shown: tests/e2e/xss-pages.test.ts.

const ALL = [...VECTORS.map(({ text }) => text), ...ADDRESS_VECTORS, ...MAILBOX_VECTORS];
const contact = 'editor@example.org';

/** An entry of each collection with every field filled. */
const FILLED = {
  site: { ...SITE, contact, mdx: false },
  topics: TOPICS[0] ?? {},
  sources: SOURCES[0] ?? {},
  places: PLACES[0] ?? {},
  stories: { ...STORY, start: '2026-01' },
  briefings: { ...hostileBriefing('x', 'x', 0), draft: false, embargoUntil: '2026-02-10T00:00:00Z' },
};

type Path = readonly (string | number)[];

/** The place of every value; of lists, in the first entry. */
function leavesOf(data: unknown, path: Path = []): Path[] {
  if (typeof data !== 'object' || data === null) return [path];
  if (Array.isArray(data)) return leavesOf(data[0], [...path, 0]);
  return Object.entries(data).flatMap(([key, value]) => leavesOf(value, [...path, key]));
}

/** The same data with another value at one place. */
function withLeaf(data: unknown, path: Path, value: string): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(data)) return data.map((entry, index) => (index === key ? withLeaf(entry, rest, value) : entry));
  return Object.fromEntries(
    Object.entries(data ?? {}).map(([name, entry]) => [name, name === key ? withLeaf(entry, rest, value) : entry]),
  );
}

const COLLECTIONS = ['site', 'topics', 'sources', 'places', 'stories', 'briefings'] as const;

const LEAVES = COLLECTIONS.flatMap((name) =>
  leavesOf(FILLED[name]).map((path) => ({
    field: [name, ...path].join('.'),
    takes: (value: string) => schemas[name].safeParse(withLeaf(FILLED[name], path, value)).success,
  })),
);

const TEXTS = LEAVES.filter(({ takes }) => takes('Words'));
const ADDRESSES = LEAVES.filter(
  ({ field, takes }) => takes('https://example.org/') && !TEXTS.some((text) => text.field === field),
);
const STRICT = LEAVES.filter(
  (leaf) => !TEXTS.includes(leaf) && !ADDRESSES.includes(leaf) && leaf.field !== 'site.contact',
);

test('fields of every kind are tried', () => {
  expect(TEXTS.length).toBe(41);
  expect(ADDRESSES.map(({ field }) => field)).toEqual([
    'site.url',
    'site.licence.url',
    'briefings.questions.0.statements.0.citation.url',
    'briefings.questions.0.statements.0.citation.archiveUrl',
  ]);
  expect(STRICT.length).toBeGreaterThan(25);
});

describe('a field that takes no text', () => {
  test.each(STRICT)('takes no vector: $field', ({ takes }) => {
    expect(ALL.filter(takes)).toEqual([]);
  });

  test.each(ADDRESSES)('takes web addresses alone: $field', ({ takes }) => {
    const taken = ALL.filter(takes);
    expect(taken).toContain(ADDRESS_VECTORS.find((address) => address.startsWith('https:') && takes(address)));
    expect(taken.filter((address) => !/^https?:$/.test(new URL(address).protocol))).toEqual([]);
  });

  test('takes mailboxes of letters and signs that end nothing: site.contact', () => {
    const taken = ALL.filter((mailbox) => schemas.site.safeParse({ ...FILLED.site, contact: mailbox }).success);
    expect(taken).toEqual(["o'b+c@xss.invalid"]);
  });
});

test('an address is kept as an address holds it, so that it can end no attribute, element or line', () => {
  const { url } = schemas.site.shape.licence.unwrap().shape;
  const kept = ALL.flatMap((address) => url.safeParse(address).data ?? []);
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.filter((address) => /[<>"\s\\]/.test(address))).toEqual([]);
});

describe.each(TEXTS)('the text field $field', ({ takes }) => {
  test.each([
    ['several lines', 'a\nb'],
    ['a carriage return', 'a\rb'],
    ['a NUL', 'a\0b'],
    ['an escape', 'a\u001Bb'],
    ['half a letter', 'a\uD83D'],
    ['a turned line', 'a\u202Eb'],
  ])('takes no %s', (_name, value) => {
    expect(takes(value)).toBe(false);
  });
});
