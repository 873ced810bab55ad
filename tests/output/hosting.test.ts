import { existsSync, globSync, readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { hashSourceOf } from '../support/csp.ts';
import { headersFor, readHeadersFile } from '../support/headers-file.ts';
import { readEmails, readPages } from '../support/pages.ts';
import { everyFile } from '../support/secrets.ts';
import { HOSTED_SITES, SITES } from './sites.ts';

const SEEN = [...Object.values(SITES), ...Object.values(HOSTED_SITES)];

describe.each(SEEN)('the policy of $name', ({ folder, url }) => {
  const base = new URL(url).pathname;
  const rules = readHeadersFile(readFileSync(`${folder}/_headers`, 'utf8'));
  const sentWith = (file: string) => headersFor(rules, base + file.replace(/(^|\/)index\.html$/, '$1'));
  const pages = readPages(folder);

  test('is in every page, before anything that it is about, and allows its own styles and no others', () => {
    expect(pages.length).toBeGreaterThan(10);
    for (const { file, tree } of pages) {
      const [encoding, policy] = selectAll('head > *', tree);
      expect(encoding?.properties.charSet, file).toBe('utf-8');
      expect(policy?.properties.httpEquiv, file).toEqual(['content-security-policy']);
      const directives = directivesOf(String(policy?.properties.content));
      const styles = selectAll('style', tree).map(textOf).map(hashSourceOf);
      expect(directives.get('style-src'), file).toEqual(styles.length > 0 ? [...new Set(styles)].sort() : ["'none'"]);
      expect(directives.get('script-src'), file).toEqual(
        file === 'search/index.html' ? ["'self'", "'wasm-unsafe-eval'"] : ["'none'"],
      );
      expect(directives.get('default-src'), file).toEqual(["'none'"]);
    }
  });

  test('needs no exception on any page: no style, no handler and no script on an element', () => {
    for (const { file, tree } of pages) {
      const attributes = selectAll('*', tree).flatMap(({ properties }) => Object.keys(properties));
      expect(
        attributes.filter((name) => /^(style|on[A-Z].*)$/.test(name)),
        file,
      ).toEqual([]);
    }
  });

  test('is sent with every page, and allows at least what the page itself does', () => {
    for (const { file, tree } of pages) {
      const own = select('meta[http-equiv="content-security-policy"]', tree);
      const header = directivesOf(sentWith(file).get('content-security-policy') ?? '');
      for (const [name, sources] of directivesOf(String(own?.properties.content))) {
        const allowed = header.get(name) ?? [];
        expect(
          sources.filter((source) => source !== "'none'" && !allowed.includes(source)),
          `${file} ${name}`,
        ).toEqual([]);
      }
      expect(header.get('frame-ancestors'), file).toEqual(["'none'"]);
    }
  });

  test('allows by header no style that no page has', () => {
    const header = directivesOf(sentWith('index.html').get('content-security-policy') ?? '');
    const styles = pages.flatMap(({ tree }) => selectAll('style', tree).map(textOf));
    const onElements = readEmails(folder).flatMap(({ tree }) =>
      selectAll('[style]', tree).map(({ properties }) => String(properties.style)),
    );
    const had = [...styles, ...onElements].map(hashSourceOf);
    const mailOnly = onElements.length > 0 ? ["'unsafe-hashes'"] : [];
    expect(header.get('style-src')?.toSorted()).toEqual([...new Set([...had, ...mailOnly])].sort());
  });

  test('of a newsletter is two at once: that of all and its own, which allows the styles on its elements', () => {
    const mails = readEmails(folder);
    expect(mails.length).toBeGreaterThan(0);
    for (const { file, html, tree } of mails) {
      expect(html).not.toMatch(/content-security-policy/i);
      const policies = sentWith(file).get('content-security-policy')?.split(', ') ?? [];
      expect(policies.length).toBe(2);
      for (const policy of policies.map(directivesOf)) {
        const allowed = policy.get('style-src') ?? [];
        expect(allowed).toContain("'unsafe-hashes'");
        for (const { properties } of selectAll('[style]', tree)) {
          expect(allowed, file).toContain(hashSourceOf(String(properties.style)));
        }
      }
      const [, own] = policies.map(directivesOf);
      expect([...(own?.keys() ?? [])].sort()).toEqual([
        'base-uri',
        'default-src',
        'form-action',
        'frame-ancestors',
        'style-src',
      ]);
    }
  });

  test('has no unsafe way in anywhere', () => {
    const written = [readFileSync(`${folder}/_headers`, 'utf8'), readFileSync(`${folder}/.nginx/site.conf`, 'utf8')];
    for (const text of [...written, ...pages.map(({ html }) => html.slice(0, html.indexOf('<title>')))]) {
      // To compile WebAssembly is to run what the site itself has sent.
      expect(text).not.toMatch(/unsafe-inline|(?<!wasm-)unsafe-eval/);
    }
  });

  test('is short enough for Cloudflare, as all of _headers is', () => {
    expect(
      Math.max(
        ...readFileSync(`${folder}/_headers`, 'utf8')
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThan(2_000);
    expect(rules.length).toBeLessThanOrEqual(100);
  });
});

describe.each(SEEN)('_headers of $name', ({ folder, url }) => {
  const base = new URL(url).pathname;
  const rules = readHeadersFile(readFileSync(`${folder}/_headers`, 'utf8'));

  /** What such hosts do not know by themselves, or take for another thing. */
  const TYPES: [RegExp, string][] = [
    [/(^|\/)rss\.xml$/, 'application/rss+xml'],
    [/(^|\/)atom\.xml$/, 'application/atom+xml'],
    [/(^|\/)feed\.json$/, 'application/feed+json'],
    [/(^|\/)opensearch\.xml$/, 'application/opensearchdescription+xml'],
    [/\.ics$/, 'text/calendar'],
    [/\.opml$/, 'text/x-opml'],
    [/\.md$/, 'text/markdown'],
    [/\.speculationrules$/, 'application/speculationrules+json'],
    [/\.webmanifest$/, 'application/manifest+json'],
    [/\.txt$/, 'text/plain'],
  ];

  test('gives every file the type that it has, and no other file another one', () => {
    const found = new Set<string>();
    for (const file of filesOf(folder)) {
      const type = TYPES.find(([pattern]) => pattern.test(file))?.[1];
      expect(headersFor(rules, base + file).get('content-type'), file).toBe(type && `${type}; charset=utf-8`);
      if (type) found.add(type);
    }
    expect(found.size).toBe(TYPES.length);
  });

  test('lets what is named after its content be kept for a year, and nothing else', () => {
    const kept = filesOf(folder).filter((file) => headersFor(rules, base + file).has('cache-control'));
    expect(kept.length).toBeGreaterThan(3);
    expect(kept).toEqual(filesOf(folder).filter((file) => file.startsWith('_astro/')));
    for (const file of kept) {
      expect(headersFor(rules, base + file).get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
  });

  test('protects every file', () => {
    for (const file of filesOf(folder)) {
      const headers = headersFor(rules, base + file);
      expect(headers.get('x-content-type-options'), file).toBe('nosniff');
      expect(headers.get('referrer-policy'), file).toBe('same-origin');
      expect(headers.get('permissions-policy'), file).toMatch(/^accelerometer=\(\), /);
      expect(headers.get('cross-origin-opener-policy'), file).toBe('same-origin');
    }
  });
});

describe.each(Object.values(HOSTED_SITES))('old addresses of $name', ({ folder, base, url }) => {
  const OLD = [
    ['2025/new-crane', 'briefings/2026/crane/', 'A crane & a "quay" <b>are</b> built'],
    ['Old.Name_~1', 'briefings/2026/crane/', 'A crane & a "quay" <b>are</b> built'],
    ['Über-den-Kran', 'briefings/2026/crane/', 'A crane & a "quay" <b>are</b> built'],
    ['2025/no-crane', 'briefings/2026/withdrawn/', 'A crane that never was'],
    ['quay-story', 'stories/quay/', 'The quay'],
    ['us', 'about/', 'About'],
  ] as const;

  test.each(OLD)('%s has a page that leads on, at once and in words', async (old, to, title) => {
    const html = readFileSync(`${folder}/${old}/index.html`, 'utf8');
    const tree = fromHtml(html);
    const refresh = select('meta[http-equiv=refresh]', tree);
    expect(refresh?.properties.content).toBe(`0; url=${base}${to}`);
    expect(select('link[rel=canonical]', tree)?.properties.href).toBe(url + to);
    expect(select('meta[name=robots]', tree)?.properties.content).toBe('noindex');
    expect(select('html', tree)?.properties.lang).toBe('en-GB');
    const link = select('main a', tree);
    expect([link?.properties.href, link && textOf(link)]).toEqual([base + to, title]);
    expect(existsSync(`${folder}/${to}index.html`)).toBe(true);
    const report = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });

  test('are redirected for good, and no others are', () => {
    const rules = readFileSync(`${folder}/_redirects`, 'utf8')
      .split('\n')
      .filter((line) => !/^(#|$)/.test(line));
    const told = OLD.map(([old, to]) => `${base}${encodeURI(old)}/ ${base}${to} 301`);
    // Netlify heeds the mark, Cloudflare passes over what has it.
    expect(rules.toSorted()).toEqual([...told, ...told.map((rule) => `${rule}!`)].sort());
  });

  test('are in no sitemap, feed, list or page but their own', () => {
    const names = OLD.flatMap(([old]) => [old, encodeURI(old)]);
    const telling = everyFile(folder)
      .filter(({ name }) => !/^(build-manifest\.json|_redirects|\.nginx\/.*)$|\.(br|gz)$/.test(name))
      .filter(({ text }) => names.some((name) => name !== 'us' && text.includes(Buffer.from(name).toString('latin1'))))
      .map(({ name }) => name);
    expect(telling).toEqual([]);
  });

  test('of a draft and of what is under embargo are nowhere', () => {
    const files = everyFile(folder);
    expect(files.length).toBeGreaterThan(50);
    for (const { name, text } of files) expect(`${name}\n${text}`).not.toMatch(/draft-alias|embargo-alias/);
  });
});

describe('security.txt', () => {
  test('says whom to tell, until when, and where it stands (RFC 9116)', () => {
    const text = readFileSync(`${HOSTED_SITES.root.folder}/.well-known/security.txt`, 'utf8');
    expect(text).toBe(
      [
        'Contact: mailto:desk%2Bsecurity@quay.example',
        'Expires: 2027-02-14T00:00:00Z',
        'Preferred-Languages: en-GB',
        'Canonical: https://quay.example/.well-known/security.txt',
        '',
      ].join('\n'),
    );
  });

  test('is not there under a path, where nobody looks for it, nor without a contact', () => {
    for (const { folder } of [HOSTED_SITES.path, SITES.sample]) expect(existsSync(`${folder}/.well-known`)).toBe(false);
  });
});

describe('compressed files', () => {
  const { folder } = HOSTED_SITES.root;
  const compressed = globSync('**/*.{br,gz}', { cwd: folder }).sort();

  test('are there for every text that becomes smaller, and hold it', () => {
    // The manifest is written when everything else is there.
    const texts = filesOf(folder).filter(
      (file) => file !== 'build-manifest.json' && /\.(html|js|xml|json|txt|md|ics|opml|svg|webmanifest)$/.test(file),
    );
    const long = texts.filter((file) => readFileSync(`${folder}/${file}`).length >= 1_024);
    expect(long.length).toBeGreaterThan(20);
    expect(compressed).toEqual(long.flatMap((file) => [`${file}.br`, `${file}.gz`]).sort());
    for (const file of long) {
      const text = readFileSync(`${folder}/${file}`);
      expect(brotliDecompressSync(readFileSync(`${folder}/${file}.br`)).equals(text), file).toBe(true);
      expect(gunzipSync(readFileSync(`${folder}/${file}.gz`)).equals(text), file).toBe(true);
    }
  });

  test('are as small as Brotli makes them, and tell neither a time nor a system', () => {
    const text = readFileSync(`${folder}/index.html`);
    const best = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    expect(readFileSync(`${folder}/index.html.br`).length).toBeLessThanOrEqual(best.length);
    const head = readFileSync(`${folder}/index.html.gz`).subarray(0, 10);
    // RFC 1952, 2.3: no name, no time, the best compression, any system.
    expect([...head]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
  });

  test('are not there unless they are asked for', () => {
    expect(globSync('**/*.{br,gz}', { cwd: SITES.sample.folder })).toEqual([]);
  });
});

/** Every file that readers may ask for. */
function filesOf(folder: string): string[] {
  return everyFile(folder)
    .map(({ name }) => name)
    .filter((name) => !/^(_headers|_redirects)$|^\.nginx\/|\.(br|gz)$/.test(name))
    .sort();
}

function directivesOf(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}
