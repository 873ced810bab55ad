import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateStyle, dateView, dayText, instantText, isPast, monthText, yearOf } from '../../src/newsroom/dates.ts';
import { dateText, eventDates } from '../support/unit-dates.ts';

const BRITISH: DateStyle = { language: 'en-GB', timeZone: 'UTC' };
const GERMAN: DateStyle = { language: 'de-DE', timeZone: 'UTC' };
const UKRAINIAN: DateStyle = { language: 'uk', timeZone: 'UTC' };
const ARABIC: DateStyle = { language: 'ar', timeZone: 'UTC' };
const EGYPTIAN: DateStyle = { language: 'ar-EG', timeZone: 'UTC' };

/** Days begin here when it is 10:00 in UTC on the day before… */
const KIRITIMATI: DateStyle = { language: 'en-GB', timeZone: 'Pacific/Kiritimati' };
/** …and here, in winter, when it is 10:00 in UTC on the same day. */
const ADAK: DateStyle = { language: 'en-GB', timeZone: 'America/Adak' };

describe('the date of an event', () => {
  test.each([
    ['2014', '2014', '2014'],
    ['2022-02', 'February 2022', 'Feb 2022'],
    ['2026-02-01', '1 February 2026', '1 Feb 2026'],
    ['2026-02~', 'about February 2026', 'about Feb 2026'],
    ['2014~', 'about 2014', 'about 2014'],
    ['2026-01-23/2026-01-24', '23–24 January 2026', '23–24 Jan 2026'],
    ['2026-01-30/2026-02-02', '30 January – 2 February 2026', '30 Jan – 2 Feb 2026'],
    ['2025-12-30/2026-01-02', '30 December 2025 – 2 January 2026', '30 Dec 2025 – 2 Jan 2026'],
    ['2022-02/2022-04', 'February – April 2022', 'Feb – Apr 2022'],
    ['2022-11/2023-02', 'November 2022 – February 2023', 'Nov 2022 – Feb 2023'],
    ['2014/2016', '2014–2016', '2014–2016'],
  ])('%s is written %s, and short %s', (edtf, long, short) => {
    expect(plain(dateText(edtf, BRITISH))).toBe(long);
    expect(plain(dateText(edtf, BRITISH, 'short'))).toBe(short);
  });

  test.each([
    ['2014', '2014', '2014'],
    ['2022-03', 'März 2022', 'März 2022'],
    ['2026-02-01', '1. Februar 2026', '1. Feb. 2026'],
    ['2026-01-23/2026-01-24', '23.–24. Januar 2026', '23.–24. Jan. 2026'],
    ['2026-01-30/2026-02-02', '30. Januar – 2. Februar 2026', '30. Jan. – 2. Feb. 2026'],
    ['2025-12-30/2026-01-02', '30. Dezember 2025 – 2. Januar 2026', '30. Dez. 2025 – 2. Jan. 2026'],
    ['2014/2016', '2014–2016', '2014–2016'],
  ])('%s is written %s in German, and short %s', (edtf, long, short) => {
    expect(plain(dateText(edtf, GERMAN))).toBe(long);
    expect(plain(dateText(edtf, GERMAN, 'short'))).toBe(short);
  });

  test.each([
    ['2014~', 'приблизно 2014', 'приблизно 2014'],
    ['2022-02', 'лютий 2022 р.', 'лют. 2022 р.'],
    ['2026-02~', 'приблизно лютий 2026 р.', 'приблизно лют. 2026 р.'],
    ['2026-02-01', '1 лютого 2026 р.', '1 лют. 2026 р.'],
    ['2026-01-23/2026-01-24', '23–24 січня 2026 р.', '23–24 січ. 2026 р.'],
    ['2026-01-30/2026-02-02', '30 січня – 2 лютого 2026 р.', '30 січ. – 2 лют. 2026 р.'],
    ['2014/2016', '2014–2016', '2014–2016'],
  ])('%s is written %s in Ukrainian, with the month in its case, and short %s', (edtf, long, short) => {
    expect(plain(dateText(edtf, UKRAINIAN))).toBe(long);
    expect(plain(dateText(edtf, UKRAINIAN, 'short'))).toBe(short);
  });

  test.each([
    ['2014~', 'نحو 2014', 'نحو ٢٠١٤'],
    ['2022-02', 'فبراير 2022', 'فبراير ٢٠٢٢'],
    ['2026-02-01', '1 فبراير 2026', '١ فبراير ٢٠٢٦'],
    ['2026-01-23/2026-01-24', '23–24 يناير 2026', '٢٣–٢٤ يناير ٢٠٢٦'],
    ['2026-01-30/2026-02-02', '30 يناير – 2 فبراير 2026', '٣٠ يناير – ٢ فبراير ٢٠٢٦'],
  ])('%s is written %s in Arabic, and %s with the digits of Egypt', (edtf, arabic, egyptian) => {
    expect(plain(dateText(edtf, ARABIC))).toBe(arabic);
    expect(plain(dateText(edtf, EGYPTIAN))).toBe(egyptian);
  });

  test('has its year in the digits of its language where that is not seen', () => {
    expect(dateView('2026-02-01', EGYPTIAN, 'short', 2026).year).toBe('٢٠٢٦');
    expect(dateView('2026-02-01', UKRAINIAN, 'short', 2026).year).toBe('2026');
  });

  test('gives each of its ends to machines, at the precision that it has', () => {
    expect(dateView('2014', BRITISH).parts).toEqual([{ text: '2014', datetime: '2014' }]);
    expect(dateView('0033-04', BRITISH).parts).toEqual([{ text: 'April 33', datetime: '0033-04' }]);
    expect(dateView('2026-02~', BRITISH).parts).toEqual([
      { text: 'about ' },
      { text: 'February 2026', datetime: '2026-02' },
    ]);
    expect(dateView('2026-01-23/2026-01-24', BRITISH).parts).toEqual([
      { text: '23', datetime: '2026-01-23' },
      { text: '–' },
      { text: '24 January 2026', datetime: '2026-01-24' },
    ]);
  });

  test('says nothing that the file does not say', () => {
    fc.assert(
      fc.property(eventDates(), fc.constantFrom('long', 'short'), (edtf, length) => {
        const { parts } = dateView(edtf, BRITISH, length);
        const points = edtf.replaceAll('~', '').split('/');
        const text = parts.map((part) => part.text).join('');
        const numbers = points.flatMap((point) => point.split('-')).map(Number);
        expect(numbers).toEqual(expect.arrayContaining((text.match(/\d+/g) ?? []).map(Number)));
        for (const { datetime } of parts) if (datetime !== undefined) expect(points).toContain(datetime);
        if (points.every((point) => point.length === 4)) expect(text.replace('about', '')).not.toMatch(/\p{L}/u);
      }),
    );
  });

  test('is the same wherever the publication is: it has no time zone', () => {
    for (const style of [KIRITIMATI, ADAK]) {
      expect(dateText('2026-02-01', style)).toBe('1 February 2026');
      expect(plain(dateText('2025-12-31/2026-01-01', style))).toBe('31 December 2025 – 1 January 2026');
    }
  });
});

