import { globSync, readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stylesOf } from '../../src/hosting/inline.ts';
import { type Answer, ask } from '../support/ask.ts';
import { type Nginx, startNginx, testWithoutBrotli } from '../support/nginx.ts';
import { HOSTED_SITES } from './sites.ts';

const YEAR = 'public, max-age=31536000, immutable';

/** An address of each kind, from the root of the site, and the type that it has to have. */
const TYPES = {
  '': 'text/html',
  'briefings/2026/crane/': 'text/html',
  '404.html': 'text/html',
  'days/2026-02-20/email.html': 'text/html',
  'days/2026-02-20/email.txt': 'text/plain',
  'rss.xml': 'application/rss+xml',
  'stories/quay/rss.xml': 'application/rss+xml',
  'topics/harbour/atom.xml': 'application/atom+xml',
  'corrections/feed.json': 'application/feed+json',
  'calendar.ics': 'text/calendar',
  'stories/quay/events/crane-test.ics': 'text/calendar',
  'feeds.opml': 'text/x-opml',
  'briefings/2026/crane/index.md': 'text/markdown',
  'briefings/2026/crane/index.json': 'application/json',
  'manifest.webmanifest': 'application/manifest+json',
  'sitemap-index.xml': 'application/xml',
  'prefetch.speculationrules': 'application/speculationrules+json',
  'robots.txt': 'text/plain',
  'favicon.svg': 'image/svg+xml',
};

const BINARY_TYPES = {
  'favicon.ico': 'image/vnd.microsoft.icon',
  'icon-192.png': 'image/png',
  'briefings/2026/crane/card.png': 'image/png',
};

