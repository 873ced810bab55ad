import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareEventDates, eventDate, lastDay, parseEventDate } from '../../src/schemas/event-date.ts';
import { eventDates } from '../support/unit-dates.ts';

describe('a date that an editor writes', () => {
  test.each([
    ['2014', { start: { year: 2014 } }],
    ['2022-02', { start: { year: 2022, month: 2 } }],
    ['2026-02-01', { start: { year: 2026, month: 2, day: 1 } }],
    ['2024-02-29', { start: { year: 2024, month: 2, day: 29 } }],
    ['2000-02-29', { start: { year: 2000, month: 2, day: 29 } }],
    ['0033-04-03', { start: { year: 33, month: 4, day: 3 } }],
    ['2026-01-23/2026-01-24', { start: { year: 2026, month: 1, day: 23 }, end: { year: 2026, month: 1, day: 24 } }],
    ['2025-12/2026-01', { start: { year: 2025, month: 12 }, end: { year: 2026, month: 1 } }],
    ['2014/2016', { start: { year: 2014 }, end: { year: 2016 } }],
  ])('%s is read at the precision that it has', (text, points) => {
    expect(parseEventDate(text)).toEqual({ ok: true, date: { edtf: text, approximate: false, ...points } });
  });

  test.each(['2014~', '2026-02~', '2026-02-01~', '2014~/2016', '2014/2016~'])('%s is read as "about"', (text) => {
    expect(eventDate(text)).toMatchObject({ edtf: text, approximate: true });
  });

  test.each([
    ['2026-02-30', '2026-02 has 28 days'],
    ['2026-02-29', '2026-02 has 28 days'],
    ['1900-02-29', '1900-02 has 28 days'],
    ['2026-04-31', '2026-04 has 30 days'],
    ['2026-01-00', '2026-01 has 31 days'],
    ['2026-13', 'there is no month 13'],
    ['2026-00', 'there is no month 00'],
    ['2026-21', 'there is no month 21'],
    ['2026-01-24/2026-01-23', 'the range ends (2026-01-23) before or when it starts (2026-01-24)'],
    ['2026-01-23/2026-01-23', 'the range ends (2026-01-23) before or when it starts (2026-01-23)'],
    ['2014/2014', 'the range ends (2014) before or when it starts (2014)'],
    ['2026-01-23/2026-02-30', '2026-02 has 28 days'],
    ['2014/2022-03', 'the two dates of a range are equally exact, as in 2022-02/2022-03'],
    ['0000-01', 'there is no year 0000'],
    ['2014/2015/2016', 'a range has two dates, as in 2026-01-23/2026-01-24'],
  ])('%s is refused, and the reason is told', (text, problem) => {
    expect(parseEventDate(text)).toEqual({ ok: false, problem });
  });

  test.each([
    '1 Feb 2026',
    'February 2026',
    '20260201',
    '2026-2-1',
    '26-02-01',
    '2026-02-01T18:30:00Z',
    '2026-02-01 18:30',
    '2026-02/..',
    '../2026',
    '2026/',
    '/2026',
    '201X',
    '201u',
    '-0500',
    '2026?',
    '2026%',
    '~2026',
    '2026 ',
    '',
  ])('"%s" is refused as no date', (text) => {
    expect(parseEventDate(text)).toEqual({ ok: false, problem: 'it is not a date in one of the accepted forms' });
  });

  test('eventDate throws for a text that a schema would have refused', () => {
    expect(() => eventDate('2026-02-30')).toThrow(new RangeError('"2026-02-30": 2026-02 has 28 days'));
  });
});

describe('the order of dates', () => {
  test('is by start; of dates that begin together, the less exact and the shorter come first', () => {
    const inOrder = [
      '2013-12-31',
      '2014',
      '2014/2015',
      '2014-03',
      '2014-03-01',
      '2014-03-01/2014-03-02',
      '2014-03-01/2014-03-05',
      '2014-03-02',
      '2014-12',
      '2015',
    ];
    expect(sorted([...inOrder].reverse())).toEqual(inOrder);
  });

  test('is the other way round when the dates change places', () => {
    fc.assert(
      fc.property(eventDates(), eventDates(), (a, b) => {
        // Adding 0 takes the sign off a negative zero.
        expect(sign(a, b)).toBe(-sign(b, a) + 0);
      }),
    );
  });

  test('has a place for every two dates, and the same place only for the same date', () => {
    fc.assert(
      fc.property(eventDates(), eventDates(), (a, b) => {
        expect([-1, 0, 1]).toContain(sign(a, b));
        expect(sign(a, b) === 0).toBe(exact(a) === exact(b));
      }),
    );
  });

  test('holds over three dates', () => {
    fc.assert(
      fc.property(eventDates(), eventDates(), eventDates(), (a, b, c) => {
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('does not depend on the order in which the dates were read', () => {
    const lists = fc
      .array(eventDates(), { maxLength: 12 })
      .chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
      );
    fc.assert(
      fc.property(lists, ([list, shuffled]) => {
        expect(sorted(shuffled).map(exact)).toEqual(sorted(list).map(exact));
      }),
    );
  });
});

describe('the last day of a date', () => {
  test.each([
    ['2014', '2014-12-31'],
    ['2022-02', '2022-02-28'],
    ['2024-02', '2024-02-29'],
    ['2026-04', '2026-04-30'],
    ['2026-12', '2026-12-31'],
    ['2026-02-01', '2026-02-01'],
    ['2026-02~', '2026-02-28'],
    ['2026-01-30/2026-02-02', '2026-02-02'],
    ['2025-11/2026-02', '2026-02-28'],
    ['2014/2016', '2016-12-31'],
    ['0004-02', '0004-02-29'],
  ])('of %s is %s', (text, day) => {
    expect(lastDay(eventDate(text))).toBe(day);
  });
});

function sign(a: string, b: string): number {
  return Math.sign(compareEventDates(eventDate(a), eventDate(b)));
}

function sorted(texts: readonly string[]): string[] {
  return texts
    .map(eventDate)
    .sort(compareEventDates)
    .map(({ edtf }) => edtf);
}

/** The date without its "about", which has no part in the order. */
function exact(text: string): string {
  return text.replaceAll('~', '');
}
