import { describe, expect, test } from 'vitest';
import { Body } from '../../../src/newsroom/body.ts';
import { questionView } from '../../../src/newsroom/questions.ts';
import { articleView } from '../../../src/newsroom/views/article.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import type { Standing } from '../../../src/schemas/question.ts';
import { briefing, edition, type QuestionFields, question, source, story } from '../../support/unit-factory.ts';

const sources = [source('kyiv', { name: 'Kyiv', role: 'Government of Ukraine' }), source('moscow', { name: 'Moscow' })];

describe('a question of a briefing', () => {
  test.each([
    ['agreed', 'The sides agree', false],
    ['disputed', 'Disputed', true],
    ['open', 'In dispute: no position on record by name', true],
    ['notComparable', 'Not comparable', false],
    ['oneSource', 'One source only', false],
  ] as const)('that is %s says so in words: %s', (standing, standingText, isDisputed) => {
    const { data } = briefing('2026/a', { questions: [question('ships', { standing })] });
    expect(data.questions.map((asked) => questionView(edition(), asked))).toMatchObject([
      { standingText, isDisputed, note: 'Note on ships' },
    ]);
  });

  test('has who says what, when and in whose words, and where it can be read', () => {
    const entry = briefing('2026/a', {
      questions: [
        question('ships', {
          about: 'How many ships came',
          standing: 'disputed',
          statements: [
            {
              by: 'kyiv',
              on: '2026-01-25',
              says: 'Three came',
              quote: 'three ships',
              citation: {
                publisher: 'A paper',
                url: 'https://paper.example/a',
                archiveUrl: 'https://archive.example/a',
                accessed: '2026-01-26',
                excerpt: 'We saw three ships.',
              },
            },
            { by: 'moscow', on: '2026-01', quote: 'none' },
          ],
        }),
      ],
    });
    const [view] = articleView(edition({ sources, briefings: [entry] }), entry, Body.of('')).questions;
    expect(view).toMatchObject({ anchor: 'Question-ships', about: 'How many ships came', added: undefined });
    expect(view?.statements).toEqual([
      {
        anchor: expect.stringMatching(/^Statement-/),
        by: { text: 'Kyiv', href: '/sources/kyiv/' },
        role: 'Government of Ukraine',
        date: { parts: [{ text: '25 January 2026', datetime: '2026-01-25' }] },
        says: 'Three came',
        quote: 'three ships',
        citation: {
          name: 'A paper',
          url: 'https://paper.example/a',
          archiveUrl: 'https://archive.example/a',
          accessed: 'read on 26 January 2026',
          excerpt: 'We saw three ships.',
        },
      },
      {
        anchor: expect.stringMatching(/^Statement-/),
        by: { text: 'Moscow', href: '/sources/moscow/' },
        role: undefined,
        date: { parts: [{ text: 'January 2026', datetime: '2026-01' }] },
        says: undefined,
        quote: 'none',
        citation: undefined,
      },
    ]);
  });

  test('names the host of an address where the publisher is not known, and nothing where no address is', () => {
    const cited = (citation: { url?: string; excerpt?: string }) => {
      const statements = [{ by: 'kyiv', on: '2026-01-25', says: 'Three', citation }];
      const entry = briefing('2026/a', { questions: [question('ships', { statements })] });
      return articleView(edition({ sources }), entry, Body.of('')).questions[0]?.statements[0]?.citation?.name;
    };
    expect(cited({ url: 'https://paper.example/a?b=1' })).toBe('paper.example');
    expect(cited({ excerpt: 'We saw three ships.' })).toBeUndefined();
  });

  test('counts those who speak on it among the sources of the briefing', () => {
    const statements = [
      { by: 'kyiv', on: '2026-01-25', says: 'Three' },
      { by: 'kyiv', on: '2026-01-26', says: 'Four' },
      { by: 'moscow', on: '2026-01-26', says: 'None' },
    ];
    const entry = briefing('2026/a', { questions: [question('ships', { statements })] });
    expect(articleView(edition({ sources }), entry, Body.of('')).sourceCount).toBe(3);
  });

  test('stands in the order of the file', () => {
    const entry = briefing('2026/a', { questions: [question('ships'), question('cranes'), question('piers')] });
    expect(articleView(edition(), entry, Body.of('')).questions.map(({ anchor }) => anchor)).toEqual([
      'Question-ships',
      'Question-cranes',
      'Question-piers',
    ]);
  });
});

