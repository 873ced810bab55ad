import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeEvents } from '../../../src/newsroom/events.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import { eventDates } from '../../support/unit-dates.ts';
import { briefing, type EventFields, edition, story } from '../../support/unit-factory.ts';
import { anyOrder } from '../../support/unit-order.ts';

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

  test('has the detail that an older one gives, where the newest gives none for the same state', () => {
    const older = { id: 'talks', date: '2026-02-01', text: 'Talks', detail: 'In Abu Dhabi' };
    expect(told({ id: 'talks', date: '2026-02-01', text: 'Talks' }, older)).toMatchObject([{ detail: 'In Abu Dhabi' }]);
    const [held] = told({ ...older, detail: 'In Geneva' }, older);
    expect(held?.detail).toBe('In Geneva');
    const [moved] = told({ id: 'talks', date: '2026-02-02', text: 'Talks' }, older);
    expect(moved?.detail).toBeUndefined();
  });

  test('is one event where they word it in other ways and only some give the id', () => {
    const merged = told(
      { date: '2026-02-01', text: 'Talks resume', by: 'kyiv' },
      { id: 'talks', date: '2026-02-01', text: 'Talks resume.', by: 'moscow' },
      { id: 'talks', date: '2026-02-01', text: 'A second round', by: 'washington' },
    );
    expect(merged).toMatchObject([{ text: 'Talks resume', by: ['kyiv', 'moscow', 'washington'] }]);
  });

  test('without an id belongs to the newest one that has its words on its day', () => {
    const event = { date: '2026-02-01', text: 'Talks' };
    const merged = told(
      { ...event, id: 'second-round', by: 'kyiv' },
      { ...event, id: 'first-round', by: 'moscow' },
      { ...event, by: 'washington' },
    );
    expect(merged.map(({ id, by }) => [id, ...by])).toEqual([
      ['second-round', 'kyiv', 'washington'],
      ['first-round', 'moscow'],
    ]);
  });

  test('is not another one that has its words on its day and an id of its own', () => {
    const merged = told(
      { id: 'first-round', date: '2026-02-01', text: 'Talks' },
      { id: 'second-round', date: '2026-02-01', text: 'Talks' },
    );
    expect(merged).toHaveLength(2);
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

describe('an event that is scheduled anew', () => {
  const scheduled = (date: string, fields: Partial<EventFields> = {}): EventFields => ({
    id: 'talks',
    date,
    text: 'Talks',
    status: 'scheduled',
    ...fields,
  });

  test('says what date it was moved from', () => {
    expect(told(scheduled('2026-03-09'), scheduled('2026-03-05'))).toMatchObject([
      { date: '2026-03-09', movedFrom: '2026-03-05' },
    ]);
  });

  test.each([
    ['2026-03-05', '2026-03'],
    ['2026-03', '2026'],
    ['2026-03-05/2026-03-06', '2026-03'],
    ['2026-03-05', '2026-03-04/2026-03-05'],
    ['2026-03-05', '2026-03-05~'],
  ])('on %s, within %s as it stood before, is dated more exactly and not moved', (newer, older) => {
    const [talks] = told(scheduled(newer), scheduled(older));
    expect(talks).toMatchObject({ date: newer });
    expect(talks?.movedFrom).toBeUndefined();
  });

  test.each([
    ['2026-04-01', '2026-03'],
    ['2026-03-31/2026-04-01', '2026-03'],
    ['2026-02-28', '2026-03'],
    ['2026', '2026-03-05'],
  ])('on %s, not within %s as it stood before, is moved', (newer, older) => {
    expect(told(scheduled(newer), scheduled(older))).toMatchObject([{ movedFrom: older }]);
  });

  test('names the last of several dates, also where one was told twice or then made more exact', () => {
    const moves = [scheduled('2026-03-09'), scheduled('2026-03-07'), scheduled('2026-03-05')];
    expect(told(...moves)).toMatchObject([{ movedFrom: '2026-03-07' }]);
    expect(told(scheduled('2026-03-09'), ...moves)).toMatchObject([{ movedFrom: '2026-03-07' }]);
    expect(told(scheduled('2026-04-02'), scheduled('2026-04'), scheduled('2026-03-05'))).toMatchObject([
      { date: '2026-04-02', movedFrom: '2026-03-05' },
    ]);
  });

  test.each(['happened', 'cancelled'] as const)('and has %s since was not moved', (status) => {
    const [talks] = told(scheduled('2026-03-09', { status }), scheduled('2026-03-09'), scheduled('2026-03-05'));
    expect(talks).toMatchObject({ status });
    expect(talks?.movedFrom).toBeUndefined();
  });

  test('after it was called off is not called moved from the day it was called off for, nor by who called it off', () => {
    const merged = told(
      scheduled('2026-03-09', { by: 'kyiv' }),
      scheduled('2026-03-05', { status: 'cancelled', by: 'moscow' }),
    );
    expect(merged).toMatchObject([{ status: 'scheduled', date: '2026-03-09', by: ['kyiv'] }]);
    expect(merged[0]?.movedFrom).toBeUndefined();
  });
});

describe('a merged timeline', () => {
  const events = fc.record(
    {
      id: fc.constantFrom('talks', 'strike'),
      date: eventDates(),
      text: fc.constantFrom('Talks', 'talks.', 'Strike', 'A strike'),
      by: fc.constantFrom('kyiv', 'moscow'),
      detail: fc.constantFrom('In Abu Dhabi', 'In Geneva'),
      status: fc.constantFrom('happened' as const, 'scheduled' as const, 'cancelled' as const),
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
    const pairs = briefings.chain((list) => fc.tuple(fc.constant(list), anyOrder(list)));
    const timeline = (list: ReturnType<typeof briefing>[]) => {
      const { timeline, coming } = storyView(edition({ briefings: list, stories: [story('port')] }), story('port'), '');
      return { timeline, coming };
    };
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

  test('has an event of each id, and of each date and words without one, once', () => {
    fc.assert(
      fc.property(briefings, (list) => {
        const merged = mergeEvents(list);
        const ids = merged.flatMap(({ id }) => id ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        const given = new Set(list.flatMap(({ data }) => data.timeline.flatMap(({ id }) => id ?? [])));
        expect(merged.length).toBeGreaterThanOrEqual(given.size);
        const nameless = merged.filter(({ id }) => id === undefined).map(({ date, text }) => `${date} ${text}`);
        expect(new Set(nameless).size).toBe(nameless.length);
      }),
    );
  });
});
