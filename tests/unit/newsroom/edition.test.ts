import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { briefingsOfStory, briefingsOfTopic, openEdition } from '../../../src/newsroom/edition.ts';
import { isPublic } from '../../../src/newsroom/public.ts';
import { homeView } from '../../../src/newsroom/views/home.ts';
import { listingSlices } from '../../../src/newsroom/views/listing.ts';
import { sitemaps } from '../../../src/newsroom/views/sitemap.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import { topicCards } from '../../../src/newsroom/views/topic.ts';
import { AS_OF, briefing, edition, publication, story, topic } from '../../support/unit-factory.ts';
import { feedOf } from '../../support/unit-feeds.ts';
import { anyOrder, instants } from '../../support/unit-order.ts';

describe('whether a briefing is public', () => {
  test.each([
    ['2026-01-27T00:00:00Z', '2026-01-26T23:59:59Z', false],
    ['2026-01-27T00:00:00Z', '2026-01-27T00:00:00Z', true],
    ['2026-01-27T02:00:00+02:00', '2026-01-26T23:59:59.999Z', false],
    ['2026-01-27T02:00:00+02:00', '2026-01-27T00:00:00Z', true],
  ])('with an embargo until %s, as of %s, is %s', (embargoUntil, asOf, expected) => {
    expect(isPublic({ draft: false, embargoUntil }, asOf)).toBe(expected);
  });

  test('does not depend on the embargo of a draft, which never is', () => {
    expect(isPublic({ draft: true, embargoUntil: '2020-01-01T00:00:00Z' }, AS_OF)).toBe(false);
    expect(isPublic({ draft: true }, AS_OF)).toBe(false);
    expect(isPublic({ draft: false }, AS_OF)).toBe(true);
  });
});

describe('a draft and an embargoed briefing', () => {
  const story1 = story('port');
  const hidden = [
    briefing('2026/draft', { headline: 'Hidden draft', draft: true, story: 'port', topics: ['harbour', 'secret'] }),
    briefing('2026/later', { headline: 'Hidden embargo', embargoUntil: '2026-01-27T00:00:01Z', story: 'pier' }),
  ];
  const shown = briefing('2026/shown', {
    story: 'port',
    timeline: [{ date: '2026-01-02', text: 'Shown event' }],
  });
  const parts = {
    briefings: [...hidden, shown],
    stories: [story1, story('pier')],
    topics: [topic('harbour'), topic('secret')],
  };
  const opened = edition(parts);

  test('are in no list, count, story or timeline', async () => {
    const feed = await feedOf(opened);
    const views = [
      homeView(opened),
      listingSlices(opened),
      storyView(opened, story1, ''),
      sitemaps(opened),
      feed,
      await feedOf(opened, 'topics/harbour'),
    ];
    for (const view of views) {
      const text = JSON.stringify(view);
      expect(text).toContain('2026/shown');
      expect(text).not.toMatch(/Hidden|2026\/draft|2026\/later|Event of|stories\/pier/);
    }
    expect(feed.items).toHaveLength(1);
    expect(briefingsOfTopic(opened, 'harbour')).toEqual([shown]);
    expect(briefingsOfStory(opened, 'port')).toEqual([shown]);
    expect(topicCards(opened).map(({ text, count }) => [text, count])).toEqual([
      ['Topic harbour', 1],
      ['Topic secret', 0],
    ]);
  });

  test('leave out a story that has no other briefing', () => {
    expect(opened.stories).toEqual([story1]);
  });

  test('are shown to editors', () => {
    const all = openEdition(publication(parts), AS_OF, true);
    expect(all.briefings.map(({ id }) => id)).toEqual(['2026/draft', '2026/later', '2026/shown']);
    expect(all.stories.map(({ id }) => id)).toEqual(['port', 'pier']);
    expect(topicCards(all).map(({ count }) => count)).toEqual([3, 1]);
  });
});

describe('the order of an edition', () => {
  const briefings = [
    briefing('2026/b', { publishedAt: '2026-01-20T12:00:00Z', story: 'old' }),
    briefing('2026/a', { publishedAt: '2026-01-20T12:00:00Z' }),
    briefing('2026/east', { publishedAt: '2026-01-21T01:00:00+03:00', story: 'new' }),
    briefing('2026/west', { publishedAt: '2026-01-20T21:59:59-01:00' }),
    briefing('2025/z', { publishedAt: '2025-12-31T23:59:59Z', story: 'new' }),
  ];
  const stories = [story('old'), story('new'), story('untold')];
  const topics = [topic('pier', 'Pier'), topic('crane', 'crane'), topic('ebb', 'Ébb'), topic('fog', 'Fog')];

  test('is newest first by the instant, whatever its offset, and by id where the instant is the same', () => {
    const { briefings: ordered } = edition({ briefings });
    expect(ordered.map(({ id }) => id)).toEqual(['2026/west', '2026/east', '2026/a', '2026/b', '2025/z']);
  });

  test('is total: any two briefings have one order, whichever was read first', () => {
    const given = fc
      .array(instants(), { maxLength: 6 })
      .map((list) => list.map((publishedAt, index) => briefing(`2026/b-${index}`, { publishedAt })));
    const pairs = given.chain((list) => fc.tuple(fc.constant(list), anyOrder(list)));
    fc.assert(
      fc.property(pairs, ([list, mixed]) => {
        const ordered = edition({ briefings: mixed }).briefings;
        expect(ordered).toEqual(edition({ briefings: list }).briefings);
        for (const [index, { id, data }] of ordered.slice(1).entries()) {
          const [above, below] = [Date.parse(ordered[index]?.data.publishedAt ?? ''), Date.parse(data.publishedAt)];
          expect(above > below || (above === below && (ordered[index]?.id ?? '') < id)).toBe(true);
        }
      }),
    );
  });

  test('puts the story with the newest briefing first, and leaves out stories without one', () => {
    expect(edition({ briefings, stories }).stories.map(({ id }) => id)).toEqual(['new', 'old']);
  });

  test('puts topics by name, as the language orders them', () => {
    expect(edition({ topics }).topics.map(({ name }) => name)).toEqual(['crane', 'Ébb', 'Fog', 'Pier']);
  });

  test('does not depend on the order in which files were read, and leaves that as it was', () => {
    const expected = edition({ briefings, stories, topics });
    fc.assert(
      fc.property(anyOrder(briefings), anyOrder(stories), anyOrder(topics), (mixed, mixedStories, mixedTopics) => {
        const before = [...mixed];
        const opened = edition({ briefings: mixed, stories: mixedStories, topics: mixedTopics });
        expect(opened.briefings).toEqual(expected.briefings);
        expect(opened.stories).toEqual(expected.stories);
        expect(opened.topics).toEqual(expected.topics);
        expect(mixed).toEqual(before);
      }),
    );
  });
});

test('an edition without a site entry is refused', () => {
  expect(() => openEdition(publication({ site: [] }), AS_OF)).toThrow(RangeError);
});
