import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { MANIFEST } from '../../src/build/manifest.ts';
import { type Bucket, type Change, startBucket } from '../support/bucket.ts';
import { writeManifest } from '../support/manifest.ts';
import { folderWith, textsIn, writeInto } from '../support/unit-folder.ts';
import { HOSTED_SITES } from './sites.ts';

const FOLDER = 'tests/.output/uploaded';
const FOR_SERVERS = /^(_headers|_redirects)$|^\.nginx\/|\.(html|js|xml|json|md|svg|txt|ics|opml|webmanifest)\.(br|gz)$/;

describe('an upload to a bucket', () => {
  let bucket: Bucket;
  const upload = (...more: string[]) => run([bucket.target, '--site', FOLDER, ...more], bucket.environment);

  beforeAll(async () => {
    rmSync(FOLDER, { recursive: true, force: true });
    cpSync(HOSTED_SITES.root.folder, FOLDER, { recursive: true, dereference: true });
    writeFileSync(`${FOLDER}/figures.csv.gz`, 'compressed by the publisher');
    writeManifest(FOLDER);
    bucket = await startBucket();
  });
  afterAll(() => bucket.stop());

  test('changes nothing in a dry run', async () => {
    const { exitCode, printed } = await upload('--dry-run');
    expect(printed).toContain('Nothing was changed: a dry run.');
    expect([exitCode, bucket.changes]).toEqual([0, []]);
  });

  test('copies every file for readers once and as it is, and none for servers', async () => {
    for (const old of ['old/index.html', '_headers']) bucket.stored.set(old, object('old'));
    bucket.stored.set(MANIFEST, object('{"version":1,"files":[]}'));
    const { exitCode, printed } = await upload();
    expect(exitCode, printed).toBe(0);
    const keys = keysOf(bucket.changes, 'PUT');
    expect(keys.toSorted()).toEqual(readersFiles());
    for (const file of readersFiles()) {
      expect(bucket.stored.get(file)?.body.equals(readFileSync(`${FOLDER}/${file}`)), file).toBe(true);
    }
    expect(readersFiles()).toContain('.well-known/security.txt');
    expect(readersFiles()).toContain('Über-den-Kran/index.html');
    expect(readersFiles()).toContain('figures.csv.gz');
  });

  test('stores the manifest and assets first, then files, pages and feeds, and deletes last', () => {
    const steps = bucket.changes.map(({ method, key }) => {
      if (method === 'DELETE') return 5;
      if (key === MANIFEST) return 0;
      if (key.startsWith('_astro/')) return 1;
      if (key.endsWith('.html') && !key.endsWith('email.html')) return 3;
      return /\.xml$|(?:feed|pagefind-entry)\.json$/.test(key) ? 4 : 2;
    });
    expect(steps).toEqual(steps.toSorted());
    expect(new Set(steps)).toEqual(new Set([0, 1, 2, 3, 4, 5]));
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
    writeManifest(FOLDER);
    expect((await upload()).exitCode).toBe(0);
    expect(bucket.changes.map(({ method, key }) => `${method} ${key}`)).toEqual([
      `PUT ${MANIFEST}`,
      'PUT about/index.html',
      'DELETE us/index.html',
    ]);
    bucket.changes.length = 0;
    expect((await upload('--all')).exitCode).toBe(0);
    expect(keysOf(bucket.changes, 'PUT').toSorted()).toEqual(readersFiles());
  });
});