describe('a date below an entry of the same year', () => {
  test.each([
    ['2026-02-01', '1 Feb'],
    ['2026-02', 'Feb'],
    ['2026-02~', 'about Feb'],
    ['2026-01-23/2026-01-24', '23–24 Jan'],
    ['2026-01-30/2026-02-02', '30 Jan – 2 Feb'],
  ])('%s is written %s, with the year beside it', (edtf, text) => {
    const { parts, year } = dateView(edtf, BRITISH, 'short', 2026);
    expect(plain(parts.map((part) => part.text).join(''))).toBe(text);
    expect(year).toBe('2026');
  });

  test.each([
    ['2026', '2026', 'has nothing but its year'],
    ['2025-12-30/2026-01-02', '30 Dec 2025 – 2 Jan 2026', 'spans two years'],
    ['2025-02-01', '1 Feb 2025', 'is of another year'],
  ])('%s keeps its year (%s), since it %s', (edtf, text) => {
    const { parts, year } = dateView(edtf, BRITISH, 'short', 2026);
    expect(plain(parts.map((part) => part.text).join(''))).toBe(text);
    expect(year).toBeUndefined();
  });

  test('may leave out the year of every date that lies in one', () => {
    expect(yearOf('2026')).toBe(2026);
    expect(yearOf('2026-01-30/2026-02-02')).toBe(2026);
    expect(yearOf('2025-12-30/2026-01-02')).toBeUndefined();
  });
});

describe('an instant', () => {
  test.each([
    ['2026-01-26T09:59:59Z', KIRITIMATI, '26 January 2026'],
    ['2026-01-26T10:00:00Z', KIRITIMATI, '27 January 2026'],
    ['2026-01-27T09:59:59Z', ADAK, '26 January 2026'],
    ['2026-01-27T10:00:00Z', ADAK, '27 January 2026'],
    ['2026-01-26T23:59:59Z', BRITISH, '26 January 2026'],
    ['2026-01-27T01:59:59+02:00', BRITISH, '26 January 2026'],
  ])('%s is of the day that it is there', (instant, style, day) => {
    expect(dayText(instant, style)).toBe(day);
  });

  test('is of the month that it is there', () => {
    expect(monthText('2026-01-31T10:00:00Z', KIRITIMATI)).toBe('February 2026');
    expect(monthText('2026-02-01T09:59:59Z', ADAK)).toBe('January 2026');
  });

  test('is written with its day, its time and its zone', () => {
    expect(instantText('2026-01-27T00:00:00Z', BRITISH)).toMatch(/^27 January 2026\b.*\b00:00 UTC$/);
    expect(instantText('2026-01-27T00:00:00Z', KIRITIMATI)).toMatch(/^27 January 2026\b.*\b14:00 GMT\+14$/);
  });
});

describe('a date is past', () => {
  test.each([
    ['2026-01-26', KIRITIMATI, '2026-01-26T09:59:59Z', '2026-01-26T10:00:00Z'],
    ['2026-01-26', ADAK, '2026-01-27T09:59:59Z', '2026-01-27T10:00:00Z'],
    ['2026-01-26', BRITISH, '2026-01-26T23:59:59Z', '2026-01-27T00:00:00Z'],
    ['2026-02', BRITISH, '2026-02-28T23:59:59Z', '2026-03-01T00:00:00Z'],
    ['2025', BRITISH, '2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z'],
    ['2026-01-23/2026-01-24', BRITISH, '2026-01-24T23:59:59Z', '2026-01-25T00:00:00Z'],
    ['2026-02~', BRITISH, '2026-02-28T23:59:59Z', '2026-03-01T00:00:00Z'],
  ])('when the last day of %s is over there', (edtf, style, lastMoment, nextDay) => {
    expect(isPast(edtf, lastMoment, style)).toBe(false);
    expect(isPast(edtf, nextDay, style)).toBe(true);
  });
});

/** With plain spaces: languages set off the dash of a range by spaces of several widths. */
function plain(text: string): string {
  return text.replaceAll(/\s/gu, ' ');
}

test('years are those of the Gregorian calendar in every language', () => {
  expect(dateText('2014', { language: 'th', timeZone: 'UTC' })).toContain('2014');
  expect(dayText('2014-06-01T12:00:00Z', { language: 'th', timeZone: 'UTC' })).toContain('2014');
});
