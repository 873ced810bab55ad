import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../src/newsroom/edition.ts';
import { eventsOf, mergeEvents } from '../../../src/newsroom/events.ts';
import { type EventView, viewEvents } from '../../../src/newsroom/timeline.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import type { Briefing } from '../../../src/schemas/briefing.ts';
import type { Entry } from '../../../src/schemas/publication.ts';
import { AS_OF, briefing, edition, source, story } from '../../support/unit-factory.ts';

/** The timeline as the page of a briefing shows it. */
function timelineShown(opened: Edition, entry: Entry<Briefing>) {
  return viewEvents(opened, eventsOf(opened, entry));
}

describe('events as they are shown', () => {
  test('say a year once for a run of entries', () => {
    const entry = briefing('2026/a', {
      timeline: [
        { date: '2014', text: 'a' },
        { date: '2022-02', text: 'b' },
        { date: '2025-12-30/2026-01-02', text: 'c' },
        { date: '2026-01-23', text: 'd' },
        { date: '2026-02-01', text: 'e' },
        { date: '2026-02~', text: 'f' },
      ],
    });
    const years = timelineShown(edition(), entry).map(({ text, date }) => [text, date.year]);
    expect(years).toEqual([
      ['a', undefined],
      ['b', undefined],
      ['c', undefined],
      ['d', undefined],
      ['f', '2026'],
      ['e', '2026'],
    ]);
  });

  test('name their sources', () => {
    const opened = edition({ sources: [source('kyiv', { name: 'Kyiv' })] });
    const [event] = timelineShown(opened, briefing('2026/a', { timeline: [{ date: '2014', text: 'a', by: 'kyiv' }] }));
    expect(event?.by.map(({ text }) => text)).toEqual(['Kyiv']);
    expect(timelineShown(opened, briefing('2026/a'))[0]?.by).toEqual([]);
    expect(opened.asOf).toBe(AS_OF);
  });

  test('say in words how they stand, and nothing of what has happened', () => {
    const entry = briefing('2026/a', {
      timeline: [
        { date: '2026-01-01', text: 'Over' },
        { date: '2026-01-02', text: 'Past', status: 'scheduled' },
        { date: '2026-02-01', text: 'Ahead', status: 'scheduled' },
        { date: '2026-03-01', text: 'Off', status: 'cancelled' },
      ],
    });
    expect(timelineShown(edition(), entry).map(({ statusText }) => statusText)).toEqual([
      undefined,
      'Was scheduled, not confirmed',
      'Scheduled',
      'Cancelled',
    ]);
  });

  test('say when an update added them', () => {
    const events = mergeEvents([
      briefing('2026/a', {
        timeline: [
          { id: 'crane', date: '2026-01-01', text: 'Crane' },
          { id: 'pier', date: '2026-01-02', text: 'Pier' },
          { date: '2026-01-03', text: 'Ship' },
        ],
      }),
    ]);
    const views = viewEvents(edition(), events, new Map([['pier', 'New, 27 January 2026']]));
    expect(views.map(({ text, added }) => [text, added])).toEqual([
      ['Crane', undefined],
      ['Pier', 'New, 27 January 2026'],
      ['Ship', undefined],
    ]);
  });
});

describe('the timeline of a story that says when it begins', () => {
  const dates = ['2014', '2022', '2022-02', '2022-02-23', '2022-02-20/2022-02-24', '2022-02-24', '2022-03'];
  const parts = (start?: string) => {
    const port = story('port', start === undefined ? {} : { start });
    const timeline = dates.map((date) => ({ date, text: `On ${date}` }));
    const briefings = [briefing('2026/a', { story: 'port', timeline })];
    const view = storyView(edition({ briefings, stories: [port] }), port, '');
    const texts = (events: EventView[]) => events.map(({ text }) => text.slice(3));
    return [texts(view.before), texts(view.timeline)];
  };

  test.each([
    ['2022-02-24', ['2014', '2022-02-23']],
    ['2022-02', ['2014']],
    ['2022', ['2014']],
    ['2022-03', ['2014', '2022-02', '2022-02-20/2022-02-24', '2022-02-23', '2022-02-24']],
    ['2010', []],
  ])('on %s has apart what was over before: %j', (start, before) => {
    const [came, since] = parts(start);
    expect(came).toEqual(before);
    expect([...(came ?? []), ...(since ?? [])].sort()).toEqual([...dates].sort());
  });

  test('has nothing apart where the story does not say when it begins', () => {
    expect(parts()).toEqual([
      [],
      ['2014', '2022', '2022-02', '2022-02-20/2022-02-24', '2022-02-23', '2022-02-24', '2022-03'],
    ]);
  });
});
