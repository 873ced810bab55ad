import { describe, expect, test } from 'vitest';
import { addressesOf } from '../../../src/newsroom/addresses.ts';
import { Body } from '../../../src/newsroom/body.ts';
import { briefingView, withdrawnView } from '../../../src/newsroom/views/briefing.ts';
import { newsletterDays } from '../../../src/newsroom/views/email.ts';
import { shareCards } from '../../../src/newsroom/views/share-card.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import { topicSlices, topicView } from '../../../src/newsroom/views/topic.ts';
import { EXTRAS, type Extra } from '../../../src/schemas/site.ts';
import { briefing, change, dailyBriefings, edition, site, story, topic } from '../../support/unit-factory.ts';
import { feedOf } from '../../support/unit-feeds.ts';

const port = story('port');
const harbour = topic('harbour', 'Harbour');
const gone = { publishedAt: '2024-12-31T12:00:00Z', changes: [change('withdrawal', '2025-01-02T12:00:00Z')] };
const briefings = [...dailyBriefings(51, { story: 'port' }), briefing('2024/gone', gone)];

/** A publication of 51 briefings and a notice, with these extras. */
const opened = (extras?: Extra[]) =>
  edition({
    site: [site({ url: 'https://example.org/news/', ...(extras && { extras }) })],
    stories: [port],
    topics: [harbour],
    briefings,
  });

const everything = addressesOf(opened());

describe('what stands beside the pages', () => {
  test.each<[Extra, number, RegExp]>([
    ['cards', 53, /\/card\.png$/],
    ['json', 55, /\/index\.json$|\/schema\/v1\/(briefing|story)\.json$/],
    ['markdown', 53, /\/index\.md$|\/llms\.txt$/],
    ['newsletters', 102, /\/days\/2025-\d\d-\d\d\/email\.(html|txt)$/],
    ['search', 2, /\/search\/(opensearch\.xml)?$/],
    ['archives', 3, /\/archive\/1\/(rss\.xml|atom\.xml|feed\.json)$/],
  ])('is without %s where they are left out, and all else stays', (extra, count, named) => {
    const left = addressesOf(opened(EXTRAS.filter((other) => other !== extra)));
    const missing = [...everything].filter((address) => !left.has(address));
    expect(missing).toEqual([...everything].filter((address) => named.test(address)));
    expect(missing).toHaveLength(count);
    expect([...left].filter((address) => !everything.has(address))).toEqual([]);
  });

  test('is all of it where site.yaml does not say', () => {
    expect([...addressesOf(opened([...EXTRAS]))]).toEqual([...everything]);
  });
});

describe('a publication without extras', () => {
  const bare = opened([]);
  const [newest] = bare.briefings;
  const [taken] = bare.withdrawn;
  const [slice] = topicSlices(bare, harbour.data);
  if (!newest || !taken || !slice) throw new Error('the publication of this test is not whole');
  const told = storyView(bare, port, '');
  const frames = [
    briefingView(bare, newest, Body.of('')),
    told,
    topicView(bare, harbour.data, slice),
    withdrawnView(bare, taken),
  ];

  test('has pages that name no picture, and no forms but feeds and calendars', () => {
    for (const { frame } of frames) {
      expect(frame.image).toBeUndefined();
      for (const { href } of frame.alternates) {
        expect(href).toMatch(/\/(rss\.xml|atom\.xml|feed\.json|calendar\.ics)$/);
      }
    }
    expect(told.subscriptions.map(({ href }) => href)).toEqual([
      '/news/stories/port/rss.xml',
      '/news/stories/port/calendar.ics',
    ]);
  });

  test('has a feed that leads to no archive', async () => {
    expect((await feedOf(bare)).archive.older).toBeUndefined();
    expect((await feedOf(opened(['archives']))).archive.older).toBeDefined();
  });

  test('has nothing to draw and nothing to mail', () => {
    expect([shareCards(bare), newsletterDays(bare)]).toEqual([[], []]);
  });
});
