import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byDate, mergeEvents } from '../../../src/newsroom/events.ts';
import { compareEventDates, eventDate } from '../../../src/schemas/event-date.ts';
import { eventDates } from '../../support/unit-dates.ts';
import { briefing } from '../../support/unit-factory.ts';
import { anyOrder } from '../../support/unit-order.ts';

describe('the order of events', () => {
  test('puts what is known less exactly before what is known more exactly, and a day before a range from it', () => {
    const inOrder = [
      '2014',
      '2026',
      // As long as a day is.
      '2026/2027~',
      '2026-01',
      '2026-01-05',
      '2026-01-05/2026-01-07',
      '2026-01-06',
      '2026-02~',
      '2027',
    ];
    fc.assert(
      fc.property(anyOrder(inOrder), (mixed) => {
        const timeline = mixed.map((date) => ({ date, text: `On ${date}` }));
        expect(mergeEvents([briefing('2026/a', { timeline })]).map(({ date }) => date)).toEqual(inOrder);
      }),
    );
  });

  test('is total: any two have one order, and of any three the first is before the last', () => {
    const sign = (a: string, b: string) => Math.sign(byDate({ date: a }, { date: b }));
    fc.assert(
      fc.property(eventDates(), eventDates(), eventDates(), (a, b, c) => {
        expect(sign(a, b) + sign(b, a)).toBe(0);
        expect(sign(a, a)).toBe(0);
        const [first = '', second = '', third = ''] = [a, b, c].sort(sign);
        expect([sign(first, second), sign(second, third), sign(first, third)]).not.toContain(1);
      }),
    );
  });

  test('leaves events of one date as the newest briefing has them', () => {
    fc.assert(
      fc.property(fc.array(eventDates(), { minLength: 1, maxLength: 12 }), (dates) => {
        const timeline = dates.map((date, index) => ({ date, text: `Event ${index}` }));
        const merged = mergeEvents([briefing('2026/a', { timeline })]);
        const place = ({ text }: { text: string }) => timeline.findIndex((event) => event.text === text);
        for (const [index, event] of merged.entries()) {
          const above = merged[index - 1];
          if (above && compareEventDates(eventDate(above.date), eventDate(event.date)) === 0) {
            expect(place(event)).toBeGreaterThan(place(above));
          }
        }
      }),
    );
  });
});