describe('a question of a story', () => {
  const told = (...days: { day: number; questions: QuestionFields[] }[]) => {
    const port = story('port');
    const briefings = days.map(({ day, questions }) =>
      briefing(`2026/day-${day}`, { story: 'port', questions, publishedAt: `2026-01-0${day}T12:00:00Z` }),
    );
    return storyView(edition({ briefings, stories: [port] }), port, '').standings;
  };
  const ships = (standing: Standing) => [question('ships', { standing, note: `It is ${standing}` })];

  test('stands as the newest briefing has it, with a way to its place there', () => {
    const [standing, ...more] = told({ day: 2, questions: ships('agreed') }, { day: 1, questions: ships('disputed') });
    expect(more).toEqual([]);
    expect(standing).toMatchObject({
      about: 'About ships',
      standingText: 'The sides agree',
      isDisputed: false,
      note: 'It is agreed',
      href: '/briefings/2026/day-2/#Question-ships',
      headline: 'Headline of 2026/day-2',
      published: { text: '2 January 2026' },
    });
  });

  test('tells each standing that it has had, the oldest first, from when it changed', () => {
    const [standing] = told(
      { day: 1, questions: ships('oneSource') },
      { day: 2, questions: ships('oneSource') },
      { day: 3, questions: ships('disputed') },
      { day: 4, questions: [] },
      { day: 5, questions: ships('disputed') },
      { day: 6, questions: ships('oneSource') },
    );
    expect(standing?.history.map(({ standingText, published, href }) => [standingText, published.text, href])).toEqual([
      ['One source only', '1 January 2026', '/briefings/2026/day-1/#Question-ships'],
      ['Disputed', '3 January 2026', '/briefings/2026/day-3/#Question-ships'],
      ['One source only', '6 January 2026', '/briefings/2026/day-6/#Question-ships'],
    ]);
  });

  test('tells both standings where it has changed once', () => {
    const [standing] = told({ day: 1, questions: ships('disputed') }, { day: 2, questions: ships('agreed') });
    expect(standing?.history.map(({ standingText }) => standingText)).toEqual(['Disputed', 'The sides agree']);
  });

  test('has no history while it stands as it always did', () => {
    const [standing] = told({ day: 1, questions: ships('open') }, { day: 2, questions: ships('open') });
    expect(standing).toMatchObject({ standingText: 'In dispute: no position on record by name', history: [] });
    expect(told({ day: 1, questions: ships('open') })).toMatchObject([{ history: [] }]);
  });

  test('comes before those that were told earlier, and in the order of its briefing', () => {
    const standings = told(
      { day: 1, questions: [question('piers'), question('ships')] },
      { day: 2, questions: [question('cranes'), question('ships')] },
    );
    expect(standings.map(({ about }) => about)).toEqual(['About cranes', 'About ships', 'About piers']);
  });

  test('is not mixed up with the same id in another story, nor with a withdrawn briefing', () => {
    const port = story('port');
    const withdrawal = { kind: 'withdrawal' as const, at: '2026-01-26T00:00:00Z', what: 'Wrong.' };
    const briefings = [
      briefing('2026/a', { story: 'port', questions: ships('agreed') }),
      briefing('2026/b', { story: 'pier', questions: ships('disputed') }),
      briefing('2026/c', { story: 'port', questions: ships('open'), changes: [withdrawal] }),
    ];
    const view = storyView(edition({ briefings, stories: [port, story('pier')] }), port, '');
    expect(view.standings).toMatchObject([{ standingText: 'The sides agree', history: [] }]);
  });
});
