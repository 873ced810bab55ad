import { describe, expect, test } from 'vitest';
import { comingUpView } from '../../../src/newsroom/views/coming.ts';
import { briefing, edition, site, story } from '../../support/unit-factory.ts';

const scheduled = (date: string, text: string, id?: string) => ({
  ...(id !== undefined && { id }),
  date,
  text,
  status: 'scheduled' as const,
});

describe('the page of all that is coming up', () => {
  const briefings = [
    briefing('2026/pier', {
      headline: 'A pier is planned',
      timeline: [scheduled('2026-02-03', 'The pier opens'), scheduled('2026-01-05', 'The pier is inspected')],
    }),
    briefing('2026/old', {
      story: 'port',
      publishedAt: '2026-01-05T12:00:00Z',
      timeline: [
        scheduled('2026-02-01', 'A crane is delivered', 'crane'),
        scheduled('2026-01-20', 'A ship calls', 'ship'),
        scheduled('2026-02', 'The port is painted'),
        scheduled('2026-02-20', 'The port closes', 'closing'),
      ],
    }),
    briefing('2026/new', {
      story: 'port',
      timeline: [
        scheduled('2026-02-10', 'The crane is delivered', 'crane'),
        { id: 'closing', date: '2026-02-20', text: 'The port closes', status: 'cancelled' },
        { date: '2026-01-20', text: 'It rains' },
      ],
    }),
  ];
  const stories = [story('port', { headline: 'The port' })];
  const view = comingUpView(edition({ briefings, stories }));

  test('has what is still to come in every story once, soonest first, with the story or the briefing', () => {
    expect(view.coming.map(({ text, date, moved, place }) => [text, date.parts[0]?.text, moved, place])).toEqual([
      ['The port is painted', 'February 2026', undefined, { text: 'The port', href: '/stories/port/' }],
      ['The pier opens', '3 February 2026', undefined, { text: 'A pier is planned', href: '/briefings/2026/pier/' }],
      [
        'The crane is delivered',
        '10 February 2026',
        'Moved from 1 February 2026',
        { text: 'The port', href: '/stories/port/' },
      ],
    ]);
  });

  test('has apart what is past and was never confirmed, the latest first', () => {
    expect(view.unconfirmed.map(({ text, place }) => [text, place?.text])).toEqual([
      ['A ship calls', 'The port'],
      ['The pier is inspected', 'A pier is planned'],
    ]);
  });

  test('goes by the day of the publication', () => {
    const ships = [briefing('2026/a', { timeline: [scheduled('2026-01-26', 'A ship calls')] })];
    const there = (timeZone: string) => comingUpView(edition({ site: [site({ timeZone })], briefings: ships }));
    expect(there('America/Adak')).toMatchObject({ coming: [{ text: 'A ship calls' }], unconfirmed: [] });
    expect(there('Europe/Kyiv')).toMatchObject({ coming: [], unconfirmed: [{ text: 'A ship calls' }] });
  });

  test('is there, with its address, when nothing is scheduled', () => {
    const empty = comingUpView(edition());
    expect(empty).toMatchObject({ coming: [], unconfirmed: [] });
    expect(empty.frame).toMatchObject({
      title: 'Coming up – Harbour News',
      canonical: 'https://example.org/coming-up/',
    });
  });
});
