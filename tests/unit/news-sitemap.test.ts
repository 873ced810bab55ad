import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { newsSitemapFile } from '../../src/feeds/sitemap.ts';
import { newsSitemap, sitemaps } from '../../src/newsroom/views/sitemap.ts';
import { briefing, change, edition, site, story, topic } from '../support/unit-factory.ts';

const AS_OF = '2026-01-27T02:00:00+02:00';

describe('the sitemap of news', () => {
  const at = (id: string, publishedAt: string) => briefing(`2026/${id}`, { publishedAt });

  test('has what was published in the 48 hours before the instant of the site, to the second', () => {
    const briefings = [
      at('now', '2026-01-27T00:00:00Z'),
      at('offset', '2026-01-25T02:00:00+02:00'),
      at('first', '2026-01-25T00:00:00Z'),
      at('before', '2026-01-24T23:59:59Z'),
      at('after', '2026-01-27T00:00:01Z'),
      briefing('2026/draft', { draft: true, publishedAt: '2026-01-26T00:00:00Z' }),
      briefing('2026/gone', {
        publishedAt: '2026-01-26T00:00:00Z',
        changes: [change('withdrawal', '2026-01-26T12:00:00Z')],
      }),
    ];
    const entries = newsSitemap(edition({ briefings }, AS_OF));
    expect(entries.map(({ address }) => address.split('/').at(-2))).toEqual(['now', 'first', 'offset']);
  });

  test('has the latest thousand at the most', () => {
    const briefings = Array.from({ length: 1_005 }, (_, index) =>
      at(`b-${index}`, new Date(Date.UTC(2026, 0, 25, 0, index)).toISOString()),
    );
    const entries = newsSitemap(edition({ briefings }, AS_OF));
    expect(entries).toHaveLength(1_000);
    expect(entries[0]?.address).toBe('https://example.org/briefings/2026/b-1004/');
  });

  test('gives each with its headline, its date, and the name and language of the publication', () => {
    const headline = 'R&D <b> ]]> 😀 "x"';
    const opened = edition({
      site: [site({ url: 'https://example.org/news/', name: 'R&D' })],
      briefings: [briefing('2026/a', { headline, publishedAt: '2026-01-26T18:30:00+02:00' })],
    });
    const text = newsSitemapFile(newsSitemap(opened), 'R&D', 'en-GB');
    expect(new XMLParser({ ignoreAttributes: false }).parse(text)).toMatchObject({
      urlset: {
        '@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
        '@_xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
        url: {
          loc: 'https://example.org/news/briefings/2026/a/',
          'news:news': {
            'news:publication': { 'news:name': 'R&D', 'news:language': 'en' },
            'news:publication_date': '2026-01-26T18:30:00+02:00',
            'news:title': headline,
          },
        },
      },
    });
  });

  test('is a file also where there is no news', () => {
    const parsed: unknown = new XMLParser().parse(newsSitemapFile([], 'Harbour News', 'en-GB'));
    expect(parsed).toHaveProperty('urlset');
  });
});

test('the sitemap dates the lists that a withdrawn briefing was taken out of by the withdrawal', () => {
  const at = '2026-01-26T12:00:00Z';
  const gone = briefing('2026/gone', { story: 'port', topics: ['pier'], changes: [change('withdrawal', at)] });
  const kept = briefing('2026/kept', { story: 'port', topics: ['pier', 'crane'], publishedAt: '2026-01-02T12:00:00Z' });
  const elsewhere = briefing('2026/other', { story: 'ship', publishedAt: '2026-01-03T12:00:00Z' });
  const opened = edition({
    briefings: [gone, kept, elsewhere],
    stories: [story('port'), story('ship')],
    topics: [topic('pier'), topic('crane')],
  });
  const dates = new Map(
    sitemaps(opened)
      .flat()
      .map(({ address, changedAt }) => [new URL(address).pathname, changedAt]),
  );
  const lists = ['/', '/briefings/', '/stories/', '/stories/port/', '/topics/', '/topics/pier/', '/corrections/'];
  for (const path of [...lists, '/briefings/2026/gone/']) expect([path, dates.get(path)]).toEqual([path, at]);
  expect(dates.get('/stories/ship/')).toBe('2026-01-03T12:00:00Z');
  expect(dates.get('/topics/crane/')).toBe('2026-01-02T12:00:00Z');
  expect(dates.get('/briefings/2026/kept/')).toBe('2026-01-02T12:00:00Z');
});
