import { existsSync, globSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { parseRssFeed } from 'feedsmith';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { addressesIn, idsIn, readPages } from '../support/pages.ts';
import { SITES } from './sites.ts';

describe.each(Object.values(SITES))('the addresses of $name', ({ folder, url }) => {
  const pages = readPages(folder);
  const ids = new Map(pages.map(({ file, tree }) => [file, idsIn(tree)]));

  /** The file that a whole address of the site stands for. */
  const fileOf = (address: URL) => {
    const path = decodeURIComponent(address.pathname.slice(new URL(url).pathname.length));
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  };
  const problemWith = (address: string, from: string): string | undefined => {
    const target = new URL(address, from);
    if (!target.href.startsWith(url))
      return target.origin === new URL(url).origin ? `${address} leaves the path` : undefined;
    const file = fileOf(target);
    if (!existsSync(`${folder}/${file}`)) return `${address} is not there`;
    const id = decodeURIComponent(target.hash.slice(1));
    return id === '' || ids.get(file)?.includes(id) ? undefined : `${address} has no such place`;
  };
  const addressOf = (file: string) => url + file.replace(/index\.html$/, '');

  test.each(pages)('all of $file lead somewhere', ({ file, tree }) => {
    const addresses = addressesIn(tree);
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.flatMap((address) => problemWith(address, addressOf(file)) ?? [])).toEqual([]);
  });

  test.each(pages)('no id stands twice on $file', ({ tree }) => {
    const all = idsIn(tree);
    expect(all).toEqual([...new Set(all)]);
  });

  const feeds = globSync('**/rss.xml', { cwd: folder });
  test.each(feeds)('all of %s are whole and lead somewhere', (file) => {
    const { link, items = [], atom } = parseRssFeed(readFileSync(`${folder}/${file}`, 'utf8'));
    const self = atom?.links?.find(({ rel }) => rel === 'self')?.href;
    expect(self).toBe(url + file);
    const addresses = items.flatMap((item) => [
      item.link ?? '',
      item.guid?.value ?? '',
      ...addressesIn(fromHtml(item.content?.encoded ?? '', { fragment: true })),
    ]);
    const written = [link ?? '', ...addresses];
    expect(written.filter((address) => !/^https?:\/\//.test(address))).toEqual([]);
    expect(written.flatMap((address) => problemWith(address, url) ?? [])).toEqual([]);
  });

  test('the sitemap names every page once and nothing else', () => {
    const parse = (file: string) =>
      new XMLParser({ isArray: (name) => ['url', 'sitemap'].includes(name) }).parse(
        readFileSync(`${folder}/${file}`, 'utf8'),
      );
    const files: string[] = parse('sitemap-index.xml').sitemapindex.sitemap.map(({ loc }: { loc: string }) => loc);
    const named = files.flatMap((file): string[] =>
      parse(fileOf(new URL(file))).urlset.url.map(({ loc }: { loc: string }) => loc),
    );
    const built = pages.filter(({ file }) => file !== '404.html').map(({ file }) => addressOf(file));
    expect(named.toSorted()).toEqual(built.toSorted());
  });

  test('robots and the manifest name addresses that are there', () => {
    const robots = readFileSync(`${folder}/robots.txt`, 'utf8');
    expect(robots).toContain(`Sitemap: ${url}sitemap-index.xml`);
    const manifest: { start_url: string; icons: { src: string }[] } = JSON.parse(
      readFileSync(`${folder}/manifest.webmanifest`, 'utf8'),
    );
    const addresses = [manifest.start_url, ...manifest.icons.map(({ src }) => src)];
    expect(addresses.length).toBeGreaterThan(2);
    expect(addresses.flatMap((address) => problemWith(address, url) ?? [])).toEqual([]);
  });
});
