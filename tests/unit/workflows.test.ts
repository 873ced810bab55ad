import { globSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.any()).optional(),
});
const job = z.object({
  if: z.string().optional(),
  'timeout-minutes': z.number(),
  permissions: z.record(z.string(), z.string()),
  steps: z.array(step),
});
const workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.strictObject({}),
  jobs: z.record(z.string(), job),
});

const files = globSync('.github/workflows/*.yml').sort();
const read = (file: string) => workflow.parse(parse(readFileSync(file, 'utf8')));

describe.each(files)('%s', (file) => {
  const text = readFileSync(file, 'utf8');
  const jobs = Object.values(read(file).jobs);

  test('takes every action at one commit, with its version beside it', () => {
    const uses = [...text.matchAll(/uses: (.*)/g)].map(([, used = '']) => used);
    expect(uses.length).toBeGreaterThan(0);
    for (const used of uses) expect(used).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('runs nothing that comes in with an event, and keeps no key in the checkout', () => {
    for (const { steps } of jobs) {
      for (const { run, uses, with: given } of steps) {
        expect(run ?? '').not.toContain('${{');
        if (uses?.startsWith('actions/checkout@')) expect(given?.['persist-credentials']).toBe(false);
      }
    }
  });
});

describe('publishing', () => {
  const { on, jobs } = read('.github/workflows/publish.yml');

  test('happens by itself as time passes, and only where it is wanted', () => {
    expect(Object.keys(on)).toEqual(['push', 'schedule', 'workflow_dispatch']);
    expect(jobs.build?.if).toBe("vars.PUBLISH == 'pages'");
  });

  test('may be done by the job that runs none of the code', () => {
    expect(jobs.build?.permissions).toEqual({ contents: 'read' });
    expect(jobs.deploy?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    expect(jobs.deploy?.steps.map(({ run }) => run)).toEqual([undefined]);
  });

  test('takes what was checked, built and verified, hidden files too', () => {
    const steps = jobs.build?.steps ?? [];
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual([
      'npm ci',
      ...['check', 'build', 'verify'].map((name) => `npm run ${name}`),
    ]);
    expect(steps.at(-1)?.with).toEqual({ path: 'dist', 'include-hidden-files': true });
  });
});
