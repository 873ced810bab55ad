import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../../src/languages/index.ts';
import { movedViews } from '../../../src/newsroom/views/moved.ts';
import { briefing, change, edition, page, site, story } from '../../support/unit-factory.ts';

const parts = {
  briefings: [
    briefing('2026/crane', { aliases: ['/2025/new-crane/', '/a/'], headline: 'A crane', story: 'port' }),
    briefing('2026/draft', { aliases: ['/draft/'], draft: true }),
    briefing('2026/embargoed', { aliases: ['/embargoed/'], embargoUntil: '2026-01-27T00:00:01Z' }),
    briefing('2026/gone', {
      aliases: ['/gone/'],
      headline: 'A crane that never was',
      changes: [change('withdrawal', '2026-01-25T00:00:00Z')],
    }),
  ],
  stories: [story('port', { aliases: ['/the-port/'] }), story('untold', { aliases: ['/untold/'] })],
  pages: [page('about', { aliases: ['/us/'], title: 'About' })],
};

describe('the old addresses of an edition', () => {
  const moved = movedViews(edition({ ...parts, site: [site({ url: 'https://example.org/news/' })] }));

  test('are those of what is public, and lead to where it is now, below the path of the site', () => {
    expect(moved.map(({ from, to }) => [from, to])).toEqual([
      ['/news/2025/new-crane/', '/news/briefings/2026/crane/'],
      ['/news/a/', '/news/briefings/2026/crane/'],
      ['/news/gone/', '/news/briefings/2026/gone/'],
      ['/news/the-port/', '/news/stories/port/'],
      ['/news/us/', '/news/about/'],
    ]);
  });

  test('say what stands there, and its whole address', () => {
    expect(moved.map(({ title, canonical }) => `${title}: ${canonical}`)).toEqual([
      'A crane: https://example.org/news/briefings/2026/crane/',
      'A crane: https://example.org/news/briefings/2026/crane/',
      'A crane that never was: https://example.org/news/briefings/2026/gone/',
      'Story port: https://example.org/news/stories/port/',
      'About: https://example.org/news/about/',
    ]);
  });
});

test('the language of the site is that of what is said at its old addresses', () => {
  const [first] = movedViews(edition({ ...parts, site: [site({ language: 'ar' })] }));
  expect(first).toMatchObject({
    language: 'ar',
    direction: 'rtl',
    pageTitle: `${wordsOf('ar').titles.moved} – Harbour News`,
  });
});
