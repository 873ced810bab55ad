import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check, ended, startCheck } from '../support/check.ts';

const CONTENT = 'tests/.output/check-watch/content';
const CRANE = `${CONTENT}/briefings/2026/crane.md`;
const FINE = 'No mistakes. Briefings: 2.\n';

describe('npm run check -- --watch', () => {
  let child: ChildProcess | undefined;

  beforeEach(() => {
    rmSync('tests/.output/check-watch', { recursive: true, force: true });
    cpSync('tests/publications/good/plain/content', CONTENT, { recursive: true });
  });

  afterEach(() => {
    child?.kill('SIGKILL');
  });

  /** Starts it; what it gives waits until the next report is there, which ends in a line that counts. */
  function start(options: readonly string[] = []) {
    const started = startCheck(CONTENT, ['--watch', ...options]);
    child = started;
    let said = '';
    let wake = () => {};
    started.stdout?.on('data', (chunk) => {
      said += String(chunk);
      wake();
    });
    const next = async (change: () => void): Promise<string> => {
      said = '';
      change();
      while (!/^(No mistakes|\d+ mistakes?\b)[^\n]*\n$/m.test(said)) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return said;
    };
    return { next, over: ended(started) };
  }

  test('tells again after each change, of files that come, go and are put in place, until it is stopped', async () => {
    const { next, over } = start();
    expect(await next(() => {})).toBe(FINE);
    const right = readFileSync(CRANE, 'utf8');
    expect(await next(() => writeFileSync(CRANE, right.replace('headline:', 'headlin:')))).toMatch(
      /crane\.md:2:1 {2}error {2}missing[\s\S]*unknown-key[\s\S]*\n2 mistakes in 1 file\. Nothing is published\./,
    );
    writeFileSync(`${CONTENT}/../beside.md`, right);
    expect(await next(() => renameSync(`${CONTENT}/../beside.md`, CRANE))).toBe(FINE);
    // What was put in the place of a file is watched as the file was.
    expect(await next(() => writeFileSync(CRANE, `${right}\n[Lost](/lost/)\n`))).toMatch(/broken-link/);
    expect(await next(() => writeFileSync(CRANE, right))).toBe(FINE);
    expect(await next(() => mkdirSync(`${CONTENT}/briefings/2027`))).toBe(FINE);
    expect(await next(() => writeFileSync(`${CONTENT}/briefings/2027/new.md`, 'x'))).toMatch(
      /^content\/briefings\/2027\/new\.md:1:1 {2}error {2}front-matter/,
    );
    expect(await next(() => rmSync(`${CONTENT}/briefings/2027`, { recursive: true }))).toBe(FINE);
    child?.kill('SIGTERM');
    expect(await over).toMatchObject({ exitCode: null, signal: 'SIGTERM', stderr: '' });
  });

  test('with --fix mends what is saved, and does not go round in circles', async () => {
    const { next, over } = start(['--fix']);
    expect(await next(() => {})).toBe(FINE);
    const right = readFileSync(CRANE, 'utf8');
    expect(await next(() => writeFileSync(CRANE, right.replace('headline:', 'headlin:')))).toBe(FINE);
    expect(readFileSync(CRANE, 'utf8')).toBe(right);
    // Its own mend is one more change, after which there is none.
    await next(() => {});
    const quiet = next(() => {}).then(() => 'again');
    const pause = new Promise((resolve) => setTimeout(() => resolve('quiet'), 1500));
    expect(await Promise.race([quiet, pause])).toBe('quiet');
    child?.kill('SIGINT');
    expect((await over).signal).toBe('SIGINT');
  });

  test('ends where the folder is taken away', async () => {
    const { next, over } = start();
    await next(() => {});
    rmSync('tests/.output/check-watch', { recursive: true });
    const { exitCode, stderr } = await over;
    expect(stderr).toMatch(/There is no folder [^\n]*\n$/);
    expect(exitCode).toBe(2);
  });

  test('where there is no folder says so and ends', async () => {
    const { exitCode, stderr } = await check('/nowhere', ['--watch']);
    expect(stderr).toMatch(/^There is no folder \/nowhere\.[^\n]*\n$/);
    expect(exitCode).toBe(2);
  });
});
