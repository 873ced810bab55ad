import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Build, buildSite, ended } from '../support/build.ts';
import { manifestOf, wrongIn } from '../support/whole.ts';

const OUTPUT = 'tests/.output/astro-build';

/** What hosts type that know a site by its Astro. */
function astroBuild(
  content: string,
  options: readonly string[] = [],
  variables: NodeJS.ProcessEnv = {},
): Promise<Omit<Build, 'folder'>> {
  // Within the runner of the tests Astro would take itself for one of them.
  const environment = { ...process.env, VITEST: undefined, NODE_ENV: undefined };
  return ended(
    spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', OUTPUT, ...options], {
      env: { ...environment, READOUT_CONTENT: content, NO_COLOR: '1', CI: undefined, ...variables },
    }),
  );
}

describe('astro build', () => {
  beforeEach(() => {
    for (const folder of [OUTPUT, 'tests/.output/.astro-build']) rmSync(folder, { recursive: true, force: true });
  });

  test('builds what npm run build builds', async () => {
    const content = 'tests/publications/good/plain/content';
    const variables = { SOURCE_DATE_EPOCH: '1772452800' };
    const { exitCode, printed } = await astroBuild(content, [], variables);
    expect(exitCode, printed).toBe(0);
    expect(printed).toContain(`${OUTPUT} is the new site`);
    expect(wrongIn(OUTPUT)).toEqual([]);
    const { folder } = await buildSite(content, 'npm-build', variables);
    expect(manifestOf(OUTPUT)).toBe(manifestOf(folder));
  });

  test('ends as npm run build does where a file has a mistake', async () => {
    const { exitCode, printed } = await astroBuild('tests/publications/bad/mdx-render/content');
    expect(exitCode).toBe(1);
    expect(printed.match(/ {2}error {2}mdx-render {2}/g)).toHaveLength(1);
    expect(printed).not.toMatch(/^\s+at /m);
    expect(existsSync(OUTPUT)).toBe(false);
  });

  test('does not pass over an option that it has no use for', async () => {
    const { exitCode, printed } = await astroBuild('tests/publications/good/plain/content', ['--force']);
    expect(exitCode).toBe(2);
    expect(printed).toContain("Unknown option '--force'");
    expect(existsSync(OUTPUT)).toBe(false);
  });
});
