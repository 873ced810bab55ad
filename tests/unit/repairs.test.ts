import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repairedDate, repairedInstant } from '../../src/checks/repairs.ts';
import { parseEventDate } from '../../src/schemas/event-date.ts';
import { instant } from '../../src/schemas/scalars.ts';

describe('a date in another form that can mean one date alone', () => {
  test.each([
    ['2026/02/01', '2026-02-01'],
    ['2026.2.1', '2026-02-01'],
    ['2026-2-1', '2026-02-01'],
    ['2026.02', '2026-02'],
    ['1.2.2026', '2026-02-01'],
    ['01. 02. 2026', '2026-02-01'],
    ['13/2/2026', '2026-02-13'],
    ['31/12/2026', '2026-12-31'],
    ['1 February 2026', '2026-02-01'],
    ['1st Feb 2026', '2026-02-01'],
    ['22nd feb. 2026', '2026-02-22'],
    ['3rd MARCH, 2026', '2026-03-03'],
    ['February 1, 2026', '2026-02-01'],
    ['Sep 4th 2026', '2026-09-04'],
    ['may 2026', '2026-05'],
    ['May, 2026', '2026-05'],
    ['  2026-02-01  ', '2026-02-01'],
    ['c. 2014', '2014~'],
    ['ca. May 2014', '2014-05~'],
    ['circa 2014', '2014~'],
    ['about 1 May 2014', '2014-05-01~'],
    ['~2014', '2014~'],
    ['2014.05~', '2014-05~'],
    ['2026-01-23 – 2026-01-24', '2026-01-23/2026-01-24'],
    ['2026-01-23 to 2026-01-24', '2026-01-23/2026-01-24'],
    ['2026-01-23 - 2026-01-24', '2026-01-23/2026-01-24'],
    ['2026-01-23—2026-01-24', '2026-01-23/2026-01-24'],
    ['23 January 2026 – 24 January 2026', '2026-01-23/2026-01-24'],
    ['May 2014 to June 2014', '2014-05/2014-06'],
  ])('%j is mended as %s', (text, date) => {
    expect(repairedDate(text)).toBe(date);
  });

  test.each([
    ['1/2/2026', 'is two days, on two sides of an ocean'],
    ['12/12/2026', 'is one day, which looks as if it were two'],
    ['1-2-2026', 'is two days'],
    ['01/02/03', 'is three'],
    ['26-01-23', 'has no century'],
    ['Jan 26', 'has no year'],
    ['26', 'is no year'],
    ['20260123', 'has no marks'],
    ['2026-02-30', 'does not exist'],
    ['2004/05', 'may be a season of two years'],
    ['2026-01/02', 'may be two months'],
    ['30 February 2026', 'does not exist'],
    ['2026-13', 'does not exist'],
    ['0000', 'does not exist'],
    ['2026-1-24 – 2026-1-23', 'runs backwards'],
    ['23 – 24 January 2026', 'is half a date'],
    ['2026-01-23/24', 'is half a date'],
    ['2014 to May 2015', 'is not equally exact'],
    ['spring 2026', 'is a season'],
    ['Februar 2026', 'is of another language'],
    ['Q1 2026', 'is a quarter'],
    ['2026-01-23T10:00', 'has a time'],
    ['a 1 May 2014', 'has more words'],
    ['1 May 2014 at noon', 'has more words'],
    ['', 'is empty'],
    ['2026-02-01', 'is right as it is'],
    ['2026-01-23/2026-01-24', 'is right as it is'],
    ['2014~', 'is right as it is'],
  ])('%j, which %s, is left to the editor', (text) => {
    expect(repairedDate(text)).toBeUndefined();
  });

  test('is the date that was written, whatever its form', () => {
    const written = fc
      .record({
        day: fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }),
        form: fc.constantFrom(...FORMS),
      })
      .map(({ day, form }) => {
        const iso = day.toISOString().slice(0, 10);
        return { iso, text: form(iso) };
      });
    fc.assert(
      fc.property(written, ({ iso, text }) => {
        expect(repairedDate(text)).toBe(text === iso ? undefined : iso);
      }),
    );
  });

  test('can always be read, and is no other than what is left out of its figures', () => {
    const piece = fc.constantFrom(
      ...['2026', '2014', '0', '1', '2', '12', '13', '31', '05', '-', '/', '.', ' ', ', ', '~', ' – ', ' to '],
      ...['Feb', 'march', 'May.', 'th', 'st', 'c. ', 'about '],
    );
    const text = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const repaired = repairedDate(given);
        if (repaired === undefined) return;
        expect(parseEventDate(repaired).ok).toBe(true);
        expect(repairedDate(repaired)).toBeUndefined();
        const numbers = (whole: string) => (whole.match(/\d+/g) ?? []).map(Number);
        // Months by name have no figure in what was given.
        for (const number of numbers(given)) expect(numbers(repaired)).toContain(number);
      }),
      { numRuns: 5000 },
    );
  });
});

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'];
const NAMES = [...MONTHS, 'November', 'December'];

