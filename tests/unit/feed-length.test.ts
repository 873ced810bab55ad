import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { atom } from '../../src/feeds/atom.ts';
import { jsonFeed } from '../../src/feeds/json-feed.ts';
import { rss } from '../../src/feeds/rss.ts';
import { briefing, edition } from '../support/unit-factory.ts';
import { feedOf } from '../support/unit-feeds.ts';
import { readXml } from '../support/xml.ts';

test('a headline of 300 letters, more than an editor may write, goes whole into every format', async () => {
  const headline = `${'R&D <b> "x" ’s ]]> &amp; 😀 й שלום '.repeat(20).slice(0, 299)}.`;
  const entry = briefing('2026/long');
  const opened = edition({ briefings: [{ ...entry, data: { ...entry.data, headline } }] });
  const view = await feedOf(opened);
  expect(headline).toHaveLength(300);
  expect(() => [readXml(rss(view)), readXml(atom(view))]).not.toThrow();
  expect(parseRssFeed(rss(view)).items?.[0]?.title).toBe(headline);
  expect(parseAtomFeed(atom(view)).entries?.[0]?.title?.value).toBe(headline);
  expect(parseJsonFeed(jsonFeed(view)).items?.[0]?.title).toBe(headline);
});
