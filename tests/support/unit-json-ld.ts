import { collectionPage, jsonLd, newsArticle, scheduledEvent, webSite } from '../../src/metadata/json-ld.ts';
import { Body } from '../../src/newsroom/body.ts';
import { type Edition, openEdition } from '../../src/newsroom/edition.ts';
import { briefingView } from '../../src/newsroom/views/briefing.ts';
import { comingUpView } from '../../src/newsroom/views/coming.ts';
import { homeView } from '../../src/newsroom/views/home.ts';
import { pageView } from '../../src/newsroom/views/page.ts';
import { storyView } from '../../src/newsroom/views/story.ts';
import { topicSlices, topicView } from '../../src/newsroom/views/topic.ts';
import type { Publication } from '../../src/schemas/publication.ts';
import {
  AS_OF,
  type BriefingFields,
  briefing,
  change,
  page,
  publication,
  question,
  site,
  source,
  story,
  topic,
} from './unit-factory.ts';

/** A briefing with everything that machines are told of. */
export const TOLD: BriefingFields = {
  story: 'port',
  kind: 'background',
  dateline: 'Odesa',
  topics: ['harbour', 'pier'],
  timeline: [
    { id: 'fall', date: '2026-01-20', text: 'The crane fell' },
    { id: 'inquiry', date: '2026-03-02/2026-03-05', text: 'The inquiry', status: 'scheduled' },
    { id: 'speech', date: '2026-02-02', text: 'The speech', status: 'cancelled' },
    { id: 'report', date: '2026-04', text: 'The report', status: 'scheduled' },
  ],
  questions: [
    question('why', {
      statements: [
        {
          by: 'captain',
          on: '2026-01-21',
          says: 'It was the wind.',
          quote: 'The wind did it.',
          citation: { publisher: 'Port Times', url: 'https://port.example/1', archiveUrl: 'https://archive.example/1' },
        },
        { by: 'office', on: '2026-01', says: 'It was the crew.', citation: { url: 'https://port.example/2' } },
        { by: 'report', on: '2026', quote: 'Nobody knows.' },
      ],
    }),
  ],
  changes: [
    change('correction', '2026-01-23T12:00:00Z', { what: 'The count was wrong.', grave: true }),
    change('clarification', '2026-01-22T12:00:00Z', { what: 'It is clear.' }),
    change('update', '2026-01-24T12:00:00Z', { what: 'A crane came.' }),
  ],
};

/** A publication with a page of each kind. */
export function toldEdition(fields: BriefingFields = {}, parts: Partial<Publication> = {}): Edition {
  const given = publication({
    site: [site({ url: 'https://example.org/news/', contact: 'desk@example.org' })],
    topics: [topic('harbour', 'Harbour'), topic('pier', 'Pier')],
    sources: [
      source('office', { name: 'Harbour office', kind: 'organization' }),
      source('captain', { name: 'The captain', kind: 'person' }),
      source('report', { name: 'The report' }),
    ],
    stories: [story('port')],
    pages: ['about', 'method', 'corrections-policy', 'ethics'].map((id) => page(id)),
    briefings: [
      briefing('2026/a', { ...TOLD, ...fields }),
      briefing('2026/before', {
        story: 'port',
        publishedAt: '2026-01-02T12:00:00Z',
        timeline: [{ id: 'report', date: '2026-02~', text: 'The report', status: 'scheduled' }],
      }),
      briefing('2026/alone', { publishedAt: '2026-01-01T12:00:00Z', byline: 'The desk' }),
    ],
    ...parts,
  });
  return openEdition(given, AS_OF);
}

/** What each kind of page tells machines, as it stands in the page. */
export function scriptsOf(edition: Edition): Record<string, string> {
  const { stories, topics, briefings, pages } = edition;
  const home = homeView(edition);
  const coming = comingUpView(edition);
  const scripts: [string, string][] = [
    ['home', jsonLd(home.frame, [webSite(home.frame)])],
    ...briefings.map((entry): [string, string] => {
      const view = briefingView(edition, entry, Body.of(''));
      return [entry.id, jsonLd(view.frame, newsArticle(view))];
    }),
    ...stories.map((entry): [string, string] => {
      const { frame, coming } = storyView(edition, entry, '');
      const events = coming.map((event) => scheduledEvent(event));
      return [`story ${entry.id}`, jsonLd(frame, [collectionPage(frame), ...events])];
    }),
    ...topics.map((one): [string, string] => {
      const [slice] = topicSlices(edition, one);
      if (!slice) throw new RangeError('a topic has at least one page');
      const { frame } = topicView(edition, one, slice);
      return [`topic ${one.id}`, jsonLd(frame, [collectionPage(frame)])];
    }),
    [
      'coming up',
      jsonLd(
        coming.frame,
        coming.coming.map((event) => scheduledEvent(event)),
      ),
    ],
    ...pages.map((entry): [string, string] => [`page ${entry.id}`, jsonLd(pageView(edition, entry, '').frame, [])]),
  ];
  return Object.fromEntries(scripts);
}
