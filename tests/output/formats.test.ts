import { globSync, readFileSync } from 'node:fs';
import { parseOpml } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { problemsOfFeed } from '../support/feed-rules.ts';
import { FEED_FILES, feedFilesOf, readFeed } from '../support/feeds.ts';
import { childrenOf, readXml } from '../support/xml.ts';
import { SITES } from './sites.ts';

describe.each(Object.values(SITES))('the feeds of $name', ({ folder, url }) => {
  const files = feedFilesOf(folder);
  const folders = [...new Set(files.map((file) => file.slice(0, file.lastIndexOf('/') + 1)))];

  test('are there in every format', () => {
    expect(folders.length).toBeGreaterThan(3);
    expect(folders).toEqual(expect.arrayContaining(['', 'corrections/']));
    expect(files).toEqual(folders.flatMap((place) => FEED_FILES.map((file) => place + file)).sort());
  });

  test.each(files)('%s is valid', (file) => {
    expect(problemsOfFeed(`${folder}/${file}`)).toEqual([]);
  });

  test.each(folders)('in the folder "%s" say the same in every format', (place) => {
    const [rss, atom, json] = FEED_FILES.map((file) => readFeed(`${folder}/${place}${file}`));
    const told = (feed: typeof rss) => ({
      ...feed,
      self: undefined,
      older: feed?.older?.replace(/[^/]+$/, ''),
      updated: undefined,
      items: feed?.items.map(({ summary, published, ...item }) => ({ ...item, published: Date.parse(published) })),
    });
    expect(told(atom)).toEqual(told(rss));
    expect(told(json)).toEqual(told(rss));
    expect(atom?.items.map(({ summary }) => summary)).toEqual(rss?.items.map(({ summary }) => summary));
  });

  test.each(folders)('in the folder "%s" were updated when what they hold was', (place) => {
    const [rss, atom] = FEED_FILES.map((file) => readFeed(`${folder}/${place}${file}`));
    const changed = atom?.items.map(({ updated }) => Date.parse(updated)) ?? [];
    if (changed.length > 0) expect(Date.parse(atom?.updated ?? '')).toBe(Math.max(...changed));
    expect(Date.parse(rss?.updated ?? '')).toBe(Date.parse(atom?.updated ?? ''));
    for (const { published, updated, title } of atom?.items ?? []) {
      expect(Date.parse(updated), title).toBeGreaterThanOrEqual(Date.parse(published));
    }
  });

  test('lead through their archives to every briefing (RFC 5005)', () => {
    for (const file of FEED_FILES) {
      // What is not listed in the language of the site is in the feed of its own.
      const others = globSync(`languages/*/${file}`, { cwd: folder }).flatMap(
        (other) => readFeed(`${folder}/${other}`).items,
      );
      const ids = new Set(others.map(({ id }) => id));
      let place: string | undefined = url + file;
      let archives = 0;
      while (place !== undefined && archives < 10) {
        const path = `${folder}/${place.slice(url.length)}`;
        const feed = readFeed(path);
        for (const { id } of feed.items) ids.add(id);
        if (archives > 0 && file !== 'feed.json') expectArchive(path, url + file);
        place = feed.older;
        archives += 1;
      }
      const briefings = globSync('briefings/*/*/index.json', { cwd: folder }).map(
        (found) => url + found.replace(/index.json$/, ''),
      );
      expect([...ids].sort(), file).toEqual(briefings.sort());
      expect(archives - 1, file).toBe(globSync(`archive/*/${file}`, { cwd: folder }).length);
    }
  });
});

function expectArchive(path: string, current: string): void {
  const root = readXml(readFileSync(path, 'utf8'));
  const feed = root.name === 'rss' ? childrenOf(root, 'channel')[0] : root;
  expect(feed && childrenOf(feed, 'fh:archive').length).toBe(1);
  const links = feed?.children.filter(({ name }) => /^(atom:)?link$/.test(name)) ?? [];
  expect(links.find(({ attributes }) => attributes.rel === 'current')?.attributes.href).toBe(current);
}

test('a long publication has an archive that stays as it is', () => {
  const { items } = readFeed(`${SITES.many.folder}/archive/1/atom.xml`);
  expect(items.map(({ title }) => title)).toEqual(
    Array.from({ length: 50 }, (_, index) => `Harbour day ${50 - index}`),
  );
});

describe.each(Object.values(SITES))('the lists of addresses of $name', ({ folder, name }) => {
  const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
  const asOf = { sample: '2026-01-27T00:00:00Z', many: '2025-12-31T00:00:00Z', port: '2026-03-01T09:00:00Z' };
  const now = Date.parse(Object.entries(asOf).find(([site]) => site === name)?.[1] ?? '2026-03-01T12:00:00Z');
  const published = globSync('briefings/*/*/index.json', { cwd: folder }).map((file) => {
    const data: { url: string; headline: string; publishedAt: string; updatedAt: string; withdrawn?: object } =
      JSON.parse(read(file));
    return data;
  });

  test('are OPML 2.0', () => {
    const root = readXml(read('feeds.opml'));
    expect([root.name, root.attributes.version]).toEqual(['opml', '2.0']);
    const { head, body } = parseOpml(read('feeds.opml'));
    expect(head?.title).toMatch(/\S/);
    expect(body?.outlines?.length).toBeGreaterThan(3);
    for (const { text, type, xmlUrl } of body?.outlines ?? []) {
      expect([type, text, xmlUrl]).toEqual(['rss', expect.stringMatching(/\S/), expect.stringMatching(/^https:/)]);
    }
  });

  test('are sitemaps whose lastmod is that of the content', () => {
    const urlset = readXml(read('sitemap-1.xml'));
    expect([urlset.name, urlset.attributes.xmlns]).toEqual(['urlset', 'http://www.sitemaps.org/schemas/sitemap/0.9']);
    const modified = new Map(
      childrenOf(urlset, 'url').map((entry) => [
        childrenOf(entry, 'loc')[0]?.text,
        childrenOf(entry, 'lastmod')[0]?.text,
      ]),
    );
    for (const { url, updatedAt } of published) expect(modified.get(url), url).toBe(updatedAt);
    for (const date of modified.values()) {
      if (date !== undefined) expect(Date.parse(date)).toBeLessThanOrEqual(now);
    }
    expect(
      [...modified.values()].every(
        (date) => date === undefined || published.some(({ updatedAt }) => updatedAt === date),
      ),
    ).toBe(true);
  });

  test('are a sitemap of the news of the last two days', () => {
    const urlset = readXml(read('news-sitemap.xml'));
    expect(urlset.attributes['xmlns:news']).toBe('http://www.google.com/schemas/sitemap-news/0.9');
    const told = childrenOf(urlset, 'url').map((entry) => {
      const news = childrenOf(entry, 'news:news')[0];
      const publication = news && childrenOf(news, 'news:publication')[0];
      expect(publication?.children.map((child) => child.name)).toEqual(['news:name', 'news:language']);
      expect(publication && childrenOf(publication, 'news:language')[0]?.text).toBe('en');
      return ['news:title', 'news:publication_date'].map((part) => news && childrenOf(news, part)[0]?.text);
    });
    const recent = published
      .filter(({ publishedAt, withdrawn }) => !withdrawn && now - Date.parse(publishedAt) <= 48 * 60 * 60 * 1000)
      .map(({ headline, publishedAt }) => [headline, publishedAt]);
    expect(told.toSorted()).toEqual(recent.toSorted());
  });
});
