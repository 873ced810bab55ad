import { describe, expect, test } from 'vitest';
import { atom } from '../../../src/feeds/atom.ts';
import { jsonFeed } from '../../../src/feeds/json-feed.ts';
import { rss } from '../../../src/feeds/rss.ts';
import { Body } from '../../../src/newsroom/body.ts';
import { briefingView } from '../../../src/newsroom/views/briefing.ts';
import { subscribeView } from '../../../src/newsroom/views/subscribe.ts';
import { type BriefingFields, briefing, change, edition } from '../../support/unit-factory.ts';
import { feedOf, foldersOf } from '../../support/unit-feeds.ts';

const WITHDRAWAL = change('withdrawal', '2026-01-25T12:00:00Z');

const english = (fields: BriefingFields = {}) =>
  briefing('2026/crane', { publishedAt: '2026-01-10T12:00:00Z', ...fields });
const ukrainian = (fields: BriefingFields = {}) =>
  briefing('2026/crane-uk', { language: 'uk', publishedAt: '2026-01-12T12:00:00Z', ...fields });

describe('the feed of a language', () => {
  const gone = briefing('2026/gone-uk', { language: 'uk', changes: [WITHDRAWAL] });
  const last = briefing('2026/gone-ar', { language: 'ar', changes: [WITHDRAWAL] });
  const opened = edition({ briefings: [english({ translations: ['2026/crane-uk'] }), ukrainian(), gone, last] });
  const titlesIn = async (folder?: string) => (await feedOf(opened, folder)).items.map(({ headline }) => headline);

  test('has all of that language and nothing else, and what was taken back', async () => {
    expect(await titlesIn('languages/uk')).toEqual([
      'Відкликано: Headline of 2026/gone-uk',
      'Headline of 2026/crane-uk',
    ]);
    expect(await titlesIn('languages/ar')).toEqual(['سُحب: Headline of 2026/gone-ar']);
    expect((await feedOf(opened, 'languages/uk')).language).toBe('uk');
    expect(foldersOf(edition({ briefings: [english()] })).filter((folder) => folder.startsWith('languages/'))).toEqual(
      [],
    );
  });

  test('says in which language the publication describes itself', async () => {
    const own = atom(await feedOf(opened, 'languages/uk'));
    expect(own).toContain('<subtitle xml:lang="en-GB">A publication for a test</subtitle>');
    expect(atom(await feedOf(opened))).toContain('<subtitle>A publication for a test</subtitle>');
  });

  test('is offered with all feeds and on the pages of that language', () => {
    const [uk, ...others] = subscribeView(opened).languages;
    expect(others).toEqual([]);
    expect(uk).toMatchObject({ name: 'українська', foreign: { lang: 'uk', dir: 'ltr' } });
    expect(uk?.address).toBe('https://example.org/languages/uk/rss.xml');
    const offered = opened.briefings.map((entry) => [
      entry.id,
      briefingView(opened, entry, Body.of('')).frame.alternates.some(({ href }) => href === '/languages/uk/atom.xml'),
    ]);
    expect(Object.fromEntries(offered)).toEqual({ '2026/crane-uk': true, '2026/crane': false });
  });

  test('is not needed by the one of the site, which has each briefing once and names other languages', async () => {
    const pier = briefing('2026/pier-uk', { language: 'uk', publishedAt: '2026-01-15T12:00:00Z' });
    const briefings = [english({ translations: ['2026/crane-uk'] }), ukrainian({ changes: [WITHDRAWAL] }), pier];
    const feed = await feedOf(edition({ briefings }));
    expect(feed.items.map(({ link, language }) => [link, language])).toEqual([
      ['https://example.org/briefings/2026/pier-uk/', 'uk'],
      ['https://example.org/briefings/2026/crane/', undefined],
    ]);
    expect(rss(feed).match(/<dc:language>uk<\/dc:language>/g)).toHaveLength(1);
    expect(atom(feed).match(/<entry xml:lang="uk">/g)).toHaveLength(1);
    const items = (JSON.parse(jsonFeed(feed)) as { items: { language?: string }[] }).items;
    expect(items.map(({ language }) => language)).toEqual(['uk', undefined]);
    const own = await feedOf(edition({ briefings }), 'languages/uk');
    expect(rss(own)).toContain('<language>uk</language>');
    expect(rss(own)).not.toContain('dc:language>');
  });
});
