import { describe, expect, test } from 'vitest';
import { Body } from '../../../src/newsroom/body.ts';
import { speakerView } from '../../../src/newsroom/questions.ts';
import { articleView } from '../../../src/newsroom/views/article.ts';
import { briefingView } from '../../../src/newsroom/views/briefing.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import { briefing, edition, source, story, topic } from '../../support/unit-factory.ts';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

describe('a briefing', () => {
  test.each([
    [1, 1],
    [229, 1],
    [230, 1],
    [231, 2],
    [460, 2],
    [461, 3],
  ])('of %i words takes %i minutes to read', (count, minutes) => {
    expect(articleView(edition(), briefing('2026/a', {}, words(count)), Body.of('')).readingMinutes).toBe(minutes);
  });

  test('does not take longer to read for the empty lines around its text', () => {
    const entry = briefing('2026/a', {}, `\n${words(115)}\n\n${words(115)}\n`);
    expect(articleView(edition(), entry, Body.of('')).readingMinutes).toBe(1);
  });

  test('counts each source of its facts and events once', () => {
    const entry = briefing('2026/a', {
      facts: [
        { label: 'a', value: '1', by: 'kyiv' },
        { label: 'b', value: '2', by: 'moscow' },
        { label: 'c', value: '3', by: 'kyiv' },
      ],
      timeline: [
        { date: '2014', text: 'a' },
        { date: '2015', text: 'b', by: 'moscow' },
        { date: '2016', text: 'c', by: 'washington' },
      ],
    });
    expect(articleView(edition(), entry, Body.of('')).sourceCount).toBe(3);
  });

  test('shows its facts in the order of the file and its events in that of their dates', () => {
    const entry = briefing('2026/a', {
      facts: [
        { label: 'Cranes', value: '138', note: 'not verified', by: 'office', asOf: '2026-01' },
        { label: 'Piers', value: '2', by: 'office' },
      ],
      timeline: [
        { date: '2026-01-02', text: 'Later' },
        { date: '2026-01-01', text: 'Earlier', detail: 'In the rain', by: 'office' },
      ],
    });
    const view = articleView(edition({ briefings: [entry] }), entry, Body.of(''));
    expect(view.facts).toEqual([
      {
        anchor: expect.stringMatching(/^Fact-[0-9a-f]{16}$/),
        label: 'Cranes',
        value: '138',
        note: 'not verified',
        by: { text: 'Harbour office', href: '/sources/office/' },
        asOf: { parts: [{ text: 'January 2026', datetime: '2026-01' }] },
        added: undefined,
      },
      {
        anchor: expect.stringMatching(/^Fact-[0-9a-f]{16}$/),
        label: 'Piers',
        value: '2',
        note: undefined,
        by: { text: 'Harbour office', href: '/sources/office/' },
        asOf: undefined,
        added: undefined,
      },
    ]);
    expect(view.timeline.map(({ text }) => text)).toEqual(['Earlier', 'Later']);
    expect(view.timeline[0]).toMatchObject({ detail: 'In the rain', by: [{ text: 'Harbour office' }] });
  });

  test('stands under its story or, without one, under its first topic', () => {
    const topics = [topic('pier', 'Pier'), topic('crane', 'Crane')];
    const told = briefing('2026/a', { story: 'port', topics: ['pier', 'crane'] });
    const single = briefing('2026/b', { topics: ['pier', 'crane'] });
    const opened = edition({ briefings: [told, single], topics, stories: [story('port', { headline: 'The port' })] });
    expect(articleView(opened, told, Body.of('')).eyebrow).toEqual({ text: 'The port', href: '/stories/port/' });
    expect(articleView(opened, single, Body.of('')).eyebrow).toEqual({ text: 'Pier', href: '/topics/pier/' });
    expect(articleView(opened, single, Body.of('')).topics).toEqual([
      { text: 'Pier', href: '/topics/pier/' },
      { text: 'Crane', href: '/topics/crane/' },
    ]);
  });

  test('says what is to come of what it tells itself', () => {
    const entry = briefing('2026/a', {
      timeline: [
        { date: '2026-03', text: 'Last', status: 'scheduled' },
        { date: '2026-02-01', text: 'Next', status: 'scheduled' },
        { date: '2026-01-01', text: 'Over', status: 'scheduled' },
      ],
    });
    expect(articleView(edition(), entry, Body.of('')).coming.map(({ text }) => text)).toEqual(['Next', 'Last']);
  });

  test('has a page with its headline, its standfirst, its address, its other forms, and the feeds of its story', () => {
    const entry = briefing('2026/a', { story: 'port' });
    const opened = edition({ briefings: [entry], stories: [story('port'), story('ship')] });
    const { frame, article } = briefingView(opened, entry, Body.of('<p>Body</p>'));
    expect(frame).toMatchObject({
      title: 'Headline of 2026/a – Harbour News',
      description: 'Standfirst of 2026/a',
      canonical: 'https://example.org/briefings/2026/a/',
    });
    expect(frame.alternates.map(({ type, href }) => [type, href])).toEqual([
      ['text/markdown', '/briefings/2026/a/index.md'],
      ['application/json', '/briefings/2026/a/index.json'],
      ['application/rss+xml', '/rss.xml'],
      ['application/atom+xml', '/atom.xml'],
      ['application/feed+json', '/feed.json'],
      ['application/rss+xml', '/stories/port/rss.xml'],
      ['application/atom+xml', '/stories/port/atom.xml'],
      ['application/feed+json', '/stories/port/feed.json'],
    ]);
    expect(frame.image).toBe('https://example.org/briefings/2026/a/card.png');
    expect(article.body.html).toBe('<p>Body</p>');
  });
});

