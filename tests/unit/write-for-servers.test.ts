import { describe, expect, test } from 'vitest';
import { compress } from '../../src/build/compress.ts';
import { filesForServers } from '../../src/build/hosting.ts';
import { isTold, toldBy, withPolicy } from '../../src/build/told.ts';
import { NEW_SINCE } from '../../src/scripts/new-since.ts';
import { hashSourceOf } from '../support/csp.ts';
import { AS_OF, page, publication, site } from '../support/unit-factory.ts';
import { folderWith, textsIn } from '../support/unit-folder.ts';

const PAGE = '<!DOCTYPE html><html><head><meta charset="utf-8"><style>a{}</style></head><body><p>A</p></body></html>';

interface Given {
  /** What lies in public/. */
  own?: Record<string, string>;
  /** Pages and newsletters of the site. */
  built?: Record<string, string>;
}

describe('what is written for servers', () => {
  const filesFor = (parts: Parameters<typeof publication>[0] = {}, { own = {}, built = {} }: Given = {}) =>
    filesForServers({
      publication: publication(parts),
      asOf: AS_OF,
      publicFolder: folderWith(own),
      told: Object.entries(built).flatMap(([path, html]) => (isTold(path) ? toldBy(path, html) : [])),
      has: (path) => Object.keys({ ...own, ...built }).some((name) => name === path || name.startsWith(`${path}/`)),
    });

  test("comes after the publisher's own rules, which stay", () => {
    const own = { _headers: '/own/*\n  X-Own: yes\n', _redirects: '/own/ /elsewhere/ 302\n' };
    const { files } = filesFor({ pages: [page('about', { aliases: ['/us/'] })] }, { own });
    expect(files.get('_headers')).toMatch(/^\/own\/\*\n {2}X-Own: yes\n\n# Netlify[\s\S]*\n\/\*\n/);
    expect(files.get('_redirects')).toMatch(/^\/own\/ \/elsewhere\/ 302\n\n# Netlify[\s\S]*\n\/us\/ \/about\/ 301!\n/);
    expect(files.get('us/index.html')).toContain('/about/');
  });

  test.each(['us/index.html', 'us'])('never takes the place of %s that is there, and says what to do', (there) => {
    const sentence = 'public/ has a page at /us/, which is an alias in content/. Take one of the two out.';
    const old = { pages: [page('about', { aliases: ['/us/'] })] };
    expect(() => filesFor(old, { own: { [there]: PAGE } })).toThrow(
      expect.objectContaining({ message: sentence, stack: sentence }),
    );
  });

  test('names what the policy of a page will block, each kind once', () => {
    const built = {
      'index.html': PAGE,
      'a/index.html': PAGE.replace('A<', '<b style="x">A</b><b style="y">B</b><script>run()</script><'),
      'days/2026-01-26/email.html': '<!DOCTYPE html><html><body style="margin:0"></body></html>',
    };
    expect(filesFor({}, { built }).warnings).toEqual([
      'a/index.html has a <script>, which its policy blocks.',
      'a/index.html has a style="…", which its policy blocks.',
    ]);
  });

  test("allows a script of the build's own where it stands, and tells of any other", () => {
    const own = PAGE.replace('<style>', `<script>${NEW_SINCE}</script><style>`);
    const built = { 'index.html': own, 'a/index.html': PAGE.replace('<p>', '<script>run()</script><p>') };
    const { files, warnings } = filesFor({}, { built });
    expect(warnings).toEqual(['a/index.html has a <script>, which its policy blocks.']);
    for (const file of ['_headers', '.nginx/site.conf']) {
      expect(files.get(file)).toContain(`script-src ${hashSourceOf(NEW_SINCE)};`);
    }
    const policyIn = (path: keyof typeof built) => withPolicy(built[path], toldBy(path, built[path]));
    expect(policyIn('index.html')).toContain(`script-src ${hashSourceOf(NEW_SINCE)};`);
    expect(policyIn('a/index.html')).toContain("script-src 'none';");
    expect(filesFor({}, { built: { 'index.html': PAGE } }).files.get('_headers')).toContain("script-src 'none';");
  });

  test('that Cloudflare cannot read whole is told', () => {
    const long = {
      _headers: `/own/\n  X-Own: ${'x'.repeat(2_000)}\n`,
      _redirects: Array.from({ length: 2_001 }, (_, index) => `/${index}/ / 301`).join('\n'),
    };
    expect(filesFor({}, { own: long }).warnings).toEqual([
      '_headers has a line of 2009 characters; Cloudflare Pages reads 2000.',
      '_redirects has 2001 lines; Cloudflare Pages reads 2000.',
    ]);
    const many = { _headers: Array.from({ length: 101 }, (_, index) => `/${index}\n  X-Own: yes`).join('\n') };
    expect(filesFor({}, { own: many }).warnings).toEqual([
      expect.stringMatching(/^_headers has 1[2-9]\d rules; Cloudflare/),
    ]);
  });

  test('has whom to tell of a hole only where there is somebody, and where it would be looked for', () => {
    const file = '.well-known/security.txt';
    expect(filesFor().files.has(file)).toBe(false);
    const contact = 'desk@example.org';
    expect(filesFor({ site: [site({ contact, url: 'https://example.org/news/' })] }).files.has(file)).toBe(false);
    expect(filesFor({ site: [site({ contact })] }).files.get(file)).toContain('Contact: mailto:desk@example.org\n');
  });
});

test('what is compressed is text, and long enough to gain from it', async () => {
  const long = 'A crane is built. '.repeat(100);
  const folder = folderWith({ 'index.html': PAGE, 'long.txt': long, 'long.png': long });
  const files = Object.keys(textsIn(folder)).map((path) => ({ path, size: 0, sha256: '' }));
  const written = await compress(folder, files);
  expect(written.map(({ path }) => path).sort()).toEqual(['long.txt.br', 'long.txt.gz']);
  expect(Object.keys(textsIn(folder)).sort()).toEqual([
    'index.html',
    'long.png',
    'long.txt',
    'long.txt.br',
    'long.txt.gz',
  ]);
});
