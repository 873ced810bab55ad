import { readFileSync } from 'node:fs';
import { parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { checkedPublication } from '../../src/checks/content.ts';
import { MANY } from '../support/many.ts';
import { SITES } from './sites.ts';

function feedOf(folder: string, file = 'rss.xml') {
  const { items = [], ...feed } = parseRssFeed(readFileSync(`${folder}/${file}`, 'utf8'));
  return { ...feed, items };
}

/** Parsed by another library than the one that writes them. */
describe('the feeds of the sample', () => {
  const { briefings, topics } = checkedPublication('content');
  const feed = feedOf(SITES.sample.folder);

  test('hold every briefing, newest first, with its date', () => {
    const expected = briefings
      .toSorted((a, b) => Date.parse(b.data.publishedAt) - Date.parse(a.data.publishedAt))
      .map(({ id, data }) => [`${SITES.sample.url}briefings/${id}/`, Date.parse(data.publishedAt), data.headline]);
    const told = feed.items.map(({ link, pubDate = '', title }) => [link, Date.parse(pubDate), title]);
    expect(told).toEqual(expected);
  });

  test('give every item an id of its own that stays', () => {
    const ids = feed.items.map(({ guid }) => guid?.value);
    expect(new Set(ids).size).toBe(briefings.length);
    expect(feed.items.every(({ guid, link }) => guid?.isPermaLink === true && guid.value === link)).toBe(true);
  });

  test('carry the whole text, the fact box and the timeline', () => {
    const talks = feed.items.find(({ link }) => link?.includes('abu-dhabi-talks'));
    const content = talks?.content?.encoded ?? '';
    expect(content).toContain('The talks were kept out of public view');
    expect(content).toContain(
      'about 1,000 km</strong>, through eastern and southern Ukraine (The report, January 2026)',
    );
    expect(content).toMatch(/1 Feb.*Further talks, United Arab Emirates.*\(Scheduled, Dmitry Peskov\)/);
  });

  test('carry what a component of an MDX body shows', () => {
    const explainer = feed.items.find(({ link }) => link?.includes('how-it-got-here'));
    expect(explainer?.content?.encoded).toMatch(
      /<figcaption>.*Volodymyr Zelenskyy.*<\/figcaption>.*“100% ready” to be signed/s,
    );
  });

  test('name no author where there is no byline', () => {
    expect(feed.items.every(({ dc }) => dc?.creators === undefined)).toBe(true);
  });

  test.each(topics.map(({ id }) => id))('of the topic %s hold exactly the briefings that carry it', (topic) => {
    const carrying = briefings.filter(({ data }) => data.topics.includes(topic)).map(({ data }) => data.headline);
    const told = feedOf(SITES.sample.folder, `topics/${topic}/rss.xml`).items.map(({ title }) => title);
    expect(told.toSorted()).toEqual(carrying.toSorted());
    expect(told.length).toBeGreaterThan(0);
  });
});

describe('the feeds of a long publication', () => {
  test('end after the latest fifty', () => {
    const { items } = feedOf(SITES.many.folder);
    expect(items.length).toBe(50);
    expect(items.at(0)?.title).toBe(`Harbour day ${MANY.briefings}`);
    expect(items.at(-1)?.title).toBe(`Harbour day ${MANY.briefings - 49}`);
  });

  test('exist for a topic that nothing carries yet', () => {
    expect(feedOf(SITES.many.folder, 'topics/never/rss.xml').items).toEqual([]);
  });
});