describe('a story', () => {
  const port = story('port', { state: 'paused' });
  const briefings = [
    briefing('2026/old', {
      story: 'port',
      publishedAt: '2026-01-02T12:00:00Z',
      timeline: [
        { id: 'crane', date: '2026-01-01', text: 'A crane is planned', by: 'office' },
        { date: '2026-02-01', text: 'The crane is due', status: 'scheduled' },
      ],
    }),
    briefing('2026/new', {
      story: 'port',
      publishedAt: '2026-01-20T12:00:00Z',
      timeline: [{ id: 'crane', date: '2026-01-01', text: 'The crane is planned', by: 'builder' }],
    }),
    briefing('2026/other', { story: 'ship' }),
  ];
  const sources = [source('office', { name: 'Office' }), source('builder', { name: 'Builder' })];
  const view = storyView(edition({ briefings, sources, stories: [port, story('ship')] }), port, '<p>Background</p>');

  test('lists its briefings, newest first, and says when it was last told', () => {
    expect(view.cards.map(({ href }) => href)).toEqual(['/briefings/2026/new/', '/briefings/2026/old/']);
    expect(view.card.newest).toEqual({ text: '20 January 2026', datetime: '2026-01-20T12:00:00Z' });
    expect(view.card).toMatchObject({ text: 'Story port', href: '/stories/port/', state: 'Paused · 2 briefings' });
    expect(view.body).toBe('<p>Background</p>');
    expect(view.subscriptions.map(({ href }) => href)).toEqual([
      '/stories/port/rss.xml',
      '/stories/port/calendar.ics',
      '/stories/port/index.json',
    ]);
  });

  test('has one timeline out of all its briefings', () => {
    expect(view.timeline.map(({ text, by, status }) => [text, by.map((name) => name.text), status])).toEqual([
      ['The crane is planned', ['Builder', 'Office'], 'happened'],
      ['The crane is due', [], 'scheduled'],
    ]);
    expect(view.coming.map(({ text }) => text)).toEqual(['The crane is due']);
  });
});

describe('a statement in a body', () => {
  const sources = [source('kyiv', { name: 'Kyiv', role: 'Government of Ukraine' })];
  const inBody = '<Statement by="kyiv" on="2026-01-25">“No.”</Statement>';

  test('names its source, who they are, and its date', () => {
    const opened = edition({ sources, briefings: [briefing('2026/a', {}, inBody)] });
    expect(speakerView(opened, 'kyiv', '2026-01-25')).toEqual({
      by: { text: 'Kyiv', href: '/sources/kyiv/' },
      role: 'Government of Ukraine',
      date: { parts: [{ text: '25 January 2026', datetime: '2026-01-25' }] },
    });
  });

  test('of a date that does not exist is refused', () => {
    expect(() => speakerView(edition({ sources }), 'kyiv', '2026-02-30')).toThrow(/2026-02 has 28 days/);
  });
});
