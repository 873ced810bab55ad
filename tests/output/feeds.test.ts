import { readFileSync } from 'node:fs';
import { parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/checks/content.ts';
import { MANY } from '../support/many.ts';
import { PORT } from '../support/port.ts';
import { SITES } from './sites.ts';

function feedOf(folder: string, file = 'rss.xml') {
  const { items = [], ...feed } = parseRssFeed(readFileSync(`${folder}/${file}`, 'utf8'));
  return { ...feed, items };
}

/** Parsed by another library than the one that writes them. */
describe('the feeds of the sample', () => {
  const { briefings, topics } = checkContent('content').publication;
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
    expect(content).toMatch(
      /about 1,000 km<\/strong>(<span>)?, through eastern and southern Ukraine \(The report, Jan(uary)? 2026\)/,
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

describe('the feeds of a publication with stories and changes', () => {
  const { briefings, stories } = checkContent(PORT.content).publication;
  const asOf = Date.parse('2026-03-01T09:00:00Z');
  const isShown = ({ data }: (typeof briefings)[number]) =>
    !data.draft && (data.embargoUntil === undefined || Date.parse(data.embargoUntil) <= asOf);
  const isWithdrawn = ({ data }: (typeof briefings)[number]) => data.changes.some(({ kind }) => kind === 'withdrawal');
  const shown = briefings
    .filter(isShown)
    .sort((a, b) => Date.parse(b.data.publishedAt) - Date.parse(a.data.publishedAt));
  const titleOf = (entry: (typeof briefings)[number]) =>
    isWithdrawn(entry) ? `Withdrawn: ${entry.data.headline}` : entry.data.headline;
  const feed = feedOf(SITES.port.folder);
  const itemOf = (id: string) => feed.items.find(({ link }) => link === `${SITES.port.url}briefings/${id}/`);
  const contentOf = (id: string) => itemOf(id)?.content?.encoded ?? '';

  test('hold every public briefing, newest first, and no draft and nothing under embargo', () => {
    expect(briefings.length - shown.length).toBe(2);
    expect(feed.items.map(({ title }) => title)).toEqual(shown.map(titleOf));
  });

  test.each(stories.map(({ id }) => id))('of the story %s hold exactly its briefings, newest first', (story) => {
    const told = shown.filter(({ data }) => data.story === story);
    const items = feedOf(SITES.port.folder, `stories/${story}/rss.xml`).items;
    expect(items.map(({ title }) => title)).toEqual(told.map(titleOf));
    expect(items.length).toBeGreaterThan(5);
  });

  test('have the notice in place of what was withdrawn, under the same id', () => {
    const item = itemOf('2024/cold-store-blamed');
    const notice = 'Withdrawn, 22 November 2024: The briefing rested on one man’s account';
    expect(item?.guid?.value).toBe(item?.link);
    expect(item?.description).toContain(notice);
    expect(item?.content?.encoded).toContain(notice);
    expect(item?.content?.encoded).not.toMatch(/pump|<h2>|<ul>/);
  });

  test('tell changes before anything else', () => {
    expect(contentOf('2025/fire-inquiry-reports')).toMatch(
      /^<p><strong>Correction, 18 June 2025:? ?<\/strong>.*It said: The night watch had left the hall.*<ul>/s,
    );
  });

  test('carry who says what, and tallies and series as tables that a program can show', () => {
    const stalls = contentOf('2024/stalls-counted');
    expect(stalls).toMatch(/<h3>What the stallholders have lost<\/h3>.*Not comparable.*Town Council.*18 August 2024/s);
    expect(stalls).toMatch(/3 of 64 left over.*<th>under the fallen roof, not entered yet<\/th><td>3<\/td>/s);
    const figures = contentOf('2026/crane-in-figures');
    expect(figures.match(/Days that ships wait for a berth/g)?.length).toBeGreaterThan(0);
    expect(figures).toMatch(/<table>.*Jun 2025.*1\.8.*–.*<\/table>/s);
    expect(stalls + figures).not.toMatch(/<svg|style=|class=/);
  });
});
