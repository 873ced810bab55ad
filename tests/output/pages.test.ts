import { brotliCompressSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { readPages } from '../support/pages.ts';
import { SITES } from './sites.ts';

/** What a server can send before the first answer of the reader's machine: ten segments of 1,460 bytes. */
const ONE_ROUND_TRIP = 14_600;

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // Advice for search engines and no question of validity: a headline may be longer.
  rules: { 'long-title': 'off' },
});

describe.each(Object.values(SITES))('every page of $name', ({ folder }) => {
  const pages = readPages(folder);

  test('there are pages to look at', () => {
    expect(pages.length).toBeGreaterThan(20);
  });

  test.each(pages)('$file is valid HTML', async ({ html, file }) => {
    const report = await validator.validateString(html, file);
    const messages = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    );
    expect(messages).toEqual([]);
  });

  test.each(pages)('$file and its style fit into one round trip, without a script', ({ html }) => {
    expect(html).not.toMatch(/<script|<link[^>]+rel="?stylesheet/);
    expect(brotliCompressSync(html).length).toBeLessThanOrEqual(ONE_ROUND_TRIP);
  });

  test.each(pages)('$file loads nothing from another host', ({ html }) => {
    const loaded = [
      ...html.matchAll(
        /(?:src|srcset|poster|data)="([^"]*)"|url\(["']?([^"')]*)|<link rel="(?:icon|preload|manifest|apple-touch-icon)"[^>]*href="([^"]*)"/g,
      ),
    ];
    const addresses = loaded.map(([, source, style, link]) => source ?? style ?? link ?? '');
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !/^(\/(?!\/)|data:)/.test(address))).toEqual([]);
  });

  test.each(pages)('$file tells programs where its feed is', ({ html }) => {
    expect(html).toMatch(/<link rel="alternate" type="application\/rss\+xml" title="[^"]+" href="[^"]+rss\.xml"/);
  });
});
