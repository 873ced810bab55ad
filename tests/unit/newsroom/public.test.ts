import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openEdition } from '../../../src/newsroom/edition.ts';
import { changesUntil, publicPart, withdrawalOf } from '../../../src/newsroom/public.ts';
import { homeView } from '../../../src/newsroom/views/home.ts';
import { listingSlices } from '../../../src/newsroom/views/listing.ts';
import { sitemaps } from '../../../src/newsroom/views/sitemap.ts';
import { storiesView, storyView } from '../../../src/newsroom/views/story.ts';
import { topicCards } from '../../../src/newsroom/views/topic.ts';
import { AS_OF, briefing, change, edition, publication, story, topic } from '../../support/unit-factory.ts';
import { feedOf } from '../../support/unit-feeds.ts';
import { anyOrder, instants } from '../../support/unit-order.ts';

describe('a briefing that was withdrawn', () => {
  const port = story('port');
  const changes = [
    change('correction', '2026-01-22T12:00:00Z'),
    change('withdrawal', '2026-01-24T12:00:00+02:00', { what: 'It was invented.' }),
    change('withdrawal', '2026-01-25T12:00:00Z', { what: 'It was invented, as we said.' }),
  ];
  const gone = briefing('2026/gone', { story: 'port', topics: ['pier'], changes });
  const kept = briefing('2026/kept', {
    story: 'port',
    publishedAt: '2026-01-10T12:00:00Z',
    timeline: [{ date: '2014', text: 'Kept' }],
  });
  const parts = { briefings: [gone, kept], stories: [port], topics: [topic('harbour'), topic('pier')] };

  test.each([
    ['2026-01-24T09:59:59Z', ['2026/gone', '2026/kept'], []],
    ['2026-01-24T10:00:00Z', ['2026/kept'], ['2026/gone']],
    ['2026-02-01T00:00:00Z', ['2026/kept'], ['2026/gone']],
  ])('is public, as of %s, as %j', (asOf, briefings, withdrawn) => {
    const opened = edition(parts, asOf);
    expect(opened.briefings.map(({ id }) => id)).toEqual(briefings);
    expect(opened.withdrawn.map(({ id }) => id)).toEqual(withdrawn);
  });

  test('leaves its headline and the notice that took it back first', () => {
    expect(edition(parts).withdrawn).toEqual([
      {
        id: '2026/gone',
        headline: 'Headline of 2026/gone',
        publishedAt: '2026-01-20T12:00:00Z',
        at: '2026-01-24T12:00:00+02:00',
        notice: 'It was invented.',
        story: 'port',
        topics: ['pier'],
        aliases: [],
        changes: 3,
      },
    ]);
  });

  test('is in no list, count, story or timeline', () => {
    const opened = edition(parts);
    const views = [homeView(opened), listingSlices(opened), storyView(opened, port, ''), storiesView(opened)];
    for (const view of views) expect(JSON.stringify(view)).not.toMatch(/2026\/gone/);
    expect(storyView(opened, port, '').card.state).toBe('Running · 1 briefing');
    expect(storyView(opened, port, '').timeline.map(({ text }) => text)).toEqual(['Kept']);
    expect(topicCards(opened).map(({ text, count }) => [text, count])).toEqual([
      ['Topic harbour', 1],
      ['Topic pier', 0],
    ]);
  });

  test('keeps its address in the sitemap, dated by the withdrawal', () => {
    const addresses = sitemaps(edition(parts)).flat();
    expect(addresses).toContainEqual({
      address: 'https://example.org/briefings/2026/gone/',
      changedAt: '2026-01-24T12:00:00+02:00',
    });
  });

  test('stands in the feeds that carried it where it was taken back, with the notice instead of its text', async () => {
    const briefings = [
      ...parts.briefings,
      briefing('2026/before', { publishedAt: '2026-01-24T09:59:59Z' }),
      briefing('2026/after', { publishedAt: '2026-01-24T10:00:01Z' }),
    ];
    const opened = edition({ ...parts, briefings });
    const item = {
      kind: 'notice',
      link: 'https://example.org/briefings/2026/gone/',
      headline: 'Withdrawn: Headline of 2026/gone',
      publishedAt: '2026-01-20T12:00:00Z',
      updatedAt: '2026-01-24T12:00:00+02:00',
      notice: 'Withdrawn, 24 January 2026: It was invented.',
    };
    const site = await feedOf(opened);
    expect(site.items.map(({ link }) => link.split('/').at(-2))).toEqual(['after', 'gone', 'before', 'kept']);
    expect(site.items[1]).toEqual(item);
    expect((await feedOf(opened, 'topics/pier')).items).toEqual([item]);
    expect((await feedOf(opened, 'topics/harbour')).items).toHaveLength(3);
    expect((await feedOf(opened, 'stories/port')).items[0]).toEqual(item);
  });

  test('leaves its story its page and its feed, also where it was the only one', async () => {
    const opened = edition({ ...parts, briefings: [gone] });
    expect(opened.stories.map(({ id }) => id)).toEqual(['port']);
    expect(storyView(opened, port, '')).toMatchObject({ timeline: [], cards: [], card: { newest: undefined } });
    expect((await feedOf(opened, 'stories/port')).items).toMatchObject([{ kind: 'notice' }]);
  });

  test('is told of in no feed while it is a draft or under embargo', async () => {
    const unseen = [
      briefing('2026/draft', { draft: true, changes }),
      briefing('2026/later', { embargoUntil: '2026-01-27T00:00:01Z', changes }),
    ];
    const opened = edition({ briefings: unseen });
    expect(opened.withdrawn).toEqual([]);
    expect((await feedOf(opened)).items).toEqual([]);
  });
});

