import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildSite } from '../support/build.ts';

const CONTENT = 'tests/.output/refused-content';
const TALKS = `${CONTENT}/briefings/2026/abu-dhabi-talks.md`;

/** One mistake each in a copy of the sample, and what the build has to say where it stands. */
const MISTAKES = [
  ['an unknown topic', /topics: \[peace-talks,/, 'topics: [peace-talk,', 10, 'unknown-topic  "peace-talk" is not in'],
  ['a missing headline', /(?<=---\n)headline: .*\n/, '', 1, 'missing  "headline" is missing'],
  [
    'a day that does not exist',
    /date: 2026-02-01/,
    'date: 2026-02-30',
    11,
    'event-date  "date": "2026-02-30" cannot be read',
  ],
  ['an unknown key', /eyebrow:/, 'eyebrw:', 1, 'unknown-key  "eyebrw" is not known here. Did you mean "eyebrow"?'],
] as const;

describe('a build of bad content', () => {
  beforeEach(() => {
    rmSync('tests/.output/refused', { recursive: true, force: true });
    rmSync(CONTENT, { recursive: true, force: true });
    mkdirSync('tests/.output', { recursive: true });
    cpSync('content', CONTENT, { recursive: true });
  });

  test.each(MISTAKES)('with %s fails and names the place', async (_name, right, wrong, column, message) => {
    const text = readFileSync(TALKS, 'utf8');
    const at = text.search(right);
    expect(at).toBeGreaterThan(0);
    writeFileSync(TALKS, text.replace(right, wrong));
    const line = text.slice(0, at).split('\n').length;
    await expectRefusal(`briefings/2026/abu-dhabi-talks.md:${line}:${column}  error  ${message}`);
  });

  test('with a statement of an unknown source in an MDX body fails and names the file', async () => {
    const explainer = `${CONTENT}/briefings/2026/how-it-got-here.mdx`;
    const text = readFileSync(explainer, 'utf8');
    const line = text.slice(0, text.indexOf('by="dmitry-peskov"')).split('\n').length;
    writeFileSync(explainer, text.replace('by="dmitry-peskov"', 'by="dmitry"'));
    const { exitCode, printed } = await buildSite(CONTENT, 'refused');
    expect(exitCode).toBe(1);
    expect(printed).toContain(
      `how-it-got-here.mdx:${line}:1  error  unknown-source  <Statement by="dmitry">: there is no such source`,
    );
    expect(printed).toContain('1 mistake in 1 file. Nothing is published.');
    expect(printed).not.toMatch(/^\s+at /m);
  });

  test('with a body that cannot be rendered fails and names the file', async () => {
    const { exitCode, printed, folder } = await buildSite('tests/publications/bad/mdx-render/content', 'refused');
    expect(exitCode).toBe(1);
    for (const line of readFileSync('tests/publications/bad/mdx-render/expected.txt', 'utf8').trim().split('\n')) {
      // Once, though Astro tells it as well.
      expect(printed.split(line)).toHaveLength(2);
    }
    expect(printed).not.toMatch(/^\s+at /m);
    expect(existsSync(folder)).toBe(false);
  });

  test('with two briefings of one address fails and names both', async () => {
    cpSync(TALKS, TALKS.replace(/\.md$/, '.mdx'));
    const printed = await expectRefusal('error  duplicate-address');
    expect(printed).toContain('briefings/2026/abu-dhabi-talks.mdx:');
    expect(printed).toContain('content/briefings/2026/abu-dhabi-talks.md.');
  });
});

async function expectRefusal(line: string): Promise<string> {
  const { exitCode, printed, folder } = await buildSite(CONTENT, 'refused');
  expect(exitCode).toBe(1);
  expect(printed).toContain(line);
  expect(printed).not.toMatch(/^\s+at /m);
  expect(existsSync(folder)).toBe(false);
  return printed;
}
