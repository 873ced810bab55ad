import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { atom } from '../../src/feeds/atom.ts';
import { jsonFeed } from '../../src/feeds/json-feed.ts';
import { rss } from '../../src/feeds/rss.ts';
import type { Edition } from '../../src/newsroom/edition.ts';
import type { FeedView } from '../../src/newsroom/views/feed.ts';
import { briefing, change, dailyBriefings, edition, site, story } from '../support/unit-factory.ts';
import { feedOf, foldersOf } from '../support/unit-feeds.ts';

// RFC 5005, section 4: a feed whose older items are in archives, which do not change as it goes on.

const daily = (count: number) => edition({ briefings: dailyBriefings(count) });
const archives = (opened: Edition) => foldersOf(opened).filter((folder) => folder.startsWith('archive/'));
const ids = ({ items }: FeedView) => items.map(({ link }) => link);

/** Between one archive and several, and just before and after a new one. */
const counts = fc.oneof(fc.integer({ min: 0, max: 320 }), fc.constantFrom(0, 1, 49, 50, 51, 99, 100, 101, 150, 151));

describe('the archives of the site’s feed', () => {
  test.each([
    [0, 0],
    [50, 0],
    [51, 1],
    [100, 1],
    [101, 2],
    [151, 3],
  ])('of %i briefings are %i', (count, expected) => {
    expect(archives(daily(count))).toHaveLength(expected);
  });

  test('hold, with the feed itself, every briefing, and fifty each', async () => {
    await fc.assert(
      fc.asyncProperty(counts, async (count) => {
        const opened = daily(count);
        const views = await Promise.all(['', ...archives(opened)].map((folder) => feedOf(opened, folder)));
        const held = new Set(views.flatMap(ids));
        expect(held.size).toBe(count);
        for (const view of views.slice(1)) expect(view.items).toHaveLength(50);
        expect(views[0]?.items).toHaveLength(Math.min(50, count));
      }),
      { numRuns: 20 },
    );
  });

  test('stay as they are, byte for byte, when newer briefings come; the newest may get a link to the next', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 51, max: 220 }), fc.integer({ min: 1, max: 60 }), async (count, more) => {
        const [before, after] = [daily(count), daily(count + more)];
        const kept = archives(before);
        expect(archives(after).slice(0, kept.length)).toEqual(kept);
        for (const folder of kept) {
          const [was, is] = await Promise.all([feedOf(before, folder), feedOf(after, folder)]);
          expect(jsonFeed(is)).toBe(jsonFeed(was));
          const isLast = folder === kept.at(-1);
          for (const format of [rss, atom]) {
            const text = isLast && !was.archive.newer ? withoutNext(format(is)) : format(is);
            expect(text).toBe(format(was));
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  test('have their items newest first, and nothing newer than the next', async () => {
    const opened = daily(160);
    const [first, second] = await Promise.all([feedOf(opened, 'archive/1'), feedOf(opened, 'archive/2')]);
    const days = (view: FeedView) => ids(view).map((id) => Number(/day-(\d+)/.exec(id)?.[1]));
    expect(days(first)).toEqual(Array.from({ length: 50 }, (_, index) => 50 - index));
    expect(days(second)).toEqual(Array.from({ length: 50 }, (_, index) => 100 - index));
  });

  test('are there for the site alone', () => {
    const stories = [story('port')];
    const opened = edition({ stories, briefings: dailyBriefings(120, { story: 'port' }) });
    expect(foldersOf(opened).sort()).toEqual([
      '',
      'archive/1',
      'archive/2',
      'corrections',
      'stories/port',
      'topics/harbour',
    ]);
  });

  test('carry what was withdrawn as well, where it was taken back', async () => {
    const gone = briefing('2025/gone', {
      publishedAt: '2024-12-01T12:00:00Z',
      changes: [change('withdrawal', '2025-01-03T18:00:00Z')],
    });
    const opened = edition({ briefings: [...dailyBriefings(70), gone] });
    const places = ids(await feedOf(opened, 'archive/1')).slice(-4);
    expect(places.map((id) => id.split('/').at(-2))).toEqual(['gone', 'day-3', 'day-2', 'day-1']);
  });
});

describe('a program that goes back through a feed', () => {
  const root = 'https://example.org/news/';
  const opened = edition({ site: [site({ url: root })], briefings: dailyBriefings(160) });

  /** Follows links from the feed of the site until there is none; gives the folders that it came to. */
  async function walk(next: (folder: string) => Promise<string | undefined>): Promise<string[]> {
    const seen = [''];
    for (;;) {
      const address = await next(seen.at(-1) ?? '');
      if (address === undefined) return seen;
      seen.push(address.slice(root.length).replace(/\/[^/]*$/, ''));
    }
  }

  const older = ['', 'archive/3', 'archive/2', 'archive/1'];

  test('finds all of it through RSS', async () => {
    const links = async (folder: string) => parseRssFeed(rss(await feedOf(opened, folder))).atom?.links ?? [];
    expect(await walk(async (folder) => hrefOf(await links(folder), 'prev-archive'))).toEqual(older);
    for (const folder of older.slice(1)) {
      expect(hrefOf(await links(folder), 'current')).toBe(`${root}rss.xml`);
      expect(hrefOf(await links(folder), 'self')).toBe(`${root}${folder}/rss.xml`);
    }
    expect(hrefOf(await links('archive/1'), 'next-archive')).toBe(`${root}archive/2/rss.xml`);
    expect(hrefOf(await links('archive/3'), 'next-archive')).toBeUndefined();
    expect(hrefOf(await links(''), 'current')).toBeUndefined();
  });

  test('finds all of it through Atom', async () => {
    const links = async (folder: string) => parseAtomFeed(atom(await feedOf(opened, folder))).links ?? [];
    expect(await walk(async (folder) => hrefOf(await links(folder), 'prev-archive'))).toEqual(older);
    for (const folder of older.slice(1)) {
      expect(hrefOf(await links(folder), 'current')).toBe(`${root}atom.xml`);
      expect(hrefOf(await links(folder), 'self')).toBe(`${root}${folder}/atom.xml`);
    }
    expect(hrefOf(await links('archive/1'), 'next-archive')).toBe(`${root}archive/2/atom.xml`);
    // They are parts of one feed.
    for (const folder of older) expect(parseAtomFeed(atom(await feedOf(opened, folder))).id).toBe(`${root}atom.xml`);
  });

  test('finds all of it through JSON', async () => {
    const feed = async (folder: string) => parseJsonFeed(jsonFeed(await feedOf(opened, folder)));
    expect(await walk(async (folder) => (await feed(folder)).next_url)).toEqual(older);
    expect((await feed('archive/2')).feed_url).toBe(`${root}archive/2/feed.json`);
  });

  test('is told by the archives that they are such, and not by the feed', async () => {
    const mark = /<fh:archive\s*\/>|<fh:archive><\/fh:archive>/;
    for (const format of [rss, atom]) {
      expect(format(await feedOf(opened, 'archive/1'))).toMatch(mark);
      expect(format(await feedOf(opened))).not.toMatch(mark);
      expect(format(await feedOf(opened))).toContain('xmlns:fh="http://purl.org/syndication/history/1.0"');
    }
  });
});

function hrefOf(links: { rel?: string | undefined; href?: string | undefined }[], rel: string): string | undefined {
  const found = links.filter((link) => link.rel === rel);
  expect(found.length).toBeLessThan(2);
  return found[0]?.href;
}

function withoutNext(text: string): string {
  return text.replace(/<(atom:)?link rel="next-archive"[^>]*\/>/, '');
}
