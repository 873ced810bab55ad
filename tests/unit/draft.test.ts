import { PassThrough } from 'node:stream';
import { z } from 'astro/zod';
import fc from 'fast-check';
import { CORE_SCHEMA, load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { ask, NoAnswer } from '../../src/build/new/ask.ts';
import { type Beginning, draftOf } from '../../src/build/new/draft.ts';
import { slugOf } from '../../src/build/new/slug.ts';
import { briefing, briefingFields } from '../../src/schemas/briefing.ts';
import { mistakesOf } from '../support/unit-content.ts';

const BEGINNING: Beginning = {
  headline: 'A crane is late',
  publishedAt: '2026-01-20T09:00:00+01:00',
  topics: ['harbour'],
  stories: ['port'],
  places: ['quay'],
  source: 'office',
  mdx: false,
};

/** Front matter as another reader of YAML than the project's reads it. */
function frontMatterOf(file: string): unknown {
  return load(file.split(/^---$/m)[1] ?? '', { schema: CORE_SCHEMA });
}

/** As an editor would who takes every `#` away that stands before a key. */
function switchedOn(file: string): string {
  return file.replaceAll(/^( *)#(?=\w| {2})/gm, '$1');
}

describe('a draft', () => {
  test.each([true, false])('holds as it is, and is one (MDX: %s)', (mdx) => {
    const text = draftOf({ ...BEGINNING, mdx });
    expect(mistakesOf({ [`briefings/2026/crane.${mdx ? 'mdx' : 'md'}`]: text })).toEqual([]);
    expect(frontMatterOf(text)).toMatchObject({ draft: true, headline: 'A crane is late', topics: ['harbour'] });
  });

  test.each([true, false])('holds with all that is switched off in it switched on (MDX: %s)', (mdx) => {
    const text = switchedOn(draftOf({ ...BEGINNING, mdx })).replace('draft: true\n', '');
    expect(mistakesOf({ [`briefings/2026/crane.${mdx ? 'mdx' : 'md'}`]: text })).toEqual([]);
    expect(frontMatterOf(text)).toMatchObject({ story: 'port', changes: [{ kind: 'update' }, { kind: 'correction' }] });
  });

  test('has every key that a briefing may have', () => {
    const keys = keysIn(z.toJSONSchema(briefing, { io: 'input', unrepresentable: 'any' }));
    expect(keys).toContain('questions.statements.citation.archiveUrl');
    const there = new Set(pathsIn(frontMatterOf(switchedOn(draftOf(BEGINNING)))));
    expect(keys.filter((key) => !there.has(key))).toEqual([]);
  });

  test('says of every key that it explains the same as the schema', () => {
    const text = draftOf(BEGINNING).replaceAll(/\n#* *# /g, ' ');
    for (const { description } of Object.values(briefingFields.shape)) {
      if (description !== undefined) expect(text).toContain(description);
    }
    expect(text).toContain('What a reader needs to weigh it');
  });

  test('has the story that was chosen switched on, and none where there is none', () => {
    expect(frontMatterOf(draftOf({ ...BEGINNING, story: 'port' }))).toMatchObject({ story: 'port' });
    expect(switchedOn(draftOf({ ...BEGINNING, stories: [] }))).not.toMatch(/^story:/m);
  });

  test.each([
    'He said: "no"',
    "It's #1 & *not* @home",
    '- a list?',
    '--- ---',
    '[a, b]',
    '{a: b}',
    '!tag %x | > `y`',
    '? what',
    'null',
    'true',
    '~',
    '138',
    '2026-01-01',
    '0x1F',
    '🚀 “Quoted” …',
    'مرحبا بالعالم',
    '\\n \\',
    "''",
    'a: b: c',
    '#hash',
    'x'.repeat(200),
  ])('keeps the headline as it was given: %s', (headline) => {
    const text = draftOf({ ...BEGINNING, headline });
    expect(frontMatterOf(text)).toMatchObject({ headline });
    expect(mistakesOf({ 'briefings/2026/crane.md': text })).toEqual([]);
  });

  test('keeps every headline that may be one', () => {
    const headlines = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((text) => {
      const read = briefingFields.shape.headline.safeParse(text);
      return read.success && read.data === text;
    });
    fc.assert(
      fc.property(headlines, (headline) => {
        expect(frontMatterOf(draftOf({ ...BEGINNING, headline }))).toMatchObject({ headline });
      }),
      { seed: 20260123, numRuns: 500 },
    );
  });
});

describe('the name of a file', () => {
  test.each([
    ['A crane is late', 'en-GB', 'a-crane-is-late'],
    ['Zelenskyy’s plan & the UN', 'en-GB', 'zelenskyys-plan-and-the-un'],
    ['Київ каже: “так”', 'uk', 'kiyiv-kazhe-tak'],
    ['Łódź, Ærø, İstanbul', 'en', 'lodz-aero-istanbul'],
    ['Räksmörgås', 'sv', 'raksmorgas'],
    ['Räksmörgås', 'de', 'raeksmoergas'],
    ['Ελλάδα', 'el', 'ellada'],
    ['  --fooBar 3.5%  ', 'en', 'foobar-3-5'],
    ['x'.repeat(200), 'en', 'x'.repeat(60)],
    ['日本', 'ja', ''],
    ['🚀', 'en', ''],
  ])('of %s (%s) is %s', (headline, language, slug) => {
    expect(slugOf(headline, language)).toBe(slug);
  });

  test('ends with a whole word, and is 60 characters at most', () => {
    const slug = slugOf('The harbour office says on Monday that the new crane for the western quay is late', 'en');
    expect(slug).toBe('the-harbour-office-says-on-monday-that-the-new-crane-for-the');
  });

  test('is one that the checks take, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (headline) => {
        expect(slugOf(headline, 'en')).toMatch(/^(?=.{0,60}$)([a-z0-9]+(-[a-z0-9]+)*)?$/);
      }),
      { seed: 20260123, numRuns: 500 },
    );
  });
});

