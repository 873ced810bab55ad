import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Body } from '../../../src/newsroom/body.ts';
import type { Edition } from '../../../src/newsroom/edition.ts';
import { articleView } from '../../../src/newsroom/views/article.ts';
import { type CalendarEvent, calendarFiles } from '../../../src/newsroom/views/calendar.ts';
import { comingUpView } from '../../../src/newsroom/views/coming.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import {
  AS_OF,
  type BriefingFields,
  briefing,
  change,
  type EventFields,
  edition,
  site,
  source,
  story,
} from '../../support/unit-factory.ts';
import { instants } from '../../support/unit-order.ts';

const port = story('port');
const scheduled = (fields: Partial<EventFields> = {}): EventFields => ({
  date: '2026-03-10',
  text: 'The crane is lifted',
  status: 'scheduled',
  ...fields,
});

/** The publication after each of these timelines was told, one a day, in the story "port". */
function told(timelines: EventFields[][], more: BriefingFields[] = [], asOf = AS_OF): Edition {
  const briefings = timelines.map((timeline, index) =>
    briefing(`2026/b-${index}`, {
      story: 'port',
      publishedAt: `2026-01-${10 + index}T12:00:00Z`,
      timeline,
      ...more[index],
    }),
  );
  return edition({ briefings, stories: [port], sources: [source('office', { name: 'Harbour office' })] }, asOf);
}

/** What the calendar of the site has of one event, as each briefing is added. */
function history(events: EventFields[]): CalendarEvent[] {
  return events.map((_, index) => {
    const [only, ...others] = eventsIn(told(events.slice(0, index + 1).map((event) => [event])));
    expect(others).toEqual([]);
    if (!only) throw new RangeError('the event is not in the calendar');
    return only;
  });
}

function eventsIn(opened: Edition, path = '/calendar.ics'): CalendarEvent[] {
  return calendarFiles(opened).find((file) => file.path === path)?.view.events ?? [];
}

