import { existsSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { select, selectAll } from 'hast-util-select';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { FEED_FORMATS } from '../../src/newsroom/feeds.ts';
import { jsonLdOf, metaOf, readPages } from '../support/pages.ts';
import { SITES } from './sites.ts';

/** What a server can send before the first answer of the reader's machine: ten segments of 1,460 bytes. */
const ONE_ROUND_TRIP = 14_600;

/** How small Brotli makes a page. The best quality takes forty times as long as one that is good enough for nearly all. */
function compressed(html: string): number {
  const { length } = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return length <= ONE_ROUND_TRIP ? length : brotliCompressSync(html).length;
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // Advice for search engines and no question of validity: a headline may be longer.
  rules: { 'long-title': 'off' },
});

describe.each(Object.values(SITES))('every page of $name', ({ folder, url }) => {
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

  test.each(pages)(
    '$file and its style fit into one round trip, without a script that runs but on the page that searches',
    ({ html, tree, file }) => {
      expect(html).not.toMatch(/<link[^>]+rel="?stylesheet/);
      const scripts = selectAll('script', tree).map(({ properties }) => properties.type);
      const data = file === '404.html' ? [] : ['application/ld+json'];
      expect(scripts).toEqual([...data, ...(file === 'search/index.html' ? ['module'] : [])]);
      // As text too, so that nothing hides from the parser; where the words of an editor are of this kind, they may stand
      // between quotation marks.
      if (folder !== SITES.hostile.folder) expect(html.match(/<\/?script/gi)?.length ?? 0).toBe(2 * scripts.length);
      expect(compressed(html)).toBeLessThanOrEqual(ONE_ROUND_TRIP);
    },
  );

  test.each(pages)('$file tells machines what it is and who publishes it', ({ file, tree }) => {
    const nodes = jsonLdOf(tree);
    if (file === '404.html') expect(nodes).toEqual([]);
    else expect(nodes).toContainEqual(expect.objectContaining({ '@type': 'NewsMediaOrganization' }));
  });

  test.each(pages)('$file tells those who share it what it is', ({ file, tree }) => {
    const canonical = selectAll('link[rel=canonical]', tree).map(({ properties }) => properties.href);
    const told = ['og:site_name', 'og:type', 'og:title', 'og:description', 'og:url', 'og:locale', 'twitter:card'];
    if (file === '404.html') {
      expect([canonical, ...told.map((name) => metaOf(tree, name))].flat()).toEqual([]);
      return;
    }
    expect(canonical).toEqual([url + file.replace(/index\.html$/, '')]);
    expect(metaOf(tree, 'og:url')).toEqual(canonical);
    for (const name of told) expect(metaOf(tree, name), name).toEqual([expect.stringMatching(/\S/)]);
    expect(metaOf(tree, 'og:description')).toEqual(metaOf(tree, 'description'));
    // Every page of a topic has the card of the topic.
    const [card = ''] = file.match(/^(briefings|topics|stories)\/([a-z-]+|\d{4}\/[^/]+)\/(?=(\d+\/)?index)/) ?? [];
    const image = card !== '' && existsSync(`${folder}/${card}card.png`);
    expect(metaOf(tree, 'og:image')).toEqual(image ? [`${url}${card}card.png`] : []);
    expect(metaOf(tree, 'og:image:alt').length).toBe(image ? 1 : 0);
    expect(metaOf(tree, 'twitter:card')).toEqual([image ? 'summary_large_image' : 'summary']);
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

  test.each(pages)('$file tells programs where its feed is, in every format', ({ tree }) => {
    for (const { type, file } of FEED_FORMATS) {
      const link = select(`link[rel=alternate][type="${type}"]`, tree);
      expect(link?.properties.title).toMatch(/\S/);
      expect(link?.properties.href).toMatch(new RegExp(`/${file.replace('.', '\\.')}$`));
    }
  });

  test.each(pages)('$file names its other forms, and no others', ({ file, tree }) => {
    const own = (type: string) =>
      selectAll(`link[rel=alternate][type="${type}"]`, tree).map(({ properties }) => String(properties.href));
    const near = (name: string) => {
      const path = file.replace(/index\.html$/, name);
      return path !== file && existsSync(`${folder}/${path}`) ? [new URL(url).pathname + path] : [];
    };
    expect(own('text/markdown')).toEqual(near('index.md'));
    expect(own('application/json')).toEqual(near('index.json'));
    const calendar = file === 'coming-up/index.html' ? [`${new URL(url).pathname}calendar.ics`] : near('calendar.ics');
    // The calendar of the home page is that of what is coming up.
    expect(own('text/calendar')).toEqual(file === 'index.html' ? [] : calendar);
  });
});
