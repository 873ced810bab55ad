import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendar } from '../../src/feeds/calendar.ts';
import type { CalendarEvent, CalendarView } from '../../src/newsroom/views/calendar.ts';

// Written by one library and read by another, as a calendar program would (RFC 5545).

const event: CalendarEvent = {
  uid: 'lift@example.org/stories/port/',
  sequence: 0,
  toldAt: '2026-01-20T12:30:00+02:00',
  isCancelled: false,
  text: 'The crane is lifted',
  description: '',
  page: 'https://example.org/stories/port/',
  from: '2026-03-10',
  to: '2026-03-10',
};

const view = (...events: Partial<CalendarEvent>[]): CalendarView => ({
  title: 'Harbour News',
  language: 'en-GB',
  self: 'https://example.org/calendar.ics',
  events: events.map((fields) => ({ ...event, ...fields })),
});

function read(text: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(text));
}

function eventsIn(text: string): ICAL.Event[] {
  return read(text)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
}

function only(fields: Partial<CalendarEvent>): ICAL.Event {
  const [first] = eventsIn(calendar(view(fields)));
  if (!first) throw new RangeError('there is no event');
  return first;
}

const propertyOf = (component: ICAL.Component, name: string) => String(component.getFirstPropertyValue(name));

describe('a calendar file', () => {
  test('says what it is, and where it is', () => {
    const file = read(calendar(view()));
    expect(file.name).toBe('vcalendar');
    expect(propertyOf(file, 'version')).toBe('2.0');
    expect(propertyOf(file, 'prodid')).not.toBe('null');
    expect(propertyOf(file, 'x-wr-calname')).toBe('Harbour News');
    expect(propertyOf(file, 'url')).toBe('https://example.org/calendar.ics');
    expect(file.getAllSubcomponents('vevent')).toEqual([]);
    // One component at the least (3.6).
    expect(file.getAllSubcomponents()).toHaveLength(1);
  });

  test('asks for no method: it is published, and nobody is invited', () => {
    const text = calendar(view({}));
    expect(text).not.toMatch(/^(METHOD:(?!PUBLISH)|ATTENDEE|ORGANIZER)/m);
  });

  test('has its events with their ids, their numbers, and when they were last told', () => {
    const [first, second] = eventsIn(calendar(view({ sequence: 3 }, { uid: 'other@example.org/' })));
    expect([first?.uid, first?.sequence]).toEqual(['lift@example.org/stories/port/', 3]);
    expect([second?.uid, second?.sequence]).toEqual(['other@example.org/', 0]);
    expect(first && propertyOf(first.component, 'dtstamp')).toBe('2026-01-20T10:30:00Z');
    expect(first && propertyOf(first.component, 'last-modified')).toBe('2026-01-20T10:30:00Z');
    expect(first && propertyOf(first.component, 'url')).toBe('https://example.org/stories/port/');
  });

  test.each([
    ['2026-03-10', '2026-03-10', '2026-03-11', 1],
    ['2026-03-01', '2026-03-31', '2026-04-01', 31],
    ['2028-02-01', '2028-02-29', '2028-03-01', 29],
    ['2026-12-31', '2027-01-02', '2027-01-03', 3],
    ['2026-10-25', '2026-10-25', '2026-10-26', 1],
  ])('has an event from %s to %s as whole days that end before %s', (from, to, end, days) => {
    const { startDate, endDate, duration } = only({ from, to });
    expect([startDate.isDate, endDate.isDate]).toEqual([true, true]);
    expect([startDate.toString(), endDate.toString()]).toEqual([from, end]);
    expect(duration.toSeconds() / 86_400).toBe(days);
  });

  test('takes nobody’s time', () => {
    expect(propertyOf(only({}).component, 'transp')).toBe('TRANSPARENT');
  });

  test('tells an event that was called off from one that stands', () => {
    expect(propertyOf(only({ isCancelled: true }).component, 'status')).toBe('CANCELLED');
    expect(propertyOf(only({}).component, 'status')).toBe('CONFIRMED');
  });

  test('leaves out a description that says nothing', () => {
    expect(only({}).component.hasProperty('description')).toBe(false);
    expect(only({ description: 'It weighs 300 t.' }).description).toBe('It weighs 300 t.');
  });

  test('gives back any text as it was written, in lines of 75 bytes at the most that end in CRLF', () => {
    const awkward = fc.constantFrom(',', ';', '\\', '\\n', ':', '"', "'", '😀', 'й', 'שלום', 'é', 'A', ' b', '&', '<');
    const texts = fc.array(awkward, { minLength: 1, maxLength: 120 }).map((parts) => `x${parts.join('')}x`);
    fc.assert(
      fc.property(texts, texts, (text, description) => {
        const written = calendar(view({ text, description }));
        const [read] = eventsIn(written);
        expect([read?.summary, read?.description]).toEqual([text, description]);
        expect(written.endsWith('END:VCALENDAR\r\n')).toBe(true);
        expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of written.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          // No letter is cut in two.
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test('is the same however often it is written', () => {
    const given = view({}, { uid: 'b@example.org/', isCancelled: true });
    expect(calendar(given)).toBe(calendar(given));
  });
});