describe('an upload', () => {
  const site = { 'index.html': 'new', 'about/index.html': 'new', '_astro/a.1.css': 'new' };

  test('that ended half way goes on the next time', async () => {
    const { bucket, folder, upload } = await small(site);
    bucket.onChange = () => {
      bucket.onChange = () => undefined;
      rmSync(`${folder}/_astro`, { recursive: true });
    };
    const half = await upload();
    expect(half.printed).toContain('_astro/a.1.css of the site is gone. Nothing after this was copied');
    expect(half.exitCode).toBe(2);
    expect([...bucket.stored.keys()]).toEqual([MANIFEST]);
    writeSite(folder, site);
    const { exitCode, printed } = await upload();
    expect(exitCode, printed).toBe(0);
    expect([...bucket.stored.keys()].sort()).toEqual([...Object.keys(site), MANIFEST].sort());
  });

  test('sends the site that stood when it began, whatever is built meanwhile', async () => {
    const { bucket, folder } = await small(site);
    const other = folderWith({ 'index.html': 'other', 'about/index.html': 'other' });
    const link = join(folderWith(), 'dist');
    symlinkSync(folder, link);
    bucket.onChange = () => {
      rmSync(link);
      symlinkSync(other, link);
    };
    const { exitCode, printed } = await run([bucket.target, '--site', link], bucket.environment);
    expect(exitCode, printed).toBe(0);
    expect([...bucket.stored].map(([key, { body }]) => [key, String(body)]).sort()).toEqual(
      Object.entries(textsIn(folder)).sort(),
    );
  });

  test.each([
    ['is changed', (folder: string) => writeFileSync(`${folder}/about/index.html`, ''), '"about/index.html is changed'],
    ['is cut short', (folder: string) => rmSync(`${folder}/about`, { recursive: true }), 'is missing"'],
    ['has no manifest', (folder: string) => rmSync(`${folder}/${MANIFEST}`), 'There is no'],
  ])('of a site that %s is refused', async (_name, harm, message) => {
    const { bucket, folder, upload } = await small(site);
    harm(folder);
    const { exitCode, printed } = await upload();
    expect(printed).toContain(message);
    expect(printed).toContain('Nothing was uploaded. Build it again.');
    expect(printed).not.toMatch(/^\s+at /m);
    expect([exitCode, bucket.changes]).toEqual([2, []]);
  });

  test.each([
    ['other files', { 'précious/file': 'mine' }],
    ['the list of something else', { [MANIFEST]: '{"name":"something else"}', 'précious/file': 'mine' }],
  ])('to a bucket with %s is refused, unless it is meant', async (_name, held) => {
    const { bucket, upload } = await small(site);
    for (const [key, text] of Object.entries(held)) bucket.stored.set(key, object(text));
    for (const more of [[], ['--dry-run']]) {
      const { exitCode, printed } = await upload(...more);
      expect(printed).toContain('testing:bucket holds something else than a site');
      expect([exitCode, bucket.changes]).toEqual([2, []]);
    }
    expect((await upload('--force')).exitCode).toBe(0);
    expect(keysOf(bucket.changes, 'DELETE')).toEqual(['précious/file']);
  });

  test('to a folder of this machine is refused, unless it is named as one', async () => {
    const { folder } = await small(site);
    const target = folderWith();
    const plain = await run([target, '--site', folder], {});
    expect(plain.printed).toContain(`":local:${target}" if you mean the folder`);
    expect([plain.exitCode, textsIn(target)]).toEqual([2, {}]);
    const { exitCode, printed } = await run([`:local:${target}`, '--site', folder], {});
    expect(exitCode, printed).toBe(0);
    expect(textsIn(target)).toEqual(textsIn(folder));
  });
});

describe('an upload that cannot be', () => {
  const nothing = { RCLONE_CONFIG: '/dev/null' };

  test.each([
    ['without a target', [], {}, 'npm run upload -- remote:bucket'],
    ['with an unknown option', ['a:b', '--fast'], {}, "Unknown option '--fast'"],
    ['of a site that is not there', ['a:b', '--site', 'tests/.output/nowhere'], {}, 'Build it first.'],
    ['without rclone', ['a:b'], { PATH: '/nowhere' }, 'rclone is not on this machine'],
    ['to a remote that rclone does not know', ['nowhere:b'], nothing, 'rclone cannot read the target'],
  ])('%s says why and changes nothing', async (_name, args, environment, message) => {
    const folder = folderWith();
    writeSite(folder, { 'index.html': 'new' });
    const { exitCode, printed } = await run(['--site', folder, ...args], environment);
    expect(exitCode).toBe(2);
    expect(printed).toContain(message);
    expect(printed).not.toMatch(/^\s+at /m);
  });
});

/** A site of these files, and an empty bucket for it, until the test ends. */
async function small(files: Record<string, string>) {
  const folder = folderWith();
  writeSite(folder, files);
  const bucket = await startBucket();
  onTestFinished(() => bucket.stop());
  const upload = (...more: string[]) => run([bucket.target, '--site', folder, ...more], bucket.environment);
  return { bucket, folder, upload };
}

function writeSite(folder: string, files: Record<string, string>): void {
  writeInto(folder, files);
  writeManifest(folder);
}

function object(text: string) {
  return { body: Buffer.from(text), headers: {} };
}

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