describe('an event in a calendar', () => {
  test('keeps its id as it is moved, renamed, called off and over', () => {
    const states = history([
      scheduled({ id: 'lift' }),
      scheduled({ id: 'lift', date: '2026-03-12' }),
      scheduled({ id: 'lift', date: '2026-03-12', text: 'The last crane is lifted' }),
      { id: 'lift', date: '2026-03-12', text: 'The lift is called off', status: 'cancelled' },
      { id: 'lift', date: '2026-03-20', text: 'The crane was lifted after all' },
    ]);
    expect(new Set(states.map(({ uid }) => uid)).size).toBe(1);
    expect(states.map(({ sequence }) => sequence)).toEqual([0, 1, 1, 2, 3]);
    expect(states.map(({ isCancelled }) => isCancelled)).toEqual([false, false, false, true, false]);
    expect(states.map(({ from, to }) => [from, to])).toEqual([
      ['2026-03-10', '2026-03-10'],
      ['2026-03-12', '2026-03-12'],
      ['2026-03-12', '2026-03-12'],
      ['2026-03-12', '2026-03-12'],
      ['2026-03-20', '2026-03-20'],
    ]);
    expect(states.map(({ text }) => text).at(-1)).toBe('The crane was lifted after all');
  });

  test('counts no change where a briefing says the same again', () => {
    expect(history([scheduled(), scheduled(), scheduled()]).map(({ sequence }) => sequence)).toEqual([0, 0, 0]);
  });

  test('counts a change to a date and back again as two', () => {
    const [, , last] = history([
      scheduled({ id: 'lift' }),
      scheduled({ id: 'lift', date: '2026-04-01' }),
      scheduled({ id: 'lift' }),
    ]);
    expect(last?.sequence).toBe(2);
  });

  test('keeps its id where a later briefing gives it a name', () => {
    const [first, second, third] = history([
      scheduled(),
      scheduled({ id: 'lift' }),
      scheduled({ id: 'lift', date: '2026-04-01' }),
    ]);
    expect(second?.uid).toBe(first?.uid);
    expect(third?.uid).toBe(first?.uid);
    expect(third?.from).toBe('2026-04-01');
  });

  test('without an id is known by its words and its date, and two of them are two', () => {
    const [uid, ...others] = eventsIn(told([[scheduled(), scheduled({ text: 'Another' })], [scheduled()]])).map(
      (event) => event.uid,
    );
    expect(others).toHaveLength(1);
    expect(others).not.toContain(uid);
    const [before] = history([scheduled()]);
    const [, after] = history([scheduled(), { ...scheduled(), status: 'cancelled' }]);
    expect(after?.uid).toBe(before?.uid);
  });

  test('has an id that no other site and no other story has', () => {
    const briefings = [
      briefing('2026/a', { story: 'port', timeline: [scheduled({ id: 'lift' })] }),
      briefing('2026/b', { story: 'ship', timeline: [scheduled({ id: 'lift' })] }),
      briefing('2026/c', { timeline: [scheduled({ id: 'lift' })] }),
      briefing('2026/d', { timeline: [scheduled({ id: 'lift' })] }),
    ];
    const stories = [port, story('ship')];
    const uids = ['https://example.org/', 'https://example.com/news/'].flatMap((url) =>
      eventsIn(edition({ briefings, stories, site: [site({ url })] }), `${new URL(url).pathname}calendar.ics`).map(
        ({ uid }) => uid,
      ),
    );
    expect(uids).toHaveLength(8);
    expect(new Set(uids).size).toBe(8);
    for (const uid of uids) expect(uid).toMatch(/^\S+@example\.(org|com)\S*$/);
  });

  test.each([
    ['2026-03', '2026-03-01', '2026-03-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2027', '2027-01-01', '2027-12-31'],
    ['2026-03-10', '2026-03-10', '2026-03-10'],
    ['2026-03-10/2026-04-02', '2026-03-10', '2026-04-02'],
  ])('dated %s spans the days from %s to %s', (date, from, to) => {
    expect(history([scheduled({ date })])[0]).toMatchObject({ from, to });
  });

  test('says who says so, what else is known, and where it is told', () => {
    const [event] = eventsIn(told([[scheduled({ by: 'office', detail: 'It weighs 300 t' })]]));
    expect(event).toMatchObject({
      description: 'It weighs 300 t. Source: Harbour office.',
      page: 'https://example.org/stories/port/',
      toldAt: '2026-01-10T12:00:00Z',
    });
    expect(eventsIn(told([[scheduled({ detail: 'Is it done?' })]]))[0]?.description).toBe('Is it done?');
    expect(eventsIn(told([[scheduled()]]))[0]?.description).toBe('');
  });

  test('is dated by the newest change of those who tell it', () => {
    const changes = [change('correction', '2026-01-22T12:00:00Z')];
    expect(eventsIn(told([[scheduled()]], [{ changes }]))[0]?.toldAt).toBe('2026-01-22T12:00:00Z');
    expect(eventsIn(told([[scheduled()], [scheduled()]]))[0]?.toldAt).toBe('2026-01-11T12:00:00Z');
  });

  test('counts each change to a briefing that tells it, since that may be one to its date', () => {
    const changes = [change('correction', '2026-01-22T12:00:00Z'), change('update', '2026-02-22T12:00:00Z')];
    expect(eventsIn(told([[scheduled()]], [{ changes }]))[0]?.sequence).toBe(1);
  });

  test('never counts backwards as time goes by, whatever is published, changed and withdrawn', () => {
    const at = instants();
    const state = fc.record({ date: fc.constantFrom('2026-03-10', '2026-03-11', '2026-04'), off: fc.boolean() });
    const tale = fc.record({
      state,
      embargoUntil: fc.option(at, { nil: undefined }),
      changed: fc.array(at, { maxLength: 2 }),
      gone: fc.option(at, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(tale, { minLength: 1, maxLength: 4 }), at, at, (tales, one, other) => {
        const timelines = tales.map(({ state: { date, off } }): EventFields[] => [
          scheduled({ id: 'lift', date, status: off ? 'cancelled' : 'scheduled' }),
        ]);
        const more = tales.map(({ embargoUntil, changed, gone }) => ({
          embargoUntil,
          changes: [
            ...changed.map((instant) => change('update', instant)),
            ...(gone === undefined ? [] : [change('withdrawal', gone)]),
          ],
        }));
        const [first, last] = [one, other].sort((a, b) => Date.parse(a) - Date.parse(b));
        const [before] = eventsIn(told(timelines, more, first));
        const [after] = eventsIn(told(timelines, more, last));
        if (!before || !after) return;
        expect(after.uid).toBe(before.uid);
        expect(after.sequence).toBeGreaterThanOrEqual(before.sequence);
        const isSame = after.from === before.from && after.to === before.to && after.isCancelled === before.isCancelled;
        if (!isSame) expect(after.sequence).toBeGreaterThan(before.sequence);
      }),
    );
  });

  test('counts on even where the briefing that moved it is withdrawn', () => {
    const timelines = [[scheduled({ id: 'lift' })], [scheduled({ id: 'lift', date: '2026-04-01' })]];
    const [before] = eventsIn(told(timelines));
    const changes = [change('withdrawal', '2026-01-20T12:00:00Z')];
    const [after] = eventsIn(told(timelines, [{}, { changes }]));
    expect(after?.from).toBe('2026-03-10');
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
    expect(Date.parse(after?.toldAt ?? '')).toBeGreaterThan(Date.parse(before?.toldAt ?? ''));
  });
});

describe('the calendars', () => {
  const briefings = [
    briefing('2026/a', {
      story: 'port',
      timeline: [
        { id: 'begun', date: '2026-01-02', text: 'The work began' },
        { id: 'done', date: '2026-01-05', text: 'The hull was done' },
        scheduled({ id: 'lift' }),
        scheduled({ text: 'Without an id', date: '2026-05-01' }),
      ],
    }),
    briefing('2026/first', {
      story: 'port',
      publishedAt: '2026-01-01T12:00:00Z',
      timeline: [scheduled({ id: 'done', date: '2026-01-04', text: 'The hull is due' })],
    }),
    briefing('2026/alone', { timeline: [scheduled({ id: 'speech', text: 'A speech', date: '2026-02-01' })] }),
    briefing('2026/draft', { draft: true, timeline: [scheduled({ id: 'secret', text: 'Secret' })] }),
    briefing('2026/later', {
      embargoUntil: '2026-06-01T00:00:00Z',
      story: 'port',
      timeline: [scheduled({ id: 'secret', text: 'Secret' })],
    }),
  ];
  const opened = edition({ briefings, stories: [port], site: [site({ url: 'https://example.org/news/' })] });
  const texts = (path: string) =>
    eventsIn(opened, path)
      .map(({ text }) => text)
      .sort();

  test('have what was ever scheduled, also when it has happened, and nothing that never was', () => {
    expect(texts('/news/stories/port/calendar.ics')).toEqual([
      'The crane is lifted',
      'The hull was done',
      'Without an id',
    ]);
    expect(texts('/news/calendar.ics')).toEqual([
      'A speech',
      'The crane is lifted',
      'The hull was done',
      'Without an id',
    ]);
    expect(eventsIn(opened).every(({ isCancelled }) => !isCancelled)).toBe(true);
  });

  test('are one for the site, one a story, and one for each event', () => {
    const files = calendarFiles(opened).map(({ path, view }) => `${path} ${view.title}`);
    expect(files.map((file) => file.replace(/[0-9a-f]{16}/, '#')).sort()).toEqual([
      '/news/briefings/2026/alone/events/speech.ics A speech',
      '/news/calendar.ics Harbour News',
      '/news/stories/port/calendar.ics Harbour News: Story port',
      '/news/stories/port/events/#.ics Without an id',
      '/news/stories/port/events/done.ics The hull was done',
      '/news/stories/port/events/lift.ics The crane is lifted',
    ]);
  });

  test('say where they are, and hold the same event under the same id', () => {
    for (const { path, view } of calendarFiles(opened)) expect(view.self).toBe(`https://example.org${path}`);
    const uids = ['/news/calendar.ics', '/news/stories/port/calendar.ics', '/news/stories/port/events/lift.ics'].map(
      (path) => eventsIn(opened, path).find(({ text }) => text === 'The crane is lifted')?.uid,
    );
    expect(new Set(uids).size).toBe(1);
  });

  test('are linked wherever an event is told as coming, by every briefing that tells it', () => {
    const told = [
      briefing('2026/new', { story: 'port', timeline: [scheduled({ id: 'lift' }), scheduled({ text: 'Unnamed' })] }),
      briefing('2026/old', { story: 'port', publishedAt: '2026-01-01T12:00:00Z', timeline: [scheduled()] }),
      briefing('2026/alone', { timeline: [scheduled({ text: 'Alone' })] }),
    ];
    const opened = edition({ briefings: told, stories: [port] });
    const files = new Map(calendarFiles(opened).map(({ path, view }) => [path, view.events.map(({ text }) => text)]));
    const coming = [
      ...storyView(opened, port, '').coming,
      ...comingUpView(opened).coming,
      ...opened.briefings.flatMap((entry) => articleView(opened, entry, Body.of('')).coming),
    ];
    expect(coming).toHaveLength(2 + 3 + 4);
    for (const { text, calendar } of coming) expect(files.get(calendar ?? '')).toEqual([text]);
  });

  test('are there, and empty, where nothing is scheduled', () => {
    const [only, ...more] = calendarFiles(edition({ briefings: [briefing('2026/a')] }));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ path: '/calendar.ics', view: { events: [] } });
  });
});
