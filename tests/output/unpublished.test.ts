import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemas } from '../../src/schemas/publication.ts';
import { buildSite } from '../support/build.ts';
import { HIDDEN, idOf, word } from '../support/hidden.ts';
import { everyFile, type Secret, secrets, toldBy } from '../support/secrets.ts';
import { UNPUBLISHED, writeUnpublished } from '../support/unpublished.ts';

const HIDDEN_SITE = 'tests/.output/unpublished';
const REVEALED_SITE = 'tests/.output/revealed';

/** What stays of a briefing that was taken back. */
const WITHDRAWN = HIDDEN.filter(({ kind }) => kind === 'withdrawn');
const KEPT = ['headline', 'slug', 'notice', 'alias'];

let revealed: Secret[] = [];

beforeAll(async () => {
  // What was public in an earlier build of the same folder must not stay behind in a cache either.
  writeUnpublished({ revealed: true });
  revealed = secrets();
  await build('revealed', { SOURCE_DATE_EPOCH: UNPUBLISHED.afterEmbargo });
  writeUnpublished();
  await build('unpublished');
});

async function build(name: string, variables: NodeJS.ProcessEnv = {}): Promise<void> {
  const { exitCode, printed } = await buildSite(UNPUBLISHED.folder, name, variables);
  if (exitCode !== 0) throw new Error(`${name} did not build:\n${printed}`);
}

describe('the publication of this test', () => {
  test('has hundreds of secrets, and each hidden briefing more than fifty of its own', () => {
    expect(secrets().length).toBeGreaterThan(500);
    for (const { name } of HIDDEN) {
      expect(secrets().filter(({ text }) => text.includes(name)).length, name).toBeGreaterThan(50);
    }
  });

  test.each(HIDDEN)('has every field of the schema filled in the $kind .$format', (hidden) => {
    const text = readFileSync(`${UNPUBLISHED.folder}/briefings/${idOf(hidden)}.${hidden.format}`, 'utf8');
    const filled = keysIn(parse(text.split(/^---$/m)[1] ?? ''));
    // What keeps a briefing from readers is no secret of its own.
    const known = keysOf(schemas.briefings).filter((key) => !['draft', 'embargoUntil'].includes(key));
    expect(known.length).toBeGreaterThan(60);
    expect(known.filter((key) => !filled.includes(key))).toEqual([]);
  });

  test('has every field of a source and of a story filled', () => {
    const sources: unknown = parse(readFileSync(`${UNPUBLISHED.folder}/sources.yaml`, 'utf8'));
    expect(keysIn(sources).map((key) => key.replace(/^\*\.?/, ''))).toEqual(
      expect.arrayContaining(keysOf(schemas.sources)),
    );
    for (const hidden of HIDDEN.filter(({ format }) => format === 'mdx')) {
      const text = readFileSync(`${UNPUBLISHED.folder}/stories/${word(hidden, 'storyslug')}.md`, 'utf8');
      expect(keysIn(parse(text.split(/^---$/m)[1] ?? ''))).toEqual(expect.arrayContaining(keysOf(schemas.stories)));
    }
  });
});

describe('once everything is public', () => {
  test('readers see every word, date and number that was a secret', () => {
    const told = toldBy(REVEALED_SITE, revealed);
    const expected = revealed.filter(({ seen }) => seen);
    expect(expected.length).toBeGreaterThan(450);
    expect(expected.filter(({ text }) => !told.has(text)).map(({ text }) => text)).toEqual([]);
  });
});

describe('what is not public', () => {
  test('is in no byte and no name of any file, but for what stays of the withdrawn', () => {
    expect(everyFile(HIDDEN_SITE).length).toBeGreaterThan(30);
    const stays = secrets().filter(({ text }) =>
      WITHDRAWN.some((hidden) => {
        const isOfStory = text.startsWith(word(hidden, 'story').slice(0, -2));
        return isOfStory || KEPT.some((field) => text === word(hidden, field));
      }),
    );
    const told = [...toldBy(HIDDEN_SITE)].filter(([secret]) => !stays.some(({ text }) => text === secret));
    expect(told).toEqual([]);
  });

  test.each(WITHDRAWN)(
    'leaves of the withdrawn .$format its headline, address and notice where they belong',
    (hidden) => {
      const told = toldBy(HIDDEN_SITE);
      const feeds = hidden.format === 'mdx' ? [`stories/${word(hidden, 'storyslug')}/`] : [];
      const page = `briefings/${idOf(hidden)}/`;
      const places = [
        ...['index.html', 'index.json', 'index.md'].map((file) => `${page}${file}`),
        'corrections/index.html',
        // Lists have the crane in its place; those of its own language and its own story had nothing else.
        ...['corrections/', `languages/${hidden.language.toLowerCase()}/`, ...feeds].flatMap((folder) =>
          ['atom.xml', 'feed.json', 'rss.xml'].map((feed) => `${folder}${feed}`),
        ),
      ].toSorted();
      const alias = `${word(hidden, 'alias')}/index.html`;
      const redirects = ['.nginx/site.conf', '_redirects', alias];
      expect(told.get(word(hidden, 'headline'))?.toSorted()).toEqual([...places, alias].toSorted());
      expect(told.get(word(hidden, 'notice'))?.toSorted()).toEqual(places);
      expect(told.get(word(hidden, 'slug'))?.toSorted()).toEqual(
        [...places, ...redirects, 'build-manifest.json', 'sitemap-1.xml'].toSorted(),
      );
      expect(told.get(word(hidden, 'alias'))?.toSorted()).toEqual([...redirects, 'build-manifest.json'].toSorted());
    },
  );

  test.each([
    ['briefings/index.html', '1 briefing, newest first.'],
    ['topics/index.html', '1 briefing<'],
    ['topics/cranes/index.html', 'Topic · 1 briefing<'],
    ['stories/index.html', 'Running · 1 briefing '],
    ['sources/index.html', '1 statement on record<'],
    ['sources/harbour-office/index.html', '1 statement on record<'],
  ])('is not counted in %s', (file, count) => {
    const html = readFileSync(`${HIDDEN_SITE}/${file}`, 'utf8');
    expect(html).toContain(count);
    expect(html).not.toMatch(/\b[2-9] (briefings|statements)\b/);
  });

  test('calls no event of a public briefing off', () => {
    for (const file of ['stories/harbour/index.html', 'briefings/2026/crane/index.html', 'coming-up/index.html']) {
      const html = readFileSync(`${HIDDEN_SITE}/${file}`, 'utf8');
      expect(html, file).toContain('The harbour opens');
      expect(html, file).not.toContain('Cancelled');
    }
  });
});

/** The ways to every single value that a schema has a place for: `facts.*.label`. */
function keysOf(schema: z.ZodType): string[] {
  return leavesOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '');
}

function leavesOf({ properties, items }: z.core.JSONSchema.BaseSchema, path: string): string[] {
  if (properties) {
    return Object.entries(properties).flatMap(([key, below]) => {
      const way = path === '' ? key : `${path}.${key}`;
      return typeof below === 'boolean' ? [way] : leavesOf(below, way);
    });
  }
  if (typeof items === 'object' && !Array.isArray(items)) return leavesOf(items, `${path}.*`);
  return [path];
}

/** The ways to every single value that a file has. */
function keysIn(data: unknown, path = ''): string[] {
  const below = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (Array.isArray(data)) return [...new Set(data.flatMap((entry) => keysIn(entry, below('*'))))];
  if (typeof data !== 'object' || data === null) return [path];
  return Object.entries(data).flatMap(([key, value]) => keysIn(value, below(key)));
}
