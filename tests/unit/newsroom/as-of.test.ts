import { describe, expect, test } from 'vitest';
import { Body } from '../../../src/newsroom/body.ts';
import { daysOf } from '../../../src/newsroom/days.ts';
import type { Edition } from '../../../src/newsroom/edition.ts';
import { briefingView, withdrawnView } from '../../../src/newsroom/views/briefing.ts';
import { comingUpView } from '../../../src/newsroom/views/coming.ts';
import { correctionSlices, correctionsView } from '../../../src/newsroom/views/corrections.ts';
import { dayView } from '../../../src/newsroom/views/day.ts';
import { emailView, newsletterDays } from '../../../src/newsroom/views/email.ts';
import { homeView } from '../../../src/newsroom/views/home.ts';
import { listingSlices, listingView } from '../../../src/newsroom/views/listing.ts';
import { movedViews } from '../../../src/newsroom/views/moved.ts';
import { notFoundView, pageView } from '../../../src/newsroom/views/page.ts';
import { sitemaps } from '../../../src/newsroom/views/sitemap.ts';
import { publicSources, sourceSlices, sourcesView, sourceView } from '../../../src/newsroom/views/source.ts';
import { storiesView, storyView } from '../../../src/newsroom/views/story.ts';
import { subscribeView } from '../../../src/newsroom/views/subscribe.ts';
import { topicSlices, topicsView, topicView } from '../../../src/newsroom/views/topic.ts';
import { briefing, change, edition, page, site, story } from '../../support/unit-factory.ts';

const parts = {
  stories: [story('port')],
  pages: [page('about')],
  briefings: [
    briefing('2026/a', {
      story: 'port',
      timeline: [
        { date: '2026-01-20', text: 'A crane is built' },
        { date: '2026-03-01', text: 'The crane opens', status: 'scheduled' },
      ],
      changes: [change('correction', '2026-01-21T12:00:00Z')],
      aliases: ['/old/'],
    }),
    briefing('2026/b'),
    briefing('2026/gone', { changes: [change('withdrawal', '2026-01-22T12:00:00Z')] }),
  ],
};

const [first, second] = ['2026-01-27T08:00:00Z', '2026-01-27T19:30:00Z'];

/** Every page that does not tell what is to come, and what programs take. */
function othersOf(opened: Edition): object[] {
  return [
    ...opened.briefings.map((entry) => briefingView(opened, entry, Body.of('<p>Body.</p>'))),
    ...opened.withdrawn.map((entry) => withdrawnView(opened, entry)),
    ...listingSlices(opened).map((slice) => listingView(opened, slice)),
    ...opened.stories.map((entry) => storyView(opened, entry, '')),
    ...opened.topics.flatMap((topic) => topicSlices(opened, topic).map((slice) => topicView(opened, topic, slice))),
    ...publicSources(opened).flatMap((source) =>
      sourceSlices(opened, source).map((slice) => sourceView(opened, source, slice)),
    ),
    ...correctionSlices(opened).map((slice) => correctionsView(opened, slice)),
    ...opened.pages.map((entry) => pageView(opened, entry, '')),
    ...daysOf(opened).map((_day, index) => dayView(opened, index)),
    ...newsletterDays(opened).map((day) => emailView(opened, day)),
    ...movedViews(opened),
    ...sitemaps(opened),
    ...[storiesView, topicsView, sourcesView, subscribeView, notFoundView].map((view): object => view(opened)),
  ];
}

const comingOf = (opened: Edition) => [homeView(opened), comingUpView(opened)];

describe('between two builds that nothing is due between', () => {
  const [before, after] = [edition(parts, first), edition(parts, second)];

  test('every page stays as it is, but those that tell what is to come', () => {
    expect(othersOf(before).length).toBeGreaterThan(15);
    expect(JSON.stringify(othersOf(after))).toBe(JSON.stringify(othersOf(before)));
  });

  test('those that tell what is to come say as of when', () => {
    expect(comingOf(before).map(({ frame }) => frame.footer.asOf)).toEqual(
      Array(2).fill('27 January 2026 at 08:00 UTC'),
    );
    expect(comingOf(after).map(({ frame }) => frame.footer.asOf)).toEqual(
      Array(2).fill('27 January 2026 at 19:30 UTC'),
    );
  });
});

test('a site that stands still says as of when on every page', () => {
  const opened = edition({ ...parts, site: [site({ asOf: first })] }, first);
  const framed = [...othersOf(opened), ...comingOf(opened)].filter((view) => 'frame' in view);
  expect(framed.length).toBeGreaterThan(15);
  for (const { frame } of framed) expect(frame).toMatchObject({ footer: { asOf: '27 January 2026 at 08:00 UTC' } });
});
