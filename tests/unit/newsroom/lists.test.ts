import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../src/newsroom/edition.ts';
import { listingSlices, listingView } from '../../../src/newsroom/views/listing.ts';
import { topicSlices, topicsView, topicView } from '../../../src/newsroom/views/topic.ts';
import { briefing, dailyBriefings, edition, site, topic } from '../../support/unit-factory.ts';

const listing = (opened: Edition) => listingSlices(opened).map((slice) => listingView(opened, slice));

describe('the list of all briefings', () => {
  test('is by month, newest first, in the time zone of the publication', () => {
    const briefings = [
      briefing('2026/a', { publishedAt: '2025-12-31T22:30:00Z' }),
      briefing('2026/b', { publishedAt: '2026-01-20T12:00:00Z' }),
      briefing('2025/c', { publishedAt: '2025-12-31T21:30:00Z' }),
      briefing('2024/d', { publishedAt: '2024-12-31T12:00:00Z' }),
    ];
    const [view] = listing(edition({ briefings, site: [site({ timeZone: 'Europe/Kyiv' })] }));
    expect(view?.months.map(({ name, cards }) => [name, ...cards.map(({ href }) => href)])).toEqual([
      ['January 2026', '/briefings/2026/b/', '/briefings/2026/a/'],
      ['December 2025', '/briefings/2025/c/'],
      ['December 2024', '/briefings/2024/d/'],
    ]);
  });

  test('has thirty briefings a page, and every one on one of them', () => {
    const views = listing(edition({ briefings: dailyBriefings(61) }));
    const shown = views.map(({ months }) => months.flatMap(({ cards }) => cards.map(({ href }) => href)));
    expect(shown.map((hrefs) => hrefs.length)).toEqual([30, 30, 1]);
    expect(new Set(shown.flat()).size).toBe(61);
    expect(views.map(({ count }) => count)).toEqual([61, 61, 61]);
    expect(views[1]?.pagination).toEqual({ page: 2, pages: 3, newer: '/briefings/', older: '/briefings/3/' });
    expect(views.map(({ frame }) => [frame.title, frame.canonical])).toEqual([
      ['Briefings – Harbour News', 'https://example.org/briefings/'],
      ['Briefings, page 2 – Harbour News', 'https://example.org/briefings/2/'],
      ['Briefings, page 3 – Harbour News', 'https://example.org/briefings/3/'],
    ]);
  });

  test('has one page when there is nothing to list', () => {
    expect(listing(edition())).toMatchObject([{ count: 0, months: [], pagination: { page: 1, pages: 1 } }]);
  });
});

describe('the page of a topic', () => {
  const pier = topic('pier', 'Pier');

  test('lists exactly those that carry the topic, newest first', () => {
    const briefings = [
      briefing('2026/first', { topics: ['pier'], publishedAt: '2026-01-01T00:00:00Z' }),
      briefing('2026/other', { topics: ['piers'] }),
      briefing('2026/second', { topics: ['crane', 'pier'], publishedAt: '2026-01-02T00:00:00Z' }),
      briefing('2026/draft', { topics: ['pier'], draft: true }),
    ];
    const opened = edition({ briefings, topics: [pier] });
    const views = topicSlices(opened, pier.data).map((slice) => topicView(opened, pier.data, slice));
    expect(views).toHaveLength(1);
    expect(views[0]).toMatchObject({ name: 'Pier', description: 'Description of pier', count: 2 });
    expect(views[0]?.cards.map(({ href }) => href)).toEqual(['/briefings/2026/second/', '/briefings/2026/first/']);
  });

  test('names its own feed before that of the site', () => {
    const opened = edition({ topics: [pier] });
    const [view] = topicSlices(opened, pier.data).map((slice) => topicView(opened, pier.data, slice));
    expect(view?.feed).toBe('/topics/pier/rss.xml');
    expect(view?.frame.alternates.map(({ text, href }) => [text, href])).toEqual([
      ['Harbour News: Pier (RSS)', '/topics/pier/rss.xml'],
      ['Harbour News: Pier (Atom)', '/topics/pier/atom.xml'],
      ['Harbour News: Pier (JSON)', '/topics/pier/feed.json'],
      ['Harbour News (RSS)', '/rss.xml'],
      ['Harbour News (Atom)', '/atom.xml'],
      ['Harbour News (JSON)', '/feed.json'],
    ]);
  });

  test('has twenty briefings a page', () => {
    const opened = edition({ briefings: dailyBriefings(41, { topics: ['pier'] }), topics: [pier] });
    const views = topicSlices(opened, pier.data).map((slice) => topicView(opened, pier.data, slice));
    expect(views.map(({ cards }) => cards.length)).toEqual([20, 20, 1]);
    expect(views[2]?.pagination).toEqual({ page: 3, pages: 3, newer: '/topics/pier/2/', older: undefined });
    expect(views[2]?.frame.title).toBe('Pier, page 3 – Harbour News');
  });
});

test('the list of topics shows every topic, also one that no briefing carries', () => {
  const topics = [topic('pier', 'Pier'), topic('crane', 'Crane')];
  const view = topicsView(edition({ topics, briefings: [briefing('2026/a', { topics: ['pier'] })] }));
  expect(view.topics).toEqual([
    { text: 'Crane', href: '/topics/crane/', description: 'Description of crane', count: 0 },
    { text: 'Pier', href: '/topics/pier/', description: 'Description of pier', count: 1 },
  ]);
});
