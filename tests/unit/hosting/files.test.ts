import { describe, expect, test } from 'vitest';
import { digestOf } from '../../../src/hosting/csp.ts';
import { headersOf, kindOf, policiesFor } from '../../../src/hosting/headers.ts';
import { headersFile } from '../../../src/hosting/headers-file.ts';
import { beyondLimits } from '../../../src/hosting/limits.ts';
import { nginxSite } from '../../../src/hosting/nginx.ts';
import { redirectsFile } from '../../../src/hosting/redirects-file.ts';
import { SECURITY_TXT, securityTxt } from '../../../src/hosting/security-txt.ts';
import { SPECULATION_RULES, speculationRules } from '../../../src/hosting/speculation.ts';
import { typeOf } from '../../../src/hosting/types.ts';
import { isRemote, toDelete, uploadPlan } from '../../../src/hosting/upload-plan.ts';
import { movedViews } from '../../../src/newsroom/views/moved.ts';
import { KEEP_OFFLINE } from '../../../src/scripts/keep-offline.ts';
import { NEW_SINCE } from '../../../src/scripts/new-since.ts';
import { OWN_SCRIPTS } from '../../../src/scripts/own.ts';
import { edition, page, site } from '../../support/unit-factory.ts';

const policies = policiesFor({ styles: ['a{}'], mailStyles: ['color:red'] });

describe('what goes with a file', () => {
  test.each([
    ['index.html', 'page'],
    ['404.html', 'page'],
    ['days/2026-01-26/index.html', 'page'],
    ['search/index.html', 'search'],
    ['search/pagefind/pagefind.js', 'file'],
    ['a/search/index.html', 'page'],
    ['days/2026-01-26/email.html', 'mail'],
    ['days/a/b/email.html', 'page'],
    ['_astro/fonts/a.woff2', 'font'],
    ['_astro/a.hash.webp', 'asset'],
    ['sw.js', 'worker'],
    ['rss.xml', 'file'],
    ['briefings/2026/crane/card.png', 'file'],
  ])('%s is that of a %s', (path, kind) => {
    expect(kindOf(path)).toBe(kind);
  });

  test('is kept for a year where its name tells what is in it', () => {
    const cached = (['page', 'mail', 'font', 'asset', 'file'] as const).filter((kind) =>
      headersOf(kind, policies, '/')['Cache-Control']?.includes('immutable'),
    );
    expect(cached).toEqual(['font', 'asset']);
  });

  test.each([
    ['rss.xml', 'application/rss+xml; charset=utf-8'],
    ['sitemap-1.xml', 'application/xml; charset=utf-8'],
    ['a/feed.json', 'application/feed+json; charset=utf-8'],
    ['a/my-feed.json', 'application/json; charset=utf-8'],
    ['a/b.JPG', 'application/octet-stream'],
    ['a.jpg', 'image/jpeg'],
    ['search/opensearch.xml', 'application/opensearchdescription+xml; charset=utf-8'],
    [SPECULATION_RULES, 'application/speculationrules+json; charset=utf-8'],
    ['CNAME', 'application/octet-stream'],
  ])('%s has the type %s', (path, type) => {
    expect(typeOf(path)).toBe(type);
  });
});

describe('_headers', () => {
  test('stays within what a host reads, with room for another page with its style', () => {
    // The sample has 17 styles, and 9 on the elements of its newsletters.
    const many = policiesFor({
      styles: Array.from({ length: 19 }, (_, index) => `a${index}{}`),
      mailStyles: Array.from({ length: 10 }, (_, index) => `color:${index}`),
      searchStyles: ['b{}'],
      scripts: OWN_SCRIPTS.map(digestOf),
      searchScripts: OWN_SCRIPTS.map(digestOf),
    });
    expect(beyondLimits(headersFile('/news/', many), '')).toEqual([]);
  });
});

