import { describe, expect, test } from 'vitest';
import { daysOf } from '../../../src/newsroom/days.ts';
import { dayView } from '../../../src/newsroom/views/day.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import { briefing, edition, site, story } from '../../support/unit-factory.ts';

const days = (briefings: ReturnType<typeof briefing>[], timeZone = 'UTC') => {
  const opened = edition({ site: [site({ timeZone })], briefings, stories: [story('port', { headline: 'The port' })] });
  return daysOf(opened).map((_day, index) => dayView(opened, index));
};
const only = (...dates: string[]) => ({ timeline: dates.map((date) => ({ date, text: `On ${date}` })) });

describe('the days of a publication', () => {
  test.each([
    ['UTC', ['2026-01-20']],
    ['Europe/Kyiv', ['2026-01-21']],
    ['America/New_York', ['2026-01-20']],
    ['Pacific/Kiritimati', ['2026-01-21']],
  ])('have a briefing on the day that it was published on in %s', (timeZone, dates) => {
    const shown = days([briefing('2026/a', { ...only('2014'), publishedAt: '2026-01-20T22:00:00Z' })], timeZone);
    expect(shown.map(({ date, cards }) => [date, cards.length])).toEqual(dates.map((date) => [date, 1]));
    expect(shown.map(({ cards }) => cards[0]?.day)).toEqual([undefined]);
  });

  test('do not shift the dates of events, which have no time zone', () => {
    for (const timeZone of ['Pacific/Kiritimati', 'America/Adak']) {
      const [day] = days([briefing('2026/a', only('2022-02-24'))], timeZone);
      expect(day).toMatchObject({ date: '2022-02-24', title: '24 February 2022', events: [{ text: 'On 2022-02-24' }] });
    }
  });

  test('have their briefings newest first, from a card that leads back to the day', () => {
    const shown = days([
      briefing('2026/early', { ...only('2014'), publishedAt: '2026-01-20T01:00:00Z' }),
      briefing('2026/late', { ...only('2014'), publishedAt: '2026-01-20T23:00:00Z' }),
      briefing('2026/next', { ...only('2014'), publishedAt: '2026-01-21T00:00:00Z' }),
    ]);
    expect(shown.map(({ date, cards }) => [date, cards.map(({ href }) => href)])).toEqual([
      ['2026-01-20', ['/briefings/2026/late/', '/briefings/2026/early/']],
      ['2026-01-21', ['/briefings/2026/next/']],
    ]);
  });

  test('have no event whose date is known to the month, to the year or about', () => {
    const dates = ['2014', '2022-02', '2014/2015', '2022-02/2022-03', '2026-01-18~', '2026-01-17/2026-01-19~'];
    const shown = days([briefing('2026/a', only(...dates))]);
    expect(shown.map(({ date, events }) => [date, events.length])).toEqual([['2026-01-20', 0]]);
  });

  test('have a range on its first and its last day, and between them where there is something else', () => {
    const shown = days([
      briefing('2026/a', {
        ...only('2026-01-01/2026-01-20', '2026-01-03', '2026-01-22'),
        publishedAt: '2026-01-21T12:00:00Z',
      }),
    ]);
    expect(shown.map(({ date, events }) => [date, events.map(({ text }) => text)])).toEqual([
      ['2026-01-01', ['On 2026-01-01/2026-01-20']],
      ['2026-01-03', ['On 2026-01-01/2026-01-20', 'On 2026-01-03']],
      ['2026-01-20', ['On 2026-01-01/2026-01-20']],
      ['2026-01-21', []],
      ['2026-01-22', ['On 2026-01-22']],
    ]);
  });

  test('say the date of an event again only where it is not that day alone', () => {
    const [, day] = days([briefing('2026/a', only('2026-01-01/2026-01-05', '2026-01-03'))]);
    expect(day?.events.map(({ text, date }) => [text, date?.parts.map((part) => part.text).join('')])).toEqual([
      ['On 2026-01-01/2026-01-05', '1–5 Jan 2026'],
      ['On 2026-01-03', undefined],
    ]);
  });

  test('have an event of a story once, with its story, and any other with its briefing', () => {
    const crane = { id: 'crane', date: '2026-01-05' };
    const shown = days([
      briefing('2026/old', {
        story: 'port',
        publishedAt: '2026-01-06T12:00:00Z',
        timeline: [{ ...crane, text: 'A crane is due', status: 'scheduled' }],
      }),
      briefing('2026/new', { story: 'port', timeline: [{ ...crane, text: 'The crane came' }] }),
      briefing('2026/single', { timeline: [{ ...crane, text: 'A ship came' }] }),
    ]);
    expect(shown[0]?.events.map(({ text, status, place }) => [text, status, place])).toEqual([
      ['The crane came', 'happened', { text: 'The port', href: '/stories/port/' }],
      ['A ship came', 'happened', { text: 'Headline of 2026/single', href: '/briefings/2026/single/' }],
    ]);
  });

  test('lead to the day before and after that has something, and have their address', () => {
    const shown = days([briefing('2026/a', only('2025-12-31', '2026-01-02'))]);
    expect(shown.map(({ earlier, later }) => [earlier?.href, later?.text])).toEqual([
      [undefined, '2 January 2026'],
      ['/days/2025-12-31/', '20 January 2026'],
      ['/days/2026-01-02/', undefined],
    ]);
    expect(shown[0]?.frame).toMatchObject({
      title: '31 December 2025 – Harbour News',
      canonical: 'https://example.org/days/2025-12-31/',
    });
  });

  test('are none of drafts, embargoed and withdrawn briefings', () => {
    const withdrawal = { kind: 'withdrawal' as const, at: '2026-01-22T00:00:00Z', what: 'Wrong.' };
    const shown = days([
      briefing('2026/draft', { ...only('2026-01-01'), draft: true }),
      briefing('2026/embargoed', { ...only('2026-01-02'), embargoUntil: '2026-02-01T00:00:00Z' }),
      briefing('2026/withdrawn', { ...only('2026-01-03'), changes: [withdrawal] }),
    ]);
    expect(shown).toEqual([]);
  });
});

test('a card of a briefing leads to its day in the time zone of the publication', () => {
  const entry = briefing('2026/a', { publishedAt: '2026-01-20T22:00:00Z', story: 'port' });
  const port = story('port');
  const opened = edition({ site: [site({ timeZone: 'Europe/Kyiv' })], briefings: [entry], stories: [port] });
  expect(storyView(opened, port, '').cards).toMatchObject([{ day: '/days/2026-01-21/' }]);
});
