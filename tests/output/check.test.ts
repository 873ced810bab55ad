import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { rulesTable } from '../../src/checks/rules.ts';
import { check } from '../support/check.ts';

const BAD = 'tests/publications/bad/many/content';
const WARNED = 'tests/publications/warned/long-headline/content';
const GOOD = 'tests/publications/good/plain/content';

const expected = (folder: string) => readFileSync(`${folder}/../expected.txt`, 'utf8').trimEnd().split('\n');

describe('npm run check', () => {
  test('is that command', () => {
    const scripts: unknown = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
    expect(scripts).toMatchObject({ check: 'node src/build/check.ts' });
  });

  test('of what holds says so and ends with 0', async () => {
    expect(await check(GOOD)).toEqual({
      exitCode: 0,
      signal: null,
      stdout: 'No mistakes. Briefings: 2.\n',
      stderr: '',
    });
  });

  test('of the sample finds nothing either', async () => {
    const { exitCode, stdout } = await check(undefined);
    expect(stdout).toMatch(/^No mistakes\. Briefings: \d+\.\n$/);
    expect(exitCode).toBe(0);
  });

  test('of what has mistakes tells all at once, counts them and ends with 1', async () => {
    const { exitCode, stdout, stderr } = await check(BAD);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, 10)).toEqual(expected(BAD));
    expect(lines.at(-1)).toMatch(/^10 mistakes in 6 files\. Nothing is published\./);
    expect(stderr).toBe('');
    expect(exitCode).toBe(1);
  });

  test('of what has something to look at tells it apart and ends with 0', async () => {
    const { exitCode, stdout } = await check(WARNED);
    expect(stdout).toBe(`${expected(WARNED).join('\n')}\n\nNo mistakes, 1 warning in 1 file. Briefings: 1.\n`);
    expect(exitCode).toBe(0);
  });
});

