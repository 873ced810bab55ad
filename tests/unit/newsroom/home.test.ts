import { describe, expect, test } from 'vitest';
import { homeView } from '../../../src/newsroom/views/home.ts';
import { briefing, dailyBriefings, edition, source, story, topic } from '../../support/unit-factory.ts';

describe('the home page', () => {
  test('leads with the newest briefing, and lists the next eight without it', () => {
    const { lead, latest, all } = homeView(edition({ briefings: dailyBriefings(12) }));
    expect(lead?.card.href).toBe('/briefings/2025/day-12/');
    expect(latest.map(({ headline }) => headline)).toEqual(
      [11, 10, 9, 8, 7, 6, 5, 4].map((day) => `Headline of 2025/day-${day}`),
    );
    expect(all).toEqual({ text: 'All 12 briefings', href: '/briefings/' });
  });

  test('has no lead before the first briefing', () => {
    expect(homeView(edition())).toMatchObject({ lead: undefined, latest: [], coming: [], topics: [] });
  });

  test('gives the first four facts of the lead, each with who says so', () => {
    const facts = ['first', 'second', 'third', 'fourth', 'fifth'].map((label, index) => ({
      label,
      value: String(index),
      by: index % 2 === 0 ? 'kyiv' : 'moscow',
      asOf: '2026-01-25',
    }));
    const sources = [source('kyiv', { name: 'Kyiv' }), source('moscow', { name: 'Moscow' })];
    const { lead } = homeView(edition({ sources, briefings: [briefing('2026/a', { facts })] }));
    expect(lead?.facts.map(({ label, value, by }) => [label, value, by.text, by.href])).toEqual([
      ['first', '0', 'Kyiv', '/sources/kyiv/'],
      ['second', '1', 'Moscow', '/sources/moscow/'],
      ['third', '2', 'Kyiv', '/sources/kyiv/'],
      ['fourth', '3', 'Moscow', '/sources/moscow/'],
    ]);
    expect(lead?.facts[0]?.asOf?.parts).toEqual([{ text: '25 January 2026', datetime: '2026-01-25' }]);
  });

  test('tells the last three events of the lead and the next to come, with a way to its story', () => {
    const timeline = [
      { date: '2022', text: 'Long ago' },
      { date: '2026-01-23', text: 'Three' },
      { date: '2026-01-24', text: 'Two' },
      { date: '2026-01-25', text: 'One' },
      { date: '2026-02-01', text: 'Next', status: 'scheduled' as const },
      { date: '2026-03-01', text: 'After next', status: 'scheduled' as const },
    ];
    const briefings = [
      briefing('2026/new', { story: 'port', timeline }),
      briefing('2026/old', {
        story: 'port',
        publishedAt: '2026-01-01T00:00:00Z',
        timeline: [{ date: '2026-01-26', text: 'Of another briefing' }],
      }),
    ];
    const { lead } = homeView(edition({ briefings, stories: [story('port', { headline: 'The port' })] }));
    expect(lead?.story?.link).toEqual({ text: 'The port', href: '/stories/port/' });
    expect(lead?.story?.timeline.map(({ text }) => text)).toEqual(['Three', 'Two', 'One', 'Next']);
    expect(homeView(edition({ briefings: dailyBriefings(1) })).lead?.story).toBeUndefined();
  });

  test('names the next five things to come out of all briefings, soonest first', () => {
    const briefings = [6, 2, 4, 1, 3, 5].map((day) =>
      briefing(`2026/b-${day}`, {
        timeline: [{ date: `2026-02-0${day}`, text: `Day ${day}`, by: 'office', status: 'scheduled' }],
      }),
    );
    const { coming, allComing } = homeView(edition({ briefings }));
    expect(allComing).toBe('/coming-up/');
    expect(coming.map(({ text }) => text)).toEqual(['Day 1', 'Day 2', 'Day 3', 'Day 4', 'Day 5']);
    expect(coming[0]).toEqual({
      date: { parts: [{ text: '1 February 2026', datetime: '2026-02-01' }] },
      text: 'Day 1',
      by: [{ text: 'Harbour office', href: '/sources/office/' }],
      moved: undefined,
      calendar: expect.stringMatching(/^\/briefings\/2026\/b-1\/events\/[0-9a-f]{16}\.ics$/),
    });
  });

  test('shows the topics that a briefing carries, with how many do', () => {
    const topics = [topic('pier', 'Pier'), topic('crane', 'Crane'), topic('idle', 'Idle')];
    const briefings = [briefing('2026/a', { topics: ['pier', 'crane'] }), briefing('2026/b', { topics: ['pier'] })];
    const cards = homeView(edition({ topics, briefings })).topics;
    expect(cards.map(({ text, href, count }) => [text, href, count])).toEqual([
      ['Crane', '/topics/crane/', 1],
      ['Pier', '/topics/pier/', 2],
    ]);
  });

  test('labels a card by its eyebrow or, without one, by its first topic', () => {
    const briefings = [
      briefing('2026/a', { eyebrow: 'Analysis', publishedAt: '2026-01-22T00:00:00Z' }),
      briefing('2026/b', { publishedAt: '2026-01-21T23:59:00-03:00' }),
    ];
    const { lead, latest } = homeView(edition({ briefings }));
    expect([lead?.card, ...latest].map((card) => card?.eyebrow)).toEqual(['Harbour', 'Analysis']);
    expect(lead?.card.published).toEqual({ text: '22 January 2026', datetime: '2026-01-21T23:59:00-03:00' });
  });
});
