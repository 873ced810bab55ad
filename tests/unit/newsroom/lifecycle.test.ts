import { describe, expect, test } from 'vitest';
import { Body } from '../../../src/newsroom/body.ts';
import { type Edition, openEdition } from '../../../src/newsroom/edition.ts';
import { comingUp, eventsOf, mergeEvents } from '../../../src/newsroom/events.ts';
import { viewEvents } from '../../../src/newsroom/timeline.ts';
import { articleView } from '../../../src/newsroom/views/article.ts';
import { homeView } from '../../../src/newsroom/views/home.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import type { Briefing } from '../../../src/schemas/briefing.ts';
import type { Entry } from '../../../src/schemas/publication.ts';
import { briefing, type EventFields, edition, publication, site, story } from '../../support/unit-factory.ts';

/** The timeline as the page of a briefing shows it. */
function timelineShown(opened: Edition, entry: Entry<Briefing>) {
  return viewEvents(opened, eventsOf(opened, entry));
}

describe('an event that was scheduled', () => {
  const events = [
    { date: '2026-01-26', text: 'Past', status: 'scheduled' },
    { date: '2026-01-27', text: 'Today', status: 'scheduled' },
    { date: '2026-01', text: 'This month', status: 'scheduled' },
    { date: '2026-02-01', text: 'Off', status: 'cancelled' },
    { date: '2026-01-20/2026-02-01', text: 'Under way', status: 'scheduled' },
  ] satisfies EventFields[];
  const entry = briefing('2026/a', { timeline: events });
  const opened = edition({ briefings: [entry] });

  test('is unconfirmed once its date has passed, and not before', () => {
    const shown = timelineShown(opened, entry);
    expect(shown.map(({ text, status }) => [text, status])).toEqual([
      ['This month', 'scheduled'],
      ['Under way', 'scheduled'],
      ['Past', 'unconfirmed'],
      ['Today', 'scheduled'],
      ['Off', 'cancelled'],
    ]);
  });

  test('is coming up until then, unless it is cancelled', () => {
    const coming = comingUp(opened, mergeEvents([entry]));
    expect(coming.map(({ text }) => text)).toEqual(['This month', 'Under way', 'Today']);
  });

  test('goes by the day of the publication', () => {
    const statusAt = (timeZone: string) => {
      const there = publication({ site: [site({ timeZone })] });
      return timelineShown(openEdition(there, '2026-01-27T05:00:00Z'), entry).find(({ text }) => text === 'Past')
        ?.status;
    };
    expect(statusAt('Europe/Kyiv')).toBe('unconfirmed');
    expect(statusAt('America/Adak')).toBe('scheduled');
  });

  test('is unconfirmed no more when a newer briefing says what became of it', () => {
    const newer = briefing('2026/newer', { timeline: [{ id: 'past', date: '2026-01-26', text: 'It took place' }] });
    const older = briefing('2026/older', {
      timeline: [{ id: 'past', date: '2026-01-26', text: 'It is to take place', status: 'scheduled' }],
    });
    expect(viewEvents(opened, mergeEvents([newer, older]))).toMatchObject([
      { text: 'It took place', status: 'happened' },
    ]);
    expect(viewEvents(opened, mergeEvents([older]))).toMatchObject([{ status: 'unconfirmed' }]);
  });
});

describe('a scheduled event that a newer briefing tells on', () => {
  const older = briefing('2026/older', {
    publishedAt: '2026-01-10T12:00:00Z',
    story: 'port',
    timeline: [{ id: 'talks', date: '2026-01-20', text: 'Talks', status: 'scheduled', by: 'office' }],
  });
  const withNewer = (event: EventFields) => {
    const timeline = [{ id: 'talks', by: 'kyiv', ...event }];
    const newer = briefing('2026/newer', { publishedAt: '2026-01-22T12:00:00Z', story: 'port', timeline });
    return edition({ briefings: [older, newer], stories: [story('port')] });
  };

  test.each(['happened', 'cancelled'] as const)('is %s on the page of the older one too', (status) => {
    const [event] = timelineShown(withNewer({ date: '2026-01-20', text: 'Talks', status }), older);
    expect(event).toMatchObject({ status, by: [{ text: 'kyiv' }] });
  });

  test('stands there with its new date if it is moved', () => {
    const [event] = timelineShown(withNewer({ date: '2026-02-03', text: 'Talks', status: 'scheduled' }), older);
    expect(event?.date.parts).toMatchObject([{ datetime: '2026-02-03' }]);
  });
});