/** Forms of a day, each made of `yyyy-mm-dd` without the functions that are tested. */
const FORMS: ((iso: string) => string)[] = [
  (iso) => iso,
  (iso) => iso.replaceAll('-', '/'),
  (iso) => iso.replaceAll('-', '.'),
  (iso) => iso.split('-').reverse().join('.'),
  (iso) => iso.split('-').map(Number).reverse().join('. '),
  (iso) => `${Number(iso.slice(8))} ${nameOf(iso)} ${iso.slice(0, 4)}`,
  (iso) => `${nameOf(iso).slice(0, 3)}. ${iso.slice(8)}, ${iso.slice(0, 4)}`,
  (iso) => `${Number(iso.slice(8))}th ${nameOf(iso).toLowerCase()}, ${iso.slice(0, 4)}`,
];

function nameOf(iso: string): string {
  return NAMES[Number(iso.slice(5, 7)) - 1] ?? '';
}

describe('an instant in another form', () => {
  test.each([
    ['2026-01-26 18:30:00Z', '2026-01-26T18:30:00Z'],
    ['2026-01-26t18:30:00z', '2026-01-26T18:30:00Z'],
    ['2026-01-26T18:30Z', '2026-01-26T18:30:00Z'],
    ['2026-01-26 8:05 UTC', '2026-01-26T08:05:00Z'],
    ['2026-01-26 8:05:09 GMT', '2026-01-26T08:05:09Z'],
    ['2026-01-26T18:30:00+02', '2026-01-26T18:30:00+02:00'],
    ['2026-01-26T18:30:00+0200', '2026-01-26T18:30:00+02:00'],
    ['2026-01-26 18:30:00.25 -05:30', '2026-01-26T18:30:00.25-05:30'],
    [' 2026-01-26T18:30:00Z ', '2026-01-26T18:30:00Z'],
  ])('%j is mended as %s', (text, mended) => {
    expect(repairedInstant(text)).toBe(mended);
  });

  test.each([
    ['2026-01-26T18:30:00', 'has no offset'],
    ['2026-01-26', 'has no time'],
    ['2026-01-26 18:30 CET', 'has an offset that has to be looked up'],
    ['2026-01-26T25:00:00Z', 'does not exist'],
    ['2026-02-30 18:30:00Z', 'does not exist'],
    ['2026-04-31T18:30Z', 'does not exist'],
    ['2026-13-01 18:30Z', 'does not exist'],
    ['2026-01-26 24:00Z', 'is another day as some read it'],
    ['2026-01-26 6:30 pm Z', 'has two halves of the day'],
    ['26-01-26T18:30:00Z', 'has no century'],
    ['2026-01-26T18:30:00Z', 'is right as it is'],
    ['2026-01-26T18:30:00+25:00', 'has an offset that no place has'],
  ])('%j, which %s, is left to the editor', (text) => {
    expect(repairedInstant(text)).toBeUndefined();
  });

  test('is one that the schema takes, and that means the same', () => {
    const number = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
    const parts = fc.tuple(
      ...[
        fc.constantFrom('2026-01-26', '2026-02-29', '2024-02-29', '2026-04-31'),
        fc.constantFrom('T', 't', ' ', '  '),
      ],
      ...[
        number(24),
        number(60),
        fc.option(number(60)),
        fc.constantFrom('Z', 'z', ' UTC', '+02', '-0530', '+14:00', ''),
      ],
    );
    fc.assert(
      fc.property(parts, ([day, mark, hour, minute, second, offset]) => {
        const text = `${day}${mark}${hour}:${minute}${second === null ? '' : `:${second}`}${offset}`;
        const repaired = repairedInstant(text);
        if (repaired === undefined) return;
        expect(instant().safeParse(repaired).success).toBe(true);
        expect(repaired.slice(0, 16)).toBe(`${day}T${hour}:${minute}`);
      }),
      { numRuns: 2000 },
    );
  });
});
