import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MANIFEST } from '../../src/build/manifest.ts';
import { writeManifest } from '../support/manifest.ts';
import { folderWith } from '../support/unit-folder.ts';

/** Runs `npm run verify -- <arguments>`. */
function verify(...given: string[]): { status: number | null; printed: string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/build/verify.ts', ...given], {
    encoding: 'utf8',
  });
  return { status, printed: `${stdout}${stderr}`.trim().split('\n') };
}

function site(): string {
  const folder = folderWith({ 'index.html': 'Home', 'a.css': 'a {}' });
  writeManifest(folder);
  return folder;
}

describe('npm run verify', () => {
  test('says that a site is whole, and ends with 0', () => {
    const folder = site();
    expect(verify(folder)).toEqual({ status: 0, printed: [`${folder} is whole: 2 files, all as they were built.`] });
  });

  test('says every difference in a line, and ends with 1', () => {
    const folder = site();
    rmSync(join(folder, 'a.css'));
    writeFileSync(join(folder, 'index.html'), 'home');
    expect(verify(folder)).toEqual({
      status: 1,
      printed: [
        'a.css is missing',
        'index.html is changed: its SHA-256 is another',
        `${folder} is not whole: 2 differences.`,
      ],
    });
  });

  test('ends with 2 where the manifest would lead it elsewhere', () => {
    const folder = site();
    const manifest = readFileSync(join(folder, MANIFEST), 'utf8');
    writeFileSync(join(folder, MANIFEST), manifest.replace('index.html', '../../x'));
    expect(verify(folder)).toEqual({
      status: 2,
      printed: ['build-manifest.json is not a manifest of Readout: look at files.1.path.'],
    });
  });

  test('ends with 2 where there is no site', () => {
    const nowhere = join(folderWith(), 'nowhere');
    expect(verify(nowhere)).toEqual({ status: 2, printed: [`There is no ${join(nowhere, MANIFEST)}.`] });
  });

  test('ends with 2 and one line where the system refuses to read', () => {
    const circle = join(folderWith(), 'circle');
    symlinkSync('circle', circle);
    expect(verify(circle)).toMatchObject({ status: 2, printed: [expect.stringMatching(/^ELOOP: .*\.$/)] });
  });

  test.each([[['--fast']], [['one', 'two']]])('ends with 2 and says how it is used: %j', (given) => {
    const { status, printed } = verify(...given);
    expect(status).toBe(2);
    expect(printed.at(-1)).toBe('npm run verify [-- folder]');
  });
});