describe.each(Object.values(HOSTED_SITES))('nginx with the include of $name', ({ folder, base }) => {
  let nginx: Nginx;
  const get = (path: string, headers?: Record<string, string>, method?: string) =>
    ask(nginx.url + base + path, headers, method);

  beforeAll(async () => {
    nginx = await startNginx(folder, base);
  });
  afterAll(() => nginx.stop());

  test.each(Object.entries(TYPES))('sends /%s as %s in UTF-8, as it is on disk', async (path, type) => {
    const answer = await get(path);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
    expect(answer.body.equals(fileAt(folder, path))).toBe(true);
    expectProtected(answer);
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  test.each(Object.entries(BINARY_TYPES))('sends /%s as %s', async (path, type) => {
    const answer = await get(path);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, type]);
    expectProtected(answer);
    // Others may show the pictures of the site.
    expect(answer.headers).not.toHaveProperty('cross-origin-resource-policy');
  });

  test('sends what is named after its content for a year, and fonts to its own pages alone', async () => {
    const [font = ''] = globSync('_astro/fonts/*.woff2', { cwd: folder });
    const answer = await get(font);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'font/woff2']);
    expect(answer.headers['cache-control']).toBe(YEAR);
    expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin');
    expectProtected(answer);
  });

  test('lets every page have the styles that it has, and nothing more', async () => {
    const styles = new Set<string>();
    for (const file of globSync('**/*.html', { cwd: folder })) {
      if (!file.endsWith('email.html') && file !== 'search/index.html') {
        for (const style of stylesOf(readFileSync(`${folder}/${file}`, 'utf8'))) styles.add(style);
      }
    }
    const policy = policyOf(await get(''));
    expect(policy.get('style-src')?.length).toBe(styles.size);
    expect(styles.size).toBeGreaterThan(5);
    expect(policy.get('script-src')).toEqual(["'none'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    const names = 'base-uri connect-src default-src font-src form-action frame-ancestors img-src manifest-src';
    expect([...policy.keys()].sort()).toEqual(`${names} script-src style-src`.split(' '));
    for (const path of ['briefings/2026/crane/', '404.html', 'nothing/here/']) {
      expect(policyOf(await get(path))).toEqual(policy);
    }
  });

  test('lets the page that searches run its script and load its index, and sends what it asks for', async () => {
    const policy = policyOf(await get('search/'));
    expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    const files = globSync('search/pagefind/**/*.*', { cwd: folder });
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const answer = await get(file);
      expect([answer.status, file.endsWith('.js') && answer.headers['content-type']], file).toEqual([
        200,
        file.endsWith('.js') && 'text/javascript; charset=utf-8',
      ]);
      expect([...policyOf(answer).values()].flat(), file).toEqual(["'none'", "'none'", "'none'", "'none'"]);
    }
  });

  test('lets a newsletter have the styles on its elements, and a file nothing', async () => {
    const mail = policyOf(await get('days/2026-02-20/email.html'));
    expect(mail.get('style-src')?.[0]).toBe("'unsafe-hashes'");
    expect(mail.get('style-src')?.length).toBeGreaterThan(4);
    for (const name of ['img-src', 'script-src', 'font-src']) expect(mail.has(name)).toBe(false);
    const file = policyOf(await get('rss.xml'));
    expect([...file.values()].flat()).toEqual(["'none'", "'none'", "'none'", "'none'"]);
  });

  test.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('sends pages, feeds and the error page as %s to who takes %s', async (encoding, accepted, decode) => {
    for (const path of ['', 'rss.xml', 'schema/v1/story.json', '404.html']) {
      const answer = await get(path, { 'Accept-Encoding': accepted });
      expect(answer.headers['content-encoding'], path).toBe(encoding);
      expect(answer.headers.vary).toMatch(/accept-encoding/i);
      expect(answer.headers['content-type']).toMatch(/; charset=utf-8$/);
      expect(answer.body.length).toBeLessThan(fileAt(folder, path).length);
      expect(decode(answer.body).equals(fileAt(folder, path)), path).toBe(true);
      expectProtected(answer);
    }
  });

  test('sends them as they are to who takes nothing else', async () => {
    const { headers } = await get('', { 'Accept-Encoding': 'identity' });
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers.vary).toMatch(/accept-encoding/i);
  });

  test.each(['nothing/here/', 'briefings/2026/draft/', 'draft-alias/', 'embargo-alias/', 'schema/', 'x.png'])(
    'says with the error page that there is no /%s',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(answer.body.equals(fileAt(folder, '404.html'))).toBe(true);
      expectProtected(answer);
    },
  );

  test.each(['_headers', '_redirects', '.nginx/site.conf', '.nginx/brotli.conf', '.git/config', 'about/.htaccess'])(
    'hands out no /%s',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.body.equals(fileAt(folder, '404.html'))).toBe(true);
    },
  );

  test.each([
    ['2025/new-crane/', 'briefings/2026/crane/'],
    ['%C3%9Cber-den-Kran/', 'briefings/2026/crane/'],
    ['Old.Name_~1/', 'briefings/2026/crane/'],
    ['2025/no-crane/', 'briefings/2026/withdrawn/'],
    ['quay-story/', 'stories/quay/'],
    ['us/', 'about/'],
  ])('leads for good from the old address /%s to /%s', async (from, to) => {
    const answer = await get(from);
    expect([answer.status, answer.headers.location]).toEqual([301, base + to]);
    // The editor may take an old address back.
    expect(answer.headers['cache-control']).toBe('no-cache');
    expectProtected(answer);
  });

  test('puts the slash at the end that was left out, on whatever host it is asked', async () => {
    for (const path of ['about', 'briefings/2026/crane']) {
      const { status, headers } = await get(path);
      expect([status, headers.location]).toEqual([301, `${base}${path}/`]);
    }
    const { status, headers } = await ask(nginx.url + base.slice(0, -1));
    expect([status, headers.location]).toEqual(base === '/' ? [200, undefined] : [301, base]);
  });

  test('does not send again what a reader has', async () => {
    for (const path of ['', 'rss.xml', 'calendar.ics']) {
      const { headers } = await get(path);
      expect(headers.etag, path).toMatch(/\S/);
      const again = await get(path, { 'If-None-Match': String(headers.etag) });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      expect(again.headers['cache-control']).toBe('no-cache');
      const since = await get(path, { 'If-Modified-Since': String(headers['last-modified']) });
      expect(since.status).toBe(304);
    }
  });

  test('takes nothing from anybody', async () => {
    expect((await get('', {}, 'POST')).status).toBe(405);
    expect((await get('', {}, 'DELETE')).status).toBe(405);
  });

  test('starts without the module for Brotli too', () => {
    expect(testWithoutBrotli(folder, base)).toMatchObject({ ok: true });
  });
});

test('security.txt is where everybody looks for it', async () => {
  const { folder, base } = HOSTED_SITES.root;
  const nginx = await startNginx(folder, base);
  const answer = await ask(`${nginx.url}/.well-known/security.txt`);
  await nginx.stop();
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  expect(answer.body.toString()).toMatch(/^Contact: mailto:desk%2Bsecurity@quay\.example$/m);
});

test('a site under a path leaves the rest of its host alone', async () => {
  const { folder, base } = HOSTED_SITES.path;
  const nginx = await startNginx(folder, base);
  const answer = await ask(`${nginx.url}/elsewhere/`);
  await nginx.stop();
  expect(answer.status).toBe(404);
  expect(answer.headers).not.toHaveProperty('content-security-policy');
  expect(answer.body.toString()).not.toContain('The Quay');
});

/** The file that an address stands for. */
function fileAt(folder: string, path: string): Buffer {
  return readFileSync(`${folder}/${path === '' || path.endsWith('/') ? `${path}index.html` : path}`);
}

/** What holds for every answer, whatever it is. */
function expectProtected({ headers }: Answer): void {
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('same-origin');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['permissions-policy']).toMatch(/camera=\(\), .*geolocation=\(\)/);
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-(inline|eval)/);
}

/** The directives of a policy and their sources. */
function policyOf({ headers }: Answer): Map<string, string[]> {
  const directives = String(headers['content-security-policy']).split(';');
  return new Map(
    directives.map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}