describe('what a build may know of a publication', () => {
  const given = publication({
    stories: [story('port'), story('pier'), story('untold')],
    briefings: [
      briefing('2026/public', { story: 'port' }, 'Public.'),
      briefing('2026/draft', { draft: true, story: 'pier' }, 'Draft.'),
      briefing('2026/later', { embargoUntil: '2026-01-27T00:00:01Z', story: 'pier' }, 'Later.'),
      briefing('2026/gone', { changes: [change('withdrawal', AS_OF)] }, 'Gone.'),
    ],
  });

  test('is what is public, no body of what was withdrawn, and no story of drafts alone', () => {
    const { briefings, stories } = publicPart(given, AS_OF);
    expect(briefings.map(({ id, body }) => [id, body])).toEqual([
      ['2026/public', 'Public.'],
      ['2026/gone', ''],
    ]);
    expect(stories.map(({ id }) => id)).toEqual(['port']);
  });

  test('has a withdrawn body until the instant of the withdrawal', () => {
    const { briefings } = publicPart(given, '2026-01-26T23:59:59Z');
    expect(briefings.map(({ body }) => body)).toEqual(['Public.', 'Gone.']);
  });

  test('opens the same edition as the whole of it', () => {
    expect(openEdition(publicPart(given, AS_OF), AS_OF).briefings).toEqual(openEdition(given, AS_OF).briefings);
    expect(openEdition(publicPart(given, AS_OF), AS_OF).withdrawn).toEqual(openEdition(given, AS_OF).withdrawn);
  });
});

describe('as time goes by', () => {
  const kinds = fc.constantFrom('correction' as const, 'update' as const, 'withdrawal' as const);
  const changes = fc.array(
    fc.tuple(kinds, instants(), fc.constantFrom('One', 'Two')).map(([kind, at, what]) => change(kind, at, { what })),
    { maxLength: 4 },
  );
  const fields = fc.record({
    draft: fc.boolean(),
    embargoUntil: fc.option(instants(), { nil: undefined }),
    publishedAt: instants(),
    changes,
  });
  const briefings = fc
    .array(fields, { maxLength: 6 })
    .map((list) => list.map((given, index) => briefing(`2026/b-${index}`, given)));
  const times = fc.tuple(instants(), instants()).map((pair) => pair.sort((a, b) => Date.parse(a) - Date.parse(b)));

  test('what is public stays so or is withdrawn, and what is withdrawn stays so with the same notice', () => {
    fc.assert(
      fc.property(briefings, times, (list, [before = AS_OF, after = AS_OF]) => {
        const [earlier, later] = [edition({ briefings: list }, before), edition({ briefings: list }, after)];
        const seen = [...later.briefings, ...later.withdrawn].map(({ id }) => id);
        expect(seen).toEqual(expect.arrayContaining(earlier.briefings.map(({ id }) => id)));
        for (const { changes, ...kept } of earlier.withdrawn) {
          const found = later.withdrawn.find(({ id }) => id === kept.id);
          expect(found).toMatchObject(kept);
          expect(found?.changes).toBeGreaterThanOrEqual(changes);
        }
        const appeared = seen.filter(
          (id) => ![...earlier.briefings, ...earlier.withdrawn].some((entry) => entry.id === id),
        );
        for (const { data } of list.filter(({ id }) => appeared.includes(id))) {
          expect(Date.parse(data.embargoUntil ?? '')).toBeGreaterThan(Date.parse(before));
        }
      }),
    );
  });

  test('no draft is ever seen, and nothing is both public and withdrawn', () => {
    fc.assert(
      fc.property(briefings, instants(), (list, asOf) => {
        const { briefings: shown, withdrawn } = edition({ briefings: list }, asOf);
        const ids = [...shown, ...withdrawn].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const drafts = list.filter(({ data }) => data.draft).map(({ id }) => id);
        expect(ids.filter((id) => drafts.includes(id))).toEqual([]);
      }),
    );
  });

  test('the changes that are told only grow, newest first, and do not depend on their order in the file', () => {
    fc.assert(
      fc.property(
        changes.chain((list) => fc.tuple(fc.constant(list), anyOrder(list))),
        times,
        ([list, mixed], times) => {
          const [before = AS_OF, after = AS_OF] = times;
          const { data } = briefing('2026/a', { changes: list });
          const earlier = changesUntil(data, before);
          const later = changesUntil(data, after);
          expect(later.slice(later.length - earlier.length)).toEqual(earlier);
          const instantsTold = later.map(({ at }) => Date.parse(at));
          expect(instantsTold).toEqual(instantsTold.toSorted((a, b) => b - a));
          expect(withdrawalOf(briefing('2026/a', { changes: mixed }).data, after)?.what).toBe(
            withdrawalOf(data, after)?.what,
          );
        },
      ),
    );
  });
});
