import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeForServers } from '../../src/build/hosting.ts';
import { AS_OF, page, publication, site } from '../support/unit-factory.ts';

const PAGE = '<!DOCTYPE html><html><head><meta charset="utf-8"><style>a{}</style></head><body><p>A</p></body></html>';

describe('what is written for servers', () => {
  let root = '';
  const folder = () => join(root, 'site');
  const read = (name: string) => readFileSync(join(folder(), name), 'utf8');
  const put = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  const write = (parts: Parameters<typeof publication>[0] = {}) =>
    writeForServers({
      folder: folder(),
      publicFolder: join(root, 'public'),
      publication: publication(parts),
      asOf: AS_OF,
    });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'readout-'));
    put('site/index.html', PAGE);
    put('site/long.txt', 'A crane is built. '.repeat(100));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test("comes after the publisher's own rules, which stay", async () => {
    put('public/_headers', '/own/*\n  X-Own: yes\n');
    put('public/_redirects', '/own/ /elsewhere/ 302\n');
    await write({ pages: [page('about', { aliases: ['/us/'] })] });
    expect(read('_headers')).toMatch(/^\/own\/\*\n {2}X-Own: yes\n\n# Netlify[\s\S]*\n\/\*\n/);
    expect(read('_redirects')).toMatch(/^\/own\/ \/elsewhere\/ 302\n\n# Netlify[\s\S]*\n\/us\/ \/about\/ 301!\n/);
    // A second time it is the same.
    rmSync(join(folder(), 'us'), { recursive: true });
    const before = read('_headers');
    await write({ pages: [page('about', { aliases: ['/us/'] })] });
    expect(read('_headers')).toBe(before);
  });

  test('never replaces a page that is there, and says in one sentence what to do', async () => {
    put('site/us/index.html', PAGE);
    const error: unknown = await write({ pages: [page('about', { aliases: ['/us/'] })] }).catch((thrown) => thrown);
    const sentence = 'public/ has a page at /us/, which is an alias in content/. Take one of the two out.';
    expect(error).toMatchObject({ message: sentence, stack: sentence });
    expect(read('us/index.html')).toBe(PAGE);
  });

  test('names what the policy of a page will block, each kind once', async () => {
    put('site/a/index.html', PAGE.replace('A<', '<b style="x">A</b><b style="y">B</b><script>run()</script><'));
    put('site/days/2026-01-26/email.html', '<!DOCTYPE html><html><body style="margin:0"></body></html>');
    expect((await write()).warnings).toEqual([
      'a/index.html has a <script>, which its policy blocks.',
      'a/index.html has a style="…", which its policy blocks.',
    ]);
  });

  test('that Cloudflare cannot read whole is told', async () => {
    put('public/_headers', `/own/\n  X-Own: ${'x'.repeat(2_000)}\n`);
    put('public/_redirects', Array.from({ length: 2_001 }, (_, index) => `/${index}/ / 301`).join('\n'));
    expect((await write()).warnings).toEqual([
      '_headers has a line of 2009 characters; Cloudflare Pages reads 2000.',
      '_redirects has 2001 lines; Cloudflare Pages reads 2000.',
    ]);
    put('public/_headers', Array.from({ length: 101 }, (_, index) => `/${index}\n  X-Own: yes`).join('\n'));
    rmSync(join(root, 'public/_redirects'));
    expect((await write()).warnings).toEqual([expect.stringMatching(/^_headers has 1[2-9]\d rules; Cloudflare/)]);
  });

  test('has compressed files where they are asked for', async () => {
    expect((await write()).compressed).toBe(0);
    expect(existsSync(join(folder(), 'long.txt.br'))).toBe(false);
    const { compressed } = await write({ site: [site({ precompress: true })] });
    expect(compressed).toBeGreaterThanOrEqual(2);
    expect(existsSync(join(folder(), 'long.txt.br'))).toBe(true);
    // Too short to gain from it.
    expect(existsSync(join(folder(), 'index.html.gz'))).toBe(false);
  });

  test('has whom to tell of a hole only where there is somebody, and where it would be looked for', async () => {
    const file = '.well-known/security.txt';
    await write();
    expect(existsSync(join(folder(), file))).toBe(false);
    await write({ site: [site({ contact: 'desk@example.org', url: 'https://example.org/news/' })] });
    expect(existsSync(join(folder(), file))).toBe(false);
    await write({ site: [site({ contact: 'desk@example.org' })] });
    expect(read(file)).toContain('Contact: mailto:desk@example.org\n');
  });
});