describe('what a browser may get ahead', () => {
  test('is told with pages and with nothing else', () => {
    const telling = (['page', 'mail', 'font', 'asset', 'file'] as const).filter(
      (kind) => 'Speculation-Rules' in headersOf(kind, policies, '/'),
    );
    expect(telling).toEqual(['page']);
  });

  test('is named by a text in quotation marks, for every host', () => {
    const value = `"/it%27s%20news/${SPECULATION_RULES}"`;
    expect(headersOf('page', policies, "/it's%20news/")['Speculation-Rules']).toBe(value);
    expect(headersFile("/it's%20news/", policies)).toContain(`  Speculation-Rules: ${value}\n`);
    expect(nginxSite({ base: "/it's%20news/", policies, moved: [] })).toContain(
      `add_header Speculation-Rules '${value}' always;`,
    );
  });

  test.each(['/', '/news/', '/a+b(c):d/'])('are pages below %s and no files', (base) => {
    const [rule] = JSON.parse(speculationRules(base)).prefetch;
    const [{ href_matches: patterns }] = rule.where.and;
    // A pattern of the browser, whose own class Node has as well.
    const fits = (path: string) =>
      patterns.some((pattern: string) =>
        new URLPattern(pattern, 'https://example.org').test(path, 'https://example.org'),
      );
    const pages = ['', 'about/', 'briefings/2026/crane/', 'stories/port/#Timeline'].map((path) => base + path);
    expect(pages.filter((path) => !fits(path))).toEqual([]);
    const files = ['rss.xml', 'calendar.ics', 'briefings/2026/crane/index.md', 'a.pdf'].map((path) => base + path);
    expect([...files, 'https://other.example/', 'mailto:a@example.org'].filter(fits)).toEqual([]);
    if (base !== '/') expect(['/', '/other/'].filter(fits)).toEqual([]);
  });
});

describe('the policy of all addresses together', () => {
  const lineOf = (text: string) => /^ {2}Content-Security-Policy: (.*)$/m.exec(text)?.[1];

  test('lets scripts run where the site has a page that searches, and nowhere else', () => {
    expect(lineOf(headersFile('/', policies))).toContain(";script-src 'none';");
    const searching =
      lineOf(headersFile('/', policiesFor({ styles: ['a{}'], mailStyles: [], searchStyles: ['b{}'] }))) ?? '';
    expect(searching).toContain(";script-src 'self' 'wasm-unsafe-eval';");
    expect(searching).toContain(";connect-src 'self'");
  });

  test('is not that of any page on a server that knows them apart', () => {
    const both = policiesFor({ styles: ['a{}'], mailStyles: [], searchStyles: ['b{}'] });
    expect(headersOf('page', both, '/')['Content-Security-Policy']).toContain(";script-src 'none';");
    expect(headersOf('search', both, '/')['Content-Security-Policy']).toContain(
      ";script-src 'self' 'wasm-unsafe-eval';",
    );
    expect(headersOf('asset', both, '/')['Content-Security-Policy']).not.toContain('script-src');
    const nginx = nginxSite({ base: '/news/', policies: both, moved: [] });
    expect(nginx).toContain('location ~ "^/news/search/index\\.html$" {');
    expect(nginxSite({ base: '/news/', policies, moved: [] })).not.toContain('/search/');
  });

  test('lets the page that searches run the scripts that it has itself, and no worker but the one that keeps pages', () => {
    const scripts = OWN_SCRIPTS.map(digestOf);
    const own = { styles: ['a{}'], mailStyles: [], searchStyles: ['b{}'] };
    const sent = (searchScripts: string[]) =>
      headersOf('search', policiesFor({ ...own, scripts, searchScripts }), '/')['Content-Security-Policy'];
    expect(sent([digestOf(KEEP_OFFLINE)])).not.toContain(digestOf(NEW_SINCE));
    expect(sent([digestOf(KEEP_OFFLINE)])).toContain(";worker-src 'self'");
    expect(sent([])).toContain(";worker-src 'none'");
  });

  test('is not all that holds for the worker that keeps pages', () => {
    const keeping = policiesFor({ styles: [], mailStyles: [], scripts: [digestOf(KEEP_OFFLINE)] });
    const { 'Content-Security-Policy': policy } = headersOf('worker', keeping, '/');
    expect(policy).not.toContain('script-src');
    expect(headersFile('/news/', keeping)).toContain(`\n/news/sw.js\n  Content-Security-Policy: ${policy}\n`);
  });
});

describe('redirects', () => {
  const pages = [page('about', { aliases: ['/us/', '/Über-uns/'] })];
  const moved = movedViews(edition({ pages, site: [site({ url: 'https://example.org/ne%20ws/' })] }));

  test('are encoded in _redirects, each once for every host', () => {
    expect(redirectsFile(moved).split('\n').slice(1)).toEqual([
      '/ne%20ws/%C3%9Cber-uns/ /ne%20ws/about/ 301!',
      '/ne%20ws/%C3%9Cber-uns/ /ne%20ws/about/ 301',
      '/ne%20ws/us/ /ne%20ws/about/ 301!',
      '/ne%20ws/us/ /ne%20ws/about/ 301',
      '',
    ]);
  });

  test('are decoded in nginx, which holds decoded addresses against them', () => {
    const text = nginxSite({ base: '/ne%20ws/', policies, moved });
    expect(text).toContain('location = "/ne ws/Über-uns/" {\n    return 301 "/ne%20ws/about/";');
    expect(text).toContain('location "/ne ws/" {');
  });

  test('that nginx could read as something else are refused', () => {
    const [first] = moved;
    if (!first) throw new Error('There is no old address');
    for (const from of ['/a"b/', '/$host/', '/a%0Ab/', '/a%5C/']) {
      expect(() => nginxSite({ base: '/', policies, moved: [{ ...first, from }] })).toThrow('nginx cannot be told');
    }
  });
});