describe('a scheduled event as days go by', () => {
  const first = briefing('2026/first', {
    publishedAt: '2026-01-10T12:00:00Z',
    story: 'port',
    timeline: [{ id: 'talks', date: '2026-02-01', text: 'Talks', status: 'scheduled' }],
  });
  const later = (publishedAt: string, event: Partial<EventFields>) =>
    briefing(`2026/${publishedAt.slice(5, 10)}`, {
      publishedAt,
      story: 'port',
      timeline: [{ id: 'talks', date: '2026-02-01', text: 'Talks', status: 'scheduled', ...event }],
    });
  /** How the event stands on the page of the first briefing, on that of the story, and whether it is coming up. */
  const standing = (briefings: Entry<Briefing>[], asOf: string, timeZone = 'UTC') => {
    const port = story('port');
    const opened = edition({ site: [site({ timeZone })], briefings, stories: [port] }, asOf);
    const { timeline, coming } = storyView(opened, port, '');
    const { timeline: onPage, coming: comingOnPage } = articleView(opened, first, Body.of(''));
    expect(onPage.map(({ status, statusText }) => [status, statusText])).toEqual(
      timeline.map(({ status, statusText }) => [status, statusText]),
    );
    expect(comingOnPage).toEqual(coming);
    expect(homeView(opened).coming).toEqual(coming);
    return [timeline[0]?.statusText, coming.length];
  };

  test.each([
    ['2026-01-31T12:00:00Z', 'UTC', ['Scheduled', 1]],
    ['2026-02-01T23:59:59Z', 'UTC', ['Scheduled', 1]],
    ['2026-02-02T00:00:00Z', 'UTC', ['Was scheduled, not confirmed', 0]],
    ['2026-02-01T21:59:59Z', 'Europe/Kyiv', ['Scheduled', 1]],
    ['2026-02-01T22:00:00Z', 'Europe/Kyiv', ['Was scheduled, not confirmed', 0]],
    ['2026-02-02T04:59:59Z', 'America/New_York', ['Scheduled', 1]],
    ['2026-02-02T05:00:00Z', 'America/New_York', ['Was scheduled, not confirmed', 0]],
  ])('stands, as of %s in %s, as %j', (asOf, timeZone, expected) => {
    expect(standing([first], asOf, timeZone)).toEqual(expected);
  });

  test('that is moved comes up on its new day, and is unconfirmed when that has passed too', () => {
    const moved = [first, later('2026-01-31T12:00:00Z', { date: '2026-02-05' })];
    expect(standing(moved, '2026-02-03T00:00:00Z')).toEqual(['Scheduled, moved from 1 February 2026', 1]);
    expect(standing(moved, '2026-02-06T00:00:00Z')).toEqual([
      'Was scheduled, not confirmed, moved from 1 February 2026',
      0,
    ]);
  });

  test('that has happened or was called off says so whatever the day is, and comes up no more', () => {
    const moved = later('2026-01-31T12:00:00Z', { date: '2026-02-05' });
    const held = later('2026-02-05T20:00:00Z', { date: '2026-02-05', status: 'happened' });
    const off = later('2026-02-04T20:00:00Z', { date: '2026-02-05', status: 'cancelled' });
    for (const asOf of ['2026-02-05T21:00:00Z', '2026-03-01T00:00:00Z']) {
      expect(standing([first, moved, held], asOf)).toEqual([undefined, 0]);
      expect(standing([first, moved, off], asOf)).toEqual(['Cancelled', 0]);
    }
  });

  test('is as it was before while the briefing that tells on it is a draft, embargoed or withdrawn', () => {
    const held = { timeline: [{ id: 'talks', date: '2026-02-01', text: 'Talks' }], story: 'port' };
    const withdrawal = { kind: 'withdrawal' as const, at: '2026-02-02T00:00:00Z', what: 'It was about other talks.' };
    const unseen = [
      briefing('2026/draft', { ...held, draft: true }),
      briefing('2026/embargoed', { ...held, embargoUntil: '2026-02-03T00:00:01Z' }),
      briefing('2026/withdrawn', { ...held, changes: [withdrawal] }),
    ];
    expect(standing([first, ...unseen], '2026-02-03T00:00:00Z')).toEqual(['Was scheduled, not confirmed', 0]);
    expect(standing([first, ...unseen], '2026-02-03T00:00:01Z')).toEqual([undefined, 0]);
  });

  test('is told on the page of an older briefing as the newest tells it, where it has changed', () => {
    const moved = later('2026-01-31T12:00:00Z', { text: 'Talks in Geneva', detail: 'In private', date: '2026-02-05' });
    const opened = edition({ briefings: [first, moved], stories: [story('port')] });
    expect(timelineShown(opened, first)).toMatchObject([
      { text: 'Talks in Geneva', detail: 'In private', statusText: 'Scheduled, moved from 1 February 2026' },
    ]);
  });

  test('is over on the page of an older briefing, also where the newer one gives no id and the same words', () => {
    const timeline = [{ date: '2026-02-01', text: 'talks.' }];
    const held = briefing('2026/held', { publishedAt: '2026-02-01T20:00:00Z', story: 'port', timeline });
    expect(standing([first, held], '2026-02-03T00:00:00Z')).toEqual([undefined, 0]);
  });

  test('does not change what else is scheduled on the page of an older briefing', () => {
    const ship = { id: 'ship', date: '2026-02-02', text: 'A ship calls', status: 'scheduled' as const };
    const older = briefing('2026/older', { ...first.data, timeline: [...first.data.timeline, ship] });
    const moved = later('2026-01-31T12:00:00Z', { id: 'ship', date: '2026-02-05', text: 'A ship calls' });
    const opened = edition({ briefings: [older, moved], stories: [story('port')] });
    expect(timelineShown(opened, older).map(({ text, statusText }) => [text, statusText])).toEqual([
      ['Talks', 'Scheduled'],
      ['A ship calls', 'Scheduled, moved from 2 February 2026'],
    ]);
  });

  test('keeps its own words and sources there where nothing but the words has changed', () => {
    const reworded = later('2026-01-31T12:00:00Z', { text: 'Talks in Geneva', detail: 'In private', by: 'office' });
    const opened = edition({ briefings: [first, reworded], stories: [story('port')] });
    expect(timelineShown(opened, first)).toMatchObject([{ text: 'Talks', detail: undefined, by: [] }]);
  });

  test('is not changed on the page of a briefing that tells it as over', () => {
    const held = later('2026-01-12T12:00:00Z', { date: '2026-01-11', status: 'happened' });
    const anew = later('2026-01-13T12:00:00Z', { date: '2026-03-01', status: 'scheduled' });
    const opened = edition({ briefings: [first, held, anew], stories: [story('port')] });
    expect(timelineShown(opened, held)).toMatchObject([
      { status: 'happened', date: { parts: [{ datetime: '2026-01-11' }] } },
    ]);
  });
});

test('events of two stories that share an id both come up on the home page', () => {
  const of = (port: string, date: string) =>
    briefing(`2026/${port}`, {
      story: port,
      timeline: [{ id: 'verdict', date, text: 'Verdict', status: 'scheduled' }],
    });
  const briefings = [of('north', '2026-02-03'), of('south', '2026-02-02')];
  const { coming } = homeView(edition({ briefings, stories: [story('north'), story('south')] }));
  expect(coming.map(({ date }) => date.parts[0]?.datetime)).toEqual(['2026-02-02', '2026-02-03']);
});