describe('at a terminal', () => {
  const known = {
    topics: [
      { id: 'harbour', name: 'The harbour' },
      { id: 'ferry', name: 'The ferry' },
    ],
    stories: [{ id: 'port', name: 'The port' }],
  };
  const nothing = { topics: [], story: undefined };

  /** What comes of typing lines, and all that is shown. */
  async function typing(lines: string[], given: { topics: string[]; story: string | undefined } = nothing) {
    const [input, output] = [new PassThrough(), new PassThrough()];
    input.end(lines.map((line) => `${line}\n`).join(''));
    const answers = await ask({ input, output }, known, given);
    output.end();
    return { ...answers, shown: String(output.read() ?? '') };
  }

  test('topics and story are shown with their names, and asked for', async () => {
    const { topics, story, shown } = await typing(['ferry, harbour', 'port']);
    expect({ topics, story }).toEqual({ topics: ['ferry', 'harbour'], story: 'port' });
    expect(shown).toMatch(/1 +harbour +The harbour\n +2 +ferry +The ferry\n[\s\S]*1 +port +The port/);
  });

  test('Enter skips the story, and a number stands for what is beside it', async () => {
    expect(await typing(['2 1 2', ''])).toMatchObject({ topics: ['ferry', 'harbour'], story: undefined });
  });

  test('what is not there is asked for again, with the nearest name', async () => {
    const { topics, story, shown } = await typing(['', 'harbor', 'harbour', 'prot', 'port']);
    expect({ topics, story }).toEqual({ topics: ['harbour'], story: 'port' });
    expect(shown).toContain('Give one at least.');
    expect(shown).toContain('There is no "harbor". Did you mean "harbour"?');
    expect(shown).toContain('There is no "prot". Did you mean "port"?');
  });

  test('what was given is not asked for', async () => {
    const { topics, story, shown } = await typing([], { topics: ['ferry'], story: 'port' });
    expect({ topics, story, shown }).toEqual({ topics: ['ferry'], story: 'port', shown: '' });
  });

  test('an end of the input is no answer', async () => {
    await expect(typing(['ferry'])).rejects.toThrow(NoAnswer);
  });
});

/** Every key of a schema, with those around it: `facts.note`. */
function keysIn(schema: unknown, before: string[] = []): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties = 'properties' in schema ? Object.entries(schema.properties ?? {}) : [];
  const own = properties.flatMap(([key, value]) => [[...before, key].join('.'), ...keysIn(value, [...before, key])]);
  return [...own, ...('items' in schema ? keysIn(schema.items, before) : [])];
}

/** The same of what a file says. */
function pathsIn(value: unknown, before: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => pathsIn(entry, before));
  return Object.entries(value).flatMap(([key, inner]) => [
    [...before, key].join('.'),
    ...pathsIn(inner, [...before, key]),
  ]);
}
