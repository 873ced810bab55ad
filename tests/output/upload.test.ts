import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bucket, type Change, startBucket } from '../support/bucket.ts';
import { HOSTED_SITES } from './sites.ts';

const FOLDER = 'tests/.output/uploaded';
const FOR_SERVERS = /^(_headers|_redirects)$|^\.nginx\/|\.(br|gz)$/;

describe('an upload to a bucket', () => {
  let bucket: Bucket;
  const upload = (...more: string[]) => run([bucket.target, '--site', FOLDER, ...more], bucket.environment);

  beforeAll(async () => {
    rmSync(FOLDER, { recursive: true, force: true });
    cpSync(HOSTED_SITES.root.folder, FOLDER, { recursive: true });
    bucket = await startBucket();
  });
  afterAll(() => bucket.stop());

  test('changes nothing in a dry run', async () => {
    const { exitCode, printed } = await upload('--dry-run');
    expect(printed).toContain('Nothing was changed: a dry run.');
    expect([exitCode, bucket.changes]).toEqual([0, []]);
  });

  test('copies every file for readers once and as it is, and none for servers', async () => {
    bucket.stored.set('old/index.html', { body: Buffer.from('old'), headers: {} });
    bucket.stored.set('_headers', { body: Buffer.from('old'), headers: {} });
    const { exitCode, printed } = await upload();
    expect(exitCode, printed).toBe(0);
    const keys = keysOf(bucket.changes, 'PUT');
    expect(keys.toSorted()).toEqual(readersFiles());
    for (const file of readersFiles()) {
      expect(bucket.stored.get(file)?.body.equals(readFileSync(`${FOLDER}/${file}`)), file).toBe(true);
    }
    expect(readersFiles()).toContain('.well-known/security.txt');
    expect(readersFiles()).toContain('Über-den-Kran/index.html');
  });

  test('stores assets first, then files, pages and feeds, and deletes last', () => {
    const steps = bucket.changes.map(({ method, key }) => {
      if (method === 'DELETE') return 5;
      if (key.startsWith('_astro/')) return 1;
      if (key.endsWith('.html') && !key.endsWith('email.html')) return 3;
      return /\.xml$|feed\.json$/.test(key) ? 4 : 2;
    });
    expect(steps).toEqual(steps.toSorted());
    expect(new Set(steps)).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(keysOf(bucket.changes, 'DELETE').sort()).toEqual(['_headers', 'old/index.html']);
  });

  test.each([
    ['_astro/fonts/', 'font/woff2', 'public, max-age=31536000, immutable'],
    ['index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['briefings/2026/crane/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['2025/new-crane/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['rss.xml', 'application/rss+xml; charset=utf-8', 'no-cache'],
    ['topics/harbour/atom.xml', 'application/atom+xml; charset=utf-8', 'no-cache'],
    ['corrections/feed.json', 'application/feed+json; charset=utf-8', 'no-cache'],
    ['calendar.ics', 'text/calendar; charset=utf-8', 'no-cache'],
    ['feeds.opml', 'text/x-opml; charset=utf-8', 'no-cache'],
    ['briefings/2026/crane/index.md', 'text/markdown; charset=utf-8', 'no-cache'],
    ['briefings/2026/crane/card.png', 'image/png', 'no-cache'],
    ['.well-known/security.txt', 'text/plain; charset=utf-8', 'no-cache'],
  ])('stores %s as %s, %s', (key, type, cache) => {
    const found = bucket.changes.filter(
      (change) => change.key === key || (key.endsWith('/') && change.key.startsWith(key)),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const change of found) expect([change.type, change.cache]).toEqual([type, cache]);
  });

  test('copies again only what changed, and deletes what is gone', async () => {
    bucket.changes.length = 0;
    writeFileSync(`${FOLDER}/about/index.html`, '<!doctype html>');
    rmSync(`${FOLDER}/us`, { recursive: true });
    expect((await upload()).exitCode).toBe(0);
    expect(bucket.changes.map(({ method, key }) => `${method} ${key}`)).toEqual([
      'PUT about/index.html',
      'DELETE us/index.html',
    ]);
    bucket.changes.length = 0;
    expect((await upload('--all')).exitCode).toBe(0);
    expect(keysOf(bucket.changes, 'PUT').toSorted()).toEqual(readersFiles());
  });
});

describe('an upload that cannot be', () => {
  const nothing = { RCLONE_CONFIG: '/dev/null' };

  test.each([
    ['without a target', [], {}, 'npm run upload -- remote:bucket'],
    ['with an unknown option', ['a:b', '--force'], {}, "Unknown option '--force'"],
    ['of a site that is not there', ['a:b', '--site', 'tests/.output/nowhere'], {}, 'Build it first.'],
    ['without rclone', ['a:b', '--site', FOLDER], { PATH: '/nowhere' }, 'rclone is not on this machine'],
    ['to a remote that rclone does not know', ['nowhere:b', '--site', FOLDER], nothing, 'rclone stopped.'],
  ])('%s says why and changes nothing', async (_name, args, environment, message) => {
    mkdirSync(FOLDER, { recursive: true });
    const { exitCode, printed } = await run(args, environment);
    expect(exitCode).toBe(2);
    expect(printed).toContain(message);
    expect(printed).not.toMatch(/^\s+at /m);
  });
});

function keysOf(changes: readonly Change[], method: Change['method']): string[] {
  return changes.filter((change) => change.method === method).map(({ key }) => key);
}

/** Every file of the site but those for servers. */
function readersFiles(): string[] {
  const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => relative(FOLDER, join(parentPath, name)))
    .filter((file) => !FOR_SERVERS.test(file))
    .sort();
}

function run(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<{ exitCode: number | null; printed: string }> {
  const child = spawn(process.execPath, ['src/build/upload.ts', ...args], { env: { ...process.env, ...environment } });
  return new Promise((resolve, reject) => {
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        printed += String(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, printed }));
  });
}
