import { describe, expect, test } from 'vitest';
import { Body } from '../../../src/newsroom/body.ts';
import { subsetsOf } from '../../../src/newsroom/glyphs.ts';
import { briefingView } from '../../../src/newsroom/views/briefing.ts';
import { shareCards } from '../../../src/newsroom/views/share-card.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import { topicSlices, topicView } from '../../../src/newsroom/views/topic.ts';
import { briefing, change, edition, site, source, story, topic } from '../../support/unit-factory.ts';

const port = story('port');
const parts = {
  site: [site({ url: 'https://example.org/news/' })],
  topics: [topic('harbour', 'Harbour'), topic('pier', 'Pier')],
  sources: [source('office', { name: 'Harbour office' })],
  stories: [port, story('untold')],
};

describe('the cards for sharing', () => {
  const opened = edition({
    ...parts,
    briefings: [
      briefing('2026/a', {
        story: 'port',
        facts: [
          { label: 'Drones', value: '138', by: 'office' },
          { label: 'Ships', value: '2', by: 'office' },
        ],
      }),
      briefing('2026/b', { publishedAt: '2026-01-02T12:00:00Z', topics: ['pier', 'harbour'] }),
      briefing('2026/draft', { draft: true }),
      briefing('2026/gone', { changes: [change('withdrawal', '2026-01-21T12:00:00Z')] }),
    ],
  });
  const cards = shareCards(opened);

  test('are one for every briefing, story and topic that the site has, in the folder of its page', () => {
    expect(cards.map(({ folder }) => folder)).toEqual([
      'briefings/2026/a',
      'briefings/2026/b',
      'stories/port',
      'topics/harbour',
      'topics/pier',
    ]);
  });

  test('say of a briefing its story, its headline, its date and its main figure, with who says so', () => {
    expect(cards[0]).toEqual({
      folder: 'briefings/2026/a',
      site: 'Harbour News',
      label: 'Story port',
      headline: 'Headline of 2026/a',
      meta: '20 January 2026',
      figure: { label: 'Drones', value: '138', by: 'Harbour office' },
    });
  });

  test('name the first topic of a briefing without a story', () => {
    expect(cards[1]).toMatchObject({ label: 'Pier', meta: '2 January 2026' });
  });

  test('count the briefings of a story and of a topic, and have no figure for them', () => {
    expect(cards.slice(2)).toMatchObject([
      { label: 'Story', headline: 'Story port', meta: '1 briefing' },
      { label: 'Topic', headline: 'Harbour', meta: '2 briefings' },
      { label: 'Topic', headline: 'Pier', meta: '1 briefing' },
    ]);
    for (const card of cards.slice(2)) expect(card.figure).toBeUndefined();
  });

  test('stay the same where nothing on them changes', () => {
    const later = edition(
      { ...parts, briefings: [briefing('2026/b', { publishedAt: '2026-01-02T12:00:00Z', topics: ['pier'] })] },
      '2030-01-01T00:00:00Z',
    );
    expect(shareCards(later)[0]).toEqual(cards[1]);
  });
});

describe('a page with a headline that the site’s type cannot draw', () => {
  const hebrew = 'המנוף נפל';
  const images = (headline: string, name = 'Harbour News') => {
    const entry = briefing('2026/a', { headline, story: 'port', topics: ['harbour'] });
    const named = topic('harbour', headline);
    const told = story('port', { headline });
    const opened = edition({ ...parts, site: [site({ name })], topics: [named], stories: [told], briefings: [entry] });
    const [slice] = topicSlices(opened, named.data);
    const pages = [briefingView(opened, entry, Body.of('')), storyView(opened, told, '')];
    const frames = [...pages, ...(slice ? [topicView(opened, named.data, slice)] : [])].map(({ frame }) => frame);
    return { cards: shareCards(opened), images: frames.map(({ image }) => image) };
  };

  test('has no card, and promises none', () => {
    expect(images(hebrew)).toEqual({ cards: [], images: [undefined, undefined, undefined] });
    expect(images('A crane', hebrew)).toEqual({ cards: [], images: [undefined, undefined, undefined] });
  });

  test('leaves no box on the card of another: its name and its figure are left out', () => {
    const facts = [{ label: hebrew, value: '3', by: 'office' }];
    const [card] = shareCards(
      edition({
        ...parts,
        stories: [story('port', { headline: hebrew })],
        briefings: [briefing('2026/a', { story: 'port', facts })],
      }),
    );
    expect(card).toMatchObject({ label: '', headline: 'Headline of 2026/a' });
    expect(card?.figure).toBeUndefined();
  });

  test('is not one with emoji, flags and invisible marks, which are left out', () => {
    const headline = 'Crane 😀 1️⃣ 👍🏽\u2028 🇺🇦 © R&D ™ 5%';
    expect(images(headline).cards.map((card) => card.headline)).toEqual(Array(3).fill('Crane 1 © R&D ™ 5%'));
  });

  test.each([
    'A crane',
    'Кран упав',
    'Été – naïve Œuvre €',
    'Łódź 2026: “50%”',
    'Ґанок їжака',
    'man\u0303ana',
    'Κρήνη',
    'Қала Ѣ',
    'Tiếng Việt',
  ])('is not one of these: %s', (headline) => {
    const found = images(headline);
    expect(found.cards).toHaveLength(3);
    expect(found.images).toEqual(
      ['briefings/2026/a/', 'stories/port/', 'topics/harbour/'].map((path) => `https://example.org/${path}card.png`),
    );
  });
});

describe('the parts of the type that a text needs', () => {
  test.each([
    ['A crane, 50%', ['latin']],
    ['Łódź', ['latin', 'latin-ext']],
    ['Кран 2', ['latin', 'cyrillic']],
    ['Κρήνη', ['greek']],
    ['', []],
  ])('are those that have its letters: %s', (text, subsets) => {
    expect(subsetsOf(text)).toEqual(subsets);
  });
});
