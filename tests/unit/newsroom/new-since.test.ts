import { describe, expect, test } from 'vitest';
import { homeView } from '../../../src/newsroom/views/home.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import { type BriefingFields, briefing, change, edition, site, story } from '../../support/unit-factory.ts';

/** The page of a story of some briefings, each at noon of a day of January, and the home page beside it. */
function pagesOf(days: Record<number, BriefingFields>, newSince = true) {
  const briefings = Object.entries(days).map(([day, fields]) =>
    briefing(`2026/${day}`, { publishedAt: `2026-01-${day}T12:00:00Z`, story: 'port', ...fields }),
  );
  const opened = edition({ site: [site({ newSince })], stories: [story('port')], briefings });
  const [port] = opened.stories;
  if (!port) throw new RangeError('the story is not public');
  return { home: homeView(opened), story: storyView(opened, port, '') };
}

/** Since when an event of that id is told as it is. */
function sinceOf(days: Record<number, BriefingFields>): string | undefined {
  const { before, timeline } = pagesOf(days).story;
  const [event, ...others] = [...before, ...timeline];
  expect(others).toEqual([]);
  return event?.since;
}

const opening = { id: 'opening', date: '2026-02-01', text: 'The crane is opened', status: 'scheduled' } as const;

describe('since when readers could see', () => {
  test('a briefing is since it was published, in UTC, on the home page and on that of its story', () => {
    const { home, story } = pagesOf({ 10: {}, 11: { publishedAt: '2026-01-11T14:00:00+02:00' } });
    expect(home.lead?.card.since).toBe('2026-01-11T12:00:00.000Z');
    expect(home.latest.map(({ since }) => since)).toEqual(['2026-01-10T12:00:00.000Z']);
    expect(story.cards.map(({ since }) => since)).toEqual(['2026-01-11T12:00:00.000Z', '2026-01-10T12:00:00.000Z']);
  });

  test('a briefing is since its embargo ended, where that was later', () => {
    const { home } = pagesOf({
      10: { embargoUntil: '2026-01-12T08:00:00Z' },
      8: { publishedAt: '2026-01-08T12:00:00Z', embargoUntil: '2026-01-01T08:00:00Z' },
    });
    expect(home.lead?.card.since).toBe('2026-01-12T08:00:00.000Z');
    expect(home.latest[0]?.since).toBe('2026-01-08T12:00:00.000Z');
  });

  test('an event is since the first briefing that tells it as the newest does', () => {
    const days = { 10: { timeline: [opening] }, 11: { timeline: [opening] }, 12: { timeline: [opening] } };
    expect(sinceOf(days)).toBe('2026-01-10T12:00:00.000Z');
  });

  test.each([
    ['moved', { ...opening, date: '2026-03-01' }],
    ['cancelled', { ...opening, status: 'cancelled' as const }],
  ])('an event is anew since it was %s', (_what, now) => {
    const days = { 10: { timeline: [opening] }, 11: { timeline: [now] }, 12: { timeline: [now] } };
    expect(sinceOf(days)).toBe('2026-01-11T12:00:00.000Z');
  });

  test('an event is since an update added it to a briefing', () => {
    const update = change('update', '2026-01-15T09:00:00Z', { added: ['opening'] });
    const other = change('update', '2026-01-16T09:00:00Z');
    expect(sinceOf({ 10: { timeline: [opening], changes: [other, update] } })).toBe('2026-01-15T09:00:00.000Z');
  });

  test('is told nowhere unless the publication asks for it', () => {
    const { home, story } = pagesOf({ 10: {}, 11: {} }, false);
    expect(JSON.stringify([home, story])).not.toContain('"since"');
    expect([home.newSince, story.newSince]).toEqual([false, false]);
    expect(pagesOf({ 10: {} }).home.newSince).toBe(true);
  });
});
