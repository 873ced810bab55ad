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
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  outputs: z.record(z.string(), z.string()).optional(),
  env: z.record(z.string(), z.string()).optional(),
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
    expect(jobs.build?.if).toBe("vars.PUBLISH == 'pages' && vars.SHARDS == ''");
  });

  test('takes what was checked, built and verified, hidden files too', () => {
    const steps = jobs.build?.steps ?? [];
    expect(runsOf(jobs.build)).toEqual(['npm ci', ...['check', 'build', 'verify'].map((name) => `npm run ${name}`)]);
    expect(steps.at(-1)?.with).toEqual({ path: 'dist', 'include-hidden-files': true });
  });
});

describe('publishing in shards', () => {
  const { on, jobs } = read('.github/workflows/publish-in-shards.yml');

  test('happens as often as publishing at once, and instead of it', () => {
    expect(on).toEqual(read('.github/workflows/publish.yml').on);
    expect(jobs.plan?.if).toBe("vars.PUBLISH == 'pages' && vars.SHARDS != ''");
    expect([jobs.shard?.needs, jobs.build?.needs, jobs.deploy?.needs]).toEqual(['plan', ['plan', 'shard'], 'build']);
  });

  test('has one instant for all shards and the site: the start of the run, where site.yaml has none', () => {
    for (const job of [jobs.shard, jobs.build]) {
      expect(job?.env?.SOURCE_DATE_EPOCH).toContain('needs.plan.outputs.instant');
    }
    expect(jobs.plan?.outputs?.instant).toContain('steps.plan.outputs.instant');
    expect(runsOf(jobs.plan).join()).toContain(`grep -q '^asOf:' content/site.yaml || echo "instant=$(date +%s)"`);
  });

  test('hands on each shard, puts them together and takes what was verified', () => {
    expect(runsOf(jobs.shard)).toEqual(['npm ci', 'npm run build -- --shard "$SHARD" --outDir shard']);
    expect(jobs.shard?.steps.at(-1)?.with).toMatchObject({ path: 'shard', 'if-no-files-found': 'error' });
    expect(runsOf(jobs.build).slice(1)).toEqual([
      'npm run build -- --merge $(dirname $(find shards -name shard.json))',
      'npm run verify',
    ]);
    expect(jobs.build?.steps.at(-1)?.with).toEqual({ path: 'dist', 'include-hidden-files': true });
  });
});

describe.each(['publish.yml', 'publish-in-shards.yml'])('of %s', (file) => {
  const { jobs } = read(`.github/workflows/${file}`);
  const { deploy, ...others } = jobs;

  test('the one job that may publish runs none of the code', () => {
    for (const { permissions } of Object.values(others)) expect(permissions).toEqual({ contents: 'read' });
    expect(deploy?.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    expect(deploy?.steps.map(({ run }) => run)).toEqual([undefined]);
  });

  test('no cache is unpacked before npm ci, which would remove it', () => {
    const cached = Object.values(jobs).filter(({ steps }) => steps.some(isCache));
    expect(cached.length).toBeGreaterThan(0);
    for (const { steps } of cached) {
      expect(steps.findIndex(isCache)).toBeGreaterThan(steps.findIndex(({ run }) => run === 'npm ci'));
      expect(steps.find(isCache)?.with?.path).toBe('node_modules/.astro');
    }
  });
});

function runsOf(given: z.output<typeof job> | undefined): string[] {
  return given?.steps.flatMap(({ run }) => run ?? []) ?? [];
}

function isCache({ uses }: z.output<typeof step>): boolean {
  return uses?.startsWith('actions/cache@') === true;
}