describe('security.txt', () => {
  const given = {
    contact: 'desk@example.org',
    canonical: 'https://example.org/.well-known/security.txt',
    language: 'de',
  };
  const expires = (asOf: string) => /^Expires: (.*)$/m.exec(securityTxt({ ...given, asOf }))?.[1] ?? '';

  test('holds for less than a year, and is the same for all builds of a month', () => {
    expect(expires('2026-01-01T00:00:00Z')).toBe('2026-12-17T00:00:00Z');
    expect(expires('2026-01-31T23:59:59Z')).toBe('2026-12-17T00:00:00Z');
    expect(expires('2026-02-01T01:00:00.250+02:00')).toBe('2026-12-17T00:00:00Z');
    expect(expires('2026-02-01T02:00:00.250+02:00')).toBe('2027-01-17T00:00:00Z');
  });

  test('has an address that no character of it can break out of', () => {
    const text = securityTxt({ ...given, contact: "a+b'c?x&y@example.org", asOf: '2026-01-27T00:00:00Z' });
    expect(text).toMatch(/^Contact: mailto:a%2Bb'c%3Fx%26y@example\.org\n/);
  });
});

describe('an upload', () => {
  const files = [
    'index.html',
    'rss.xml',
    'robots.txt',
    'sitemap-index.xml',
    '_astro/a.1.webp',
    '_astro/fonts/b.woff2',
    'card.png',
    'index.html.br',
    'index.html.gz',
    '_headers',
    '_redirects',
    '.nginx/site.conf',
    '.DS_Store',
    'a/.git/config',
    SECURITY_TXT,
    'days/2026-01-26/email.html',
    'sw.js',
  ];
  const plan = uploadPlan(files);

  test('has what pages need first, then pages, then what tells of them', () => {
    const order = plan.map(({ step, files }) => `${step}: ${files.join(' ')}`);
    expect(order.slice(0, 2).sort()).toEqual(['assets: _astro/a.1.webp', 'assets: _astro/fonts/b.woff2']);
    expect(order.slice(2, 5).sort()).toEqual([
      `files: ${SECURITY_TXT} robots.txt`,
      'files: card.png',
      'files: days/2026-01-26/email.html',
    ]);
    expect(order.slice(5)).toEqual(['pages: index.html', 'feeds: rss.xml', 'feeds: sitemap-index.xml', 'feeds: sw.js']);
  });

  test('has the words of the search before the pages, and what leads to them after', () => {
    const index = 'search/pagefind/recent';
    const found = uploadPlan([`${index}/pagefind-entry.json`, `${index}/index/en_1.pf_index`, 'search/index.html']);
    expect(found.map(({ step }) => step)).toEqual(['files', 'pages', 'feeds']);
  });

  test('has the manifest before everything else', () => {
    expect(uploadPlan([...files, 'build-manifest.json'])[0]?.files).toEqual(['build-manifest.json']);
  });

  test.each([
    ['remote:bucket', true],
    ['remote:', true],
    ['my remote.2@home:bucket/a:b', true],
    [':s3,provider=Other,endpoint="http://127.0.0.1:9000":bucket', true],
    [':local:/srv/site', true],
    ['.', false],
    ['bucket', false],
    ['/srv/site', false],
    ['./a:b', false],
    ['a/b:c', false],
    [':', false],
    ['C:/site', false],
    ['C:\\site', false],
  ])('to %j is one to a remote: %j', (target, expected) => {
    expect(isRemote(target)).toBe(expected);
  });

  test('has the compressed files of the publisher, and not those of the build for servers', () => {
    const own = ['data.csv.gz', 'data.csv', 'words.txt.br', 'a/all.tar.gz'];
    const copied = uploadPlan([...files, ...own, 'robots.txt.gz']).flatMap((batch) => batch.files);
    expect(copied.filter((file) => /csv|br$|gz$/.test(file)).sort()).toEqual(own.toSorted());
  });

  test('deletes what is there and is copied no more, files for servers among it', () => {
    expect(toDelete(plan, ['index.html', 'old/index.html', '_headers', 'index.html.br'])).toEqual([
      '_headers',
      'index.html.br',
      'old/index.html',
    ]);
  });
});
