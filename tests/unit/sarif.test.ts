import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Mistake } from '../../src/checks/mistake.ts';
import { formatReport } from '../../src/checks/report.ts';
import { RULES } from '../../src/checks/rules.ts';
import { sarifSchema } from '../support/unit-sarif.ts';

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const isSarif = ajv.compile(sarifSchema);

const KEY: Mistake = {
  file: 'content/topics.yaml',
  line: 3,
  column: 5,
  rule: 'unknown-key',
  message: 'It is not known.',
  fix: { length: 4, replacement: 'name' },
};
const LONG: Mistake = { ...KEY, rule: 'long-headline', fix: undefined };

function logOf(mistakes: readonly Mistake[], above = ''): Log {
  const log: Log = JSON.parse(formatReport({ mistakes, briefings: 1, above }, 'sarif'));
  expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
  return log;
}

describe('a log in SARIF', () => {
  test('is one, whatever was found', () => {
    expect(logOf([]).runs[0]?.results).toEqual([]);
    expect(logOf([KEY, LONG, { ...KEY, message: 'Two\nlines' }]).runs[0]?.results).toHaveLength(3);
    for (const [line, column] of [
      [0, 1],
      [1, 0],
    ] as const) {
      expect(() => logOf([{ ...KEY, line, column }])).toThrow();
    }
  });

  test('has every rule, and each mistake refers to its own', () => {
    const all: Mistake[] = Object.keys(RULES).map((rule) => ({ ...LONG, rule: rule as keyof typeof RULES }));
    const [run] = logOf(all).runs;
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(Object.keys(RULES));
    for (const { ruleId, ruleIndex, level } of run?.results ?? []) {
      const rule = run?.tool.driver.rules?.[ruleIndex ?? -1];
      expect(rule?.id).toBe(ruleId);
      expect(level).toBe(rule?.defaultConfiguration?.level);
    }
  });

  test('says where, in units as editors count them', () => {
    const [run] = logOf([LONG]).runs;
    expect(run?.columnKind).toBe('utf16CodeUnits');
    expect(run?.results?.[0]?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'content/topics.yaml' },
          region: { startLine: 3, startColumn: 5 },
        },
      },
    ]);
  });

  test('has the mend as an edit of the units that it replaces', () => {
    expect(logOf([KEY]).runs[0]?.results?.[0]?.fixes?.[0]?.artifactChanges).toEqual([
      {
        artifactLocation: { uri: 'content/topics.yaml' },
        replacements: [
          {
            deletedRegion: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
            insertedContent: { text: 'name' },
          },
        ],
      },
    ]);
    expect(logOf([LONG]).runs[0]?.results?.[0]?.fixes).toBeUndefined();
  });

  test.each([
    ['content/a b.md', 'content/a%20b.md'],
    ['content/ü.md', 'content/%C3%BC.md'],
    ['content/50%.md', 'content/50%25.md'],
    ['content/a#b?c.md', 'content/a%23b%3Fc.md'],
    ['content/[a]"b".md', 'content/%5Ba%5D%22b%22.md'],
    ['a:b/c.md', 'a%3Ab/c.md'],
  ])('names the file %s by an address that leads back to it', (file, uri) => {
    const given = logOf([{ ...KEY, file }]).runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
    expect(given?.uri).toBe(uri);
    expect(decodeURIComponent(new URL(uri, 'file:///').pathname)).toBe(`/${file}`);
  });

  test('names files from where the command runs', () => {
    const [result] = logOf([KEY], '../my paper/').runs[0]?.results ?? [];
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('../my%20paper/content/topics.yaml');
  });
});
