import { describe, expect, test } from 'vitest';
import type { Mistake } from '../../src/checks/mistake.ts';
import { FORMATS, formatReport, type Report } from '../../src/checks/report.ts';

const KEY: Mistake = {
  file: 'content/topics.yaml',
  line: 3,
  column: 5,
  rule: 'unknown-key',
  message: '"nmae" is not known here. Did you mean "name"?',
  fix: { length: 4, replacement: 'name' },
};
const LONG: Mistake = { ...KEY, line: 1, rule: 'long-headline', message: 'It is long.', fix: undefined };
const TOPIC: Mistake = { ...LONG, file: 'content/a.md', rule: 'unknown-topic', message: 'There is none.' };

const of = (mistakes: readonly Mistake[], above = ''): Report => ({ mistakes, briefings: 2, above });

describe('a report for people', () => {
  test('has errors first, then warnings, then what it comes to', () => {
    expect(formatReport(of([LONG, KEY, TOPIC]), 'text').split('\n')).toEqual([
      'content/topics.yaml:3:5  error  unknown-key  "nmae" is not known here. Did you mean "name"?',
      'content/a.md:1:5  error  unknown-topic  There is none.',
      '',
      'content/topics.yaml:1:5  warning  long-headline  It is long.',
      '',
      '2 mistakes and 1 warning in 2 files. Nothing is published. To mend 1 of them: npm run check -- --fix',
    ]);
  });

  test.each([
    [[], 'No mistakes. Briefings: 2.'],
    [[LONG], 'No mistakes, 1 warning in 1 file. Briefings: 2.'],
    [[LONG, { ...LONG, file: 'content/b.md' }], 'No mistakes, 2 warnings in 2 files. Briefings: 2.'],
    [[TOPIC], '1 mistake in 1 file. Nothing is published.'],
    [[KEY, KEY], '2 mistakes in 1 file. Nothing is published. To mend 2 of them: npm run check -- --fix'],
  ])('comes to a line: %#', (mistakes, line) => {
    expect(formatReport(of(mistakes), 'text').split('\n').at(-1)).toBe(line);
    expect(formatReport(of(mistakes), 'github').split('\n').at(-1)).toBe(line);
  });

  test('of nothing is that line alone', () => {
    expect(formatReport(of([]), 'text')).toBe('No mistakes. Briefings: 2.');
  });

  test('names files as they are in the content folder, wherever it runs', () => {
    expect(formatReport(of([KEY], '../paper/'), 'text')).toMatch(/^content\/topics\.yaml:3:5 /);
  });
});

describe('a report for programs', () => {
  test('has each mistake, with its file from where the command runs', () => {
    expect(JSON.parse(formatReport(of([KEY, LONG], '../paper/'), 'json'))).toEqual({
      version: 1,
      errors: 1,
      warnings: 1,
      briefings: 2,
      mistakes: [
        {
          file: '../paper/content/topics.yaml',
          line: 3,
          column: 5,
          level: 'error',
          rule: 'unknown-key',
          message: KEY.message,
          fix: { length: 4, replacement: 'name' },
        },
        {
          file: '../paper/content/topics.yaml',
          line: 1,
          column: 5,
          level: 'warning',
          rule: 'long-headline',
          message: 'It is long.',
        },
      ],
    });
  });

  test('of nothing is one too', () => {
    const counts = { version: 1, errors: 0, warnings: 0, briefings: 2 };
    expect(JSON.parse(formatReport(of([]), 'json'))).toEqual({ ...counts, mistakes: [] });
  });
});

describe('a report for GitHub', () => {
  test('is a command for each mistake', () => {
    expect(
      formatReport(of([KEY, LONG], 'paper/'), 'github')
        .split('\n')
        .slice(0, -1),
    ).toEqual([
      '::error file=paper/content/topics.yaml,line=3,col=5,title=unknown-key::"nmae" is not known here. Did you mean "name"?',
      '::warning file=paper/content/topics.yaml,line=1,col=5,title=long-headline::It is long.',
    ]);
  });

  test('lets no text end a command or begin another', () => {
    const message = '100 % of it\r\n::error file=x::no, and: yes';
    const report = formatReport(of([{ ...LONG, file: 'content/50%, a:b\n.md', message }]), 'github');
    expect(report.split('\n')[0]).toBe(
      '::warning file=content/50%25%2C a%3Ab%0A.md,line=1,col=5,title=long-headline::100 %25 of it%0D%0A::error file=x::no, and: yes',
    );
    expect(report.match(/^::/gm)).toHaveLength(1);
  });
});

describe('a report in any form', () => {
  test.each(FORMATS)('%s names every mistake, errors and warnings', (format) => {
    const text = formatReport(of([KEY, LONG, TOPIC]), format);
    for (const word of ['unknown-key', 'long-headline', 'unknown-topic', 'There is none.', 'error', 'warning']) {
      expect(text).toContain(word);
    }
  });

  test.each(FORMATS)('%s keeps a text of several lines from making lines of its own', (format) => {
    const [one, two] = ['There is none.', 'There\nis\nnone.'].map((message) =>
      formatReport(of([{ ...TOPIC, message }]), format),
    );
    expect(two?.split('\n')).toHaveLength(one?.split('\n').length ?? 0);
  });
});
