import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { clean, makeStaging, swapIn } from '../../src/build/swap.ts';
import { folderWith, writeInto } from '../support/unit-folder.ts';

/** What stood at the output, and whether a reader finds a site there at every moment. */
const PLACES = [
  { name: 'a site that is a link', always: true, stand: (output: string) => publish(output, 'old') },
  // Nothing can be renamed over a folder: between two renames there is nothing, once, until the next build begins.
  { name: 'a plain folder', always: false, stand: (output: string) => writeInto(output, { 'index.html': 'old' }) },
];

describe.each(PLACES)('a swap with $name that is killed at any of its steps', ({ always, stand }) => {
  test('leaves the old site or the new one, and the next build works', () => {
    const seen: (string | undefined)[] = [];
    let killed = true;
    for (let step = 0; killed && step < 20; step += 1) {
      const output = join(folderWith({ '.dist/lock': '' }), 'dist');
      stand(output);
      killed = isKilledAt(step, output);
      seen.push(home(output));
      clean(output);
      expect(home(output)).toBe(seen.at(-1) ?? 'old');
      publish(output, 'next');
      expect(home(output)).toBe('next');
    }
    expect(killed).toBe(false);
    // At least before the link is in place, and after.
    expect(new Set(seen)).toEqual(new Set(always ? ['old', 'new'] : ['old', undefined, 'new']));
  });
});

function publish(output: string, text: string): void {
  const staging = makeStaging(output);
  writeInto(staging, { 'index.html': text });
  swapIn(staging, output, text, false);
}

function home(output: string): string | undefined {
  const page = join(output, 'index.html');
  return existsSync(page) ? readFileSync(page, 'utf8') : undefined;
}

/** Publishes in a process that is killed before its nth change of the disk, and says whether it came to that. */
function isKilledAt(step: number, output: string): boolean {
  const staging = makeStaging(output);
  writeInto(staging, { 'index.html': 'new' });
  const module = JSON.stringify(pathToFileURL('src/build/swap.ts').href);
  const given = [staging, output].map((path) => JSON.stringify(path)).join(', ');
  const code = `import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    let left = ${step};
    for (const name of ['renameSync', 'symlinkSync', 'unlinkSync', 'rmSync']) {
      const change = fs[name];
      fs[name] = (...given) => {
        if (left === 0) process.kill(process.pid, 'SIGKILL');
        left -= 1;
        change(...given);
      };
    }
    syncBuiltinESMExports();
    const { swapIn } = await import(${module});
    swapIn(${given}, 'new', false);`;
  const { signal, status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
  });
  if (signal === null && status !== 0) throw new Error(stderr);
  return signal === 'SIGKILL';
}
