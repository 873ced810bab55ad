import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Edition, openEdition } from '../../../src/newsroom/edition.ts';
import { comingUp, mergeEvents, timelineOf, viewEvents } from '../../../src/newsroom/timeline.ts';
import { homeView } from '../../../src/newsroom/views/home.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import type { Briefing } from '../../../src/schemas/briefing.ts';
import type { Entry } from '../../../src/schemas/publication.ts';
import { eventDates } from '../../support/unit-dates.ts';
import {
  AS_OF,
  briefing,
  type EventFields,
  edition,
  publication,
  site,
  source,
  story,
} from '../../support/unit-factory.ts';

/** The timeline as the page of a briefing shows it. */
function timelineShown(opened: Edition, entry: Entry<Briefing>) {
  return viewEvents(opened, timelineOf(opened, entry));
}

/** What several briefings, the newest first, tell of an event each. */
function told(...events: EventFields[]) {
  return mergeEvents(events.map((event, index) => briefing(`2026/${index}`, { timeline: [event] })));
}

describe('an event that several briefings tell', () => {
  test('stands once where its id is the same, with everyone who says so', () => {
    const merged = told(
      { id: 'talks', date: '2026-02-01', text: 'Talks resume', by: 'kyiv' },
      { id: 'talks', date: '2026-02-01', text: 'A second round is held', by: 'moscow' },
      { id: 'talks', date: '2026-02-01', text: 'The second round begins', by: 'kyiv' },
    );
    expect(merged).toMatchObject([{ text: 'Talks resume', by: ['kyiv', 'moscow'] }]);
  });

  test.each([
    ['Talks resume in Abu Dhabi', 'talks resume in Abu Dhabi.'],
    ['“Serious work” ahead', '"Serious work" ahead'],
    ['Talks – the second round', 'Talks: the second round'],
    ['Переговори в Абу-Дабі', 'переговори в Абу Дабі'],
    ['Café opens', 'Cafe\u0301 opens'],
  ])('stands once where its date is the same and its words are: %s, %s', (newer, older) => {
    const merged = told(
      { date: '2026-02-01', text: newer, by: 'kyiv' },
      { date: '2026-02-01', text: older, by: 'moscow' },
    );
    expect(merged).toMatchObject([{ text: newer, by: ['kyiv', 'moscow'] }]);
  });

  test('stands once where only one of them gives it an id', () => {
    const withId = { id: 'talks', date: '2026-02-01', text: 'Talks resume' };
    const without = { date: '2026-02-01', text: 'Talks resume' };
    expect(told(withId, without)).toHaveLength(1);
    expect(told(without, withId)).toHaveLength(1);
  });

  test('is told as the newest tells it', () => {
    const merged = told(
      { id: 'talks', date: '2026-02-02', text: 'Talks are called off', detail: 'In a day', status: 'cancelled' },
      { id: 'talks', date: '2026-02-01', text: 'Talks are due', detail: 'In Abu Dhabi', status: 'scheduled' },
    );
    expect(merged).toMatchObject([
      { date: '2026-02-02', text: 'Talks are called off', detail: 'In a day', status: 'cancelled' },
    ]);
  });

  test('stands as often as it has dates or words of its own', () => {
    expect(told({ date: '2026-02-01', text: 'Talks' }, { date: '2026-02-01', text: 'Shelling' })).toHaveLength(2);
    expect(told({ date: '2026-02-01', text: '110 drones' }, { date: '2026-02-01', text: '138 drones' })).toHaveLength(
      2,
    );
    expect(told({ date: '2026-02-01', text: 'Переговори' }, { date: '2026-02-01', text: 'Обстріл' })).toHaveLength(2);
    expect(told({ date: '2026-02-01', text: 'Talks' }, { date: '2026-02-02', text: 'Talks' })).toHaveLength(2);
    expect(told({ date: '2026-02-01', text: 'Talks' }, { date: '2026-02', text: 'Talks' })).toHaveLength(2);
  });
});

describe('a merged timeline', () => {
  const events = fc.record(
    {
      id: fc.constantFrom('talks', 'strike'),
      date: eventDates(),
      text: fc.constantFrom('Talks', 'talks.', 'Strike', 'A strike'),
      by: fc.constantFrom('kyiv', 'moscow'),
    },
    { requiredKeys: ['date', 'text'] },
  );
  const briefings = fc
    .array(fc.uniqueArray(events, { minLength: 1, maxLength: 4, selector: ({ id }) => id ?? {} }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((list) =>
      list.map((timeline, index) =>
        briefing(`2026/b-${index}`, { timeline, story: 'port', publishedAt: `2026-01-1${index % 3}T12:00:00Z` }),
      ),
    );

  test('is the same when its briefings are merged twice', () => {
    fc.assert(
      fc.property(briefings, (list) => {
        expect(mergeEvents([...list, ...list])).toEqual(mergeEvents(list));
      }),
    );
  });

  test('is the same whatever file was read first', () => {
    const pairs = briefings.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    const timeline = (list: ReturnType<typeof briefing>[]) =>
      storyView(edition({ briefings: list, stories: [story('port')] }), story('port'), '').timeline;
    fc.assert(
      fc.property(pairs, ([list, mixed]) => {
        expect(timeline(mixed)).toEqual(timeline(list));
      }),
    );
  });

  test('names nobody who said something else', () => {
    fc.assert(
      fc.property(briefings, (list) => {
        const told = list.flatMap(({ data }) => data.timeline);
        const same = (event: { date: string; status: string }) =>
          told
            .filter(({ date, status }) => date === event.date && status === event.status)
            .flatMap(({ by }) => by ?? []);
        for (const event of mergeEvents(list)) expect(same(event)).toEqual(expect.arrayContaining(event.by));
      }),
    );
    const [talks] = told(
      { id: 'talks', date: '2026-02-01', text: 'Talks called off', status: 'cancelled', by: 'kyiv' },
      { id: 'talks', date: '2026-02-01', text: 'Talks', status: 'scheduled', by: 'office' },
    );
    expect(talks?.by).toEqual(['kyiv']);
  });

  test('is in the order of its dates', () => {
    const merged = told(
      { date: '2026-01-25', text: 'Fourth' },
      { date: '2014', text: 'First' },
      { date: '2026-01-23/2026-01-24', text: 'Third' },
      { date: '2022-02', text: 'Second' },
    );
    expect(merged.map(({ text }) => text)).toEqual(['First', 'Second', 'Third', 'Fourth']);
  });
});

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
    expect(event?.by).toEqual(['Kyiv']);
    expect(timelineShown(opened, briefing('2026/a'))[0]?.by).toEqual([]);
    expect(opened.asOf).toBe(AS_OF);
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
    expect(event).toMatchObject({ status, by: ['kyiv'] });
  });

  test('stands there with its new date if it is moved', () => {
    const [event] = timelineShown(withNewer({ date: '2026-02-03', text: 'Talks', status: 'scheduled' }), older);
    expect(event?.date.parts).toMatchObject([{ datetime: '2026-02-03' }]);
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