describe('npm run check that cannot run', () => {
  test.each([
    [['--formt', 'json'], {}, /--formt[\s\S]*npm run check -- \[--format text\|json\|github\|sarif\]/],
    [['--format', 'xml'], {}, /--format takes one of text, json, github, sarif, not "xml"\./],
    [['--format'], {}, /--format[\s\S]*npm run check -- /],
    [['content/site.yaml'], {}, /site\.yaml[\s\S]*npm run check -- /],
    [[], { READOUT_CONTENT: '/nowhere/at all' }, /^There is no folder \/nowhere\/at all\. Run this where content\/ is/],
    [[], { READOUT_CONTENT: resolve('package.json') }, /^There is no folder .*package\.json\./],
    [[], { SOURCE_DATE_EPOCH: 'today' }, /^SOURCE_DATE_EPOCH takes a number of seconds, not "today"$/m],
    [[], { SOURCE_DATE_EPOCH: '99999999999999' }, /^SOURCE_DATE_EPOCH takes/m],
    [['--fix'], { SOURCE_DATE_EPOCH: '-1' }, /^SOURCE_DATE_EPOCH takes/m],
  ])('because of %j %j says why in a sentence and ends with 2', async (options, variables, message) => {
    const { exitCode, stdout, stderr } = await check(GOOD, options, variables);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at |node:internal/m);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  test('where there is no content folder says what to do', async () => {
    const { exitCode, stderr } = await check(undefined, [], {}, 'tests/unit');
    expect(stderr).toMatch(/^There is no folder .*tests\/unit\/content\. Run this where content\/ is, or name another/);
    expect(exitCode).toBe(2);
  });
});

describe('the form of the report', () => {
  test('is one for programs where it is asked for, and names files from where it runs', async () => {
    const { exitCode, stdout } = await check(BAD, ['--format', 'json']);
    const report: { errors: number; mistakes: { file: string; line: number }[] } = JSON.parse(stdout);
    expect(report).toMatchObject({ version: 1, errors: 10, warnings: 0 });
    expect(report.mistakes).toHaveLength(10);
    for (const { file, line } of report.mistakes) {
      expect(file).toMatch(/^tests\/publications\/bad\/many\/content\//);
      expect(readFileSync(file, 'utf8').split('\n').length).toBeGreaterThanOrEqual(line);
    }
    expect(exitCode).toBe(1);
  });

  test('is SARIF where it is asked for', async () => {
    const { exitCode, stdout } = await check(BAD, ['--format=sarif']);
    const log: { version: string; runs: { results: unknown[] }[] } = JSON.parse(stdout);
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0]?.results).toHaveLength(10);
    expect(exitCode).toBe(1);
  });

  test('is GitHub’s where it runs there, and text if that is asked for', async () => {
    const onGitHub = { GITHUB_ACTIONS: 'true' };
    expect(
      (await check(BAD, [], onGitHub)).stdout.match(/^::error file=tests\/.*,line=\d+,col=\d+,title=/gm),
    ).toHaveLength(10);
    expect((await check(WARNED, [], onGitHub)).stdout).toMatch(/^::warning file=tests\/publications\/warned\//);
    expect((await check(BAD, ['--format', 'text'], onGitHub)).stdout).toMatch(/^content\//);
    expect((await check(BAD, ['--format', 'github'])).stdout).toMatch(/^::error /);
  });

  test('is whole also where it is longer than a pipe takes at once', async () => {
    const content = 'tests/.output/check-long';
    rmSync(content, { recursive: true, force: true });
    cpSync(GOOD, content, { recursive: true });
    const mistakes = Array.from({ length: 3000 }, (_, index) => `wrong-${index}: x\n`).join('');
    writeFileSync(`${content}/site.yaml`, readFileSync(`${content}/site.yaml`, 'utf8') + mistakes);
    const report: { mistakes: unknown[] } = JSON.parse((await check(content, ['--format', 'json'])).stdout);
    expect(report.mistakes.length).toBeGreaterThanOrEqual(3000);
  });
});

describe('the rules', () => {
  test('are printed as the README has them, whatever the content', async () => {
    const { exitCode, stdout } = await check('/nowhere', ['--rules']);
    expect(stdout).toBe(`${rulesTable()}\n`);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .every((line) => line.split(' | ').length === 4),
    ).toBe(true);
    expect(exitCode).toBe(0);
  });
});

const FIXED = 'tests/.output/check-fix/content';
const CRANE = `${FIXED}/briefings/2026/crane.md`;

describe('npm run check -- --fix', () => {
  beforeEach(() => {
    rmSync('tests/.output/check-fix', { recursive: true, force: true });
    cpSync('tests/publications/good/plain/content', FIXED, { recursive: true });
  });

  const change = (edit: (text: string) => string) => writeFileSync(CRANE, edit(readFileSync(CRANE, 'utf8')));

  test('makes the mends that cannot do harm, and leaves the rest as it is', async () => {
    const before = readFileSync(CRANE, 'utf8');
    change((text) =>
      text
        .replace('standfirst:', 'standfrist:  ')
        .replace('headline:', 'headlin:')
        .replace('2026-01-26\n', '26 January 2026\n'),
    );
    change((text) => `${text}\n[About](/about)  \n[Lost](/lost)  \n`);
    const { exitCode, stdout, stderr } = await check(FIXED, ['--fix']);
    expect(stderr).toBe('Mended: 4 in 1 file.\n');
    expect(readFileSync(CRANE, 'utf8').replace('standfirst:  ', 'standfirst:')).toBe(
      `${before}\n[About](/about/)  \n[Lost](/lost)  \n`,
    );
    expect(stdout).toMatch(
      /crane\.md:\d+:8 {2}error {2}broken-link {2}The site has no page or file "\/lost"[\s\S]*\n1 mistake in 1 file\./,
    );
    expect(exitCode).toBe(1);
  });

  test('goes on until nothing is left that it can mend', async () => {
    // What stands below a misspelt key comes to light once that is mended.
    const before = readFileSync(CRANE, 'utf8');
    change((text) => text.replace('timeline:', 'timelin:').replace('    text: ', '    texxt: '));
    const { exitCode, stdout, stderr } = await check(FIXED, ['--fix']);
    expect(readFileSync(CRANE, 'utf8')).toBe(before);
    expect(stderr).toMatch(/^Mended: \d in 1 file\.\n$/);
    expect(stdout).toMatch(/^No mistakes/);
    expect(exitCode).toBe(0);
  });

  test('keeps the line ends, the byte-order mark and the rights of a file', async () => {
    change((text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const before = readFileSync(CRANE, 'utf8');
    change((text) => text.replace('headline:', 'headlin:'));
    chmodSync(CRANE, 0o640);
    expect((await check(FIXED, ['--fix'])).exitCode).toBe(0);
    expect(readFileSync(CRANE, 'utf8')).toBe(before);
    expect(spawnSync('stat', ['-c', '%a', CRANE]).stdout.toString()).toBe('640\n');
  });

  test('changes no file where there is nothing to mend, and leaves none behind', async () => {
    const listed = () => spawnSync('find', [FIXED, '-type', 'f', '-printf', '%p %T@ %i\n']).stdout.toString();
    const before = listed();
    expect((await check(FIXED, ['--fix'])).stderr).toBe('Nothing to mend.\n');
    expect(listed()).toBe(before);
    change((text) => text.replace('headline:', 'headlin:'));
    await check(FIXED, ['--fix']);
    expect(listed().split('\n')).toHaveLength(before.split('\n').length);
  });

  test('tells on the other stream, so that a report for a program stays whole', async () => {
    change((text) => text.replace('headline:', 'headlin:'));
    const { stdout, stderr } = await check(FIXED, ['--fix', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ errors: 0 });
    expect(stderr).toBe('Mended: 1 in 1 file.\n');
  });

  test('that cannot write says so, ends with 2 and leaves the file as it was', async () => {
    change((text) => text.replace('headline:', 'headlin:'));
    const before = readFileSync(CRANE, 'utf8');
    const folder = `${FIXED}/briefings/2026`;
    // Neither root nor anybody else may write into it.
    const refused = spawnSync('chattr', ['+i', folder]).status === 0;
    if (!refused) chmodSync(folder, 0o500);
    try {
      const { exitCode, stderr } = await check(FIXED, ['--fix']);
      expect(stderr).toMatch(/^(EPERM|EACCES): [^\n]*\n$/);
      expect(exitCode).toBe(2);
    } finally {
      spawnSync('chattr', ['-i', folder]);
      chmodSync(folder, 0o755);
    }
    expect(readFileSync(CRANE, 'utf8')).toBe(before);
  });
});

test('a folder of any name is checked', async () => {
  const content = `tests/.output/check "quoted" & 'größe' $(x)/con tent`;
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  cpSync(BAD, content, { recursive: true });
  const { exitCode, stdout } = await check(content);
  expect(stdout.split('\n').slice(0, 10)).toEqual(
    expected(BAD).map((line) => line.replaceAll(/(?<!in )\bcontent\//g, 'con tent/')),
  );
  expect(exitCode).toBe(1);
});
