import { describe, expect, test } from 'vitest';
import { partName } from '../../../src/newsroom/search-part.ts';
import type { Fragment } from '../../../src/search/fragment.ts';
import { folded, type Match, matchesIn } from '../../../src/search/matches.ts';
import { isAsking, queryText, readQuery } from '../../../src/search/query.ts';

/** A record of parts, each a name and its words; words that are found stand in [brackets]. */
function fragment(...parts: [id: string, text: string, element?: string][]): Fragment {
  const anchors = [];
  const words: string[] = [];
  for (const [id, text, element = 'i'] of parts) {
    anchors.push({ element, id, location: words.length });
    words.push(...text.split(' '));
  }
  return {
    url: '/briefings/2026/crane/',
    content: words.map((word) => word.replaceAll(/[[\]]/g, '')).join(' '),
    meta: { title: 'The crane', date: '2 February 2026' },
    locations: words.flatMap((word, place) => (word.startsWith('[') ? [place] : [])),
    anchors,
  };
}

const TEXT = partName({ kind: 'briefing', anchor: '', by: [] });
const fact = (by: string) => partName({ kind: 'fact', anchor: '', by: [by] });
const statement = (by: string) => partName({ kind: 'statement', anchor: 'Question-a', by: [by] });

/** A match in one line, found words between brackets. */
const line = ({ kind, href, words }: Match) =>
  `${kind} ${href}: ${words
    .map(({ text, isApart, isFound }, place) => (place > 0 && isApart ? ' ' : '') + (isFound ? `[${text}]` : text))
    .join('')}`;

describe('what a record has of what was asked for', () => {
  test('is the sentence with most of it, where it stands', () => {
    const record = fragment(
      [TEXT, 'A [crane.] Nothing else.'],
      ['rails', 'Rails', 'h2'],
      ['x', 'They rust. The [late] [crane] needs “new rails.” More.', 'p'],
    );
    expect(matchesIn(record, 'late crane', '').map(line)).toEqual([
      'briefing /briefings/2026/crane/#rails: The [late] [crane] needs “new rails.”',
    ]);
  });

  test('is a sentence below the headline, and the headline only where no other has it', () => {
    const lines = (text: string) => matchesIn(fragment([TEXT, text]), 'crane', '').map(line);
    expect(lines('The [crane.] More. A [crane] comes.')).toEqual(['briefing /briefings/2026/crane/: A [crane] comes.']);
    expect(lines('The [crane.] More.')).toEqual(['briefing /briefings/2026/crane/: The [crane.]']);
  });

  test('is the parts that have all words, each at its place', () => {
    const record = fragment(
      [TEXT, 'Nothing.'],
      [fact('a'), 'The [crane] is tall'],
      [statement('b'), 'The [cranes] were [Late,] he said'],
    );
    expect(matchesIn(record, 'LATE crane', '').map(line)).toEqual([
      'briefing /briefings/2026/crane/: ',
      'statement /briefings/2026/crane/#Question-a: The [cranes] were [Late,] he said',
    ]);
  });

  test('is nothing where a word is not in it, and something that it begins with is', () => {
    const record = fragment([TEXT, '[Not] a [late] [crane] runs.']);
    expect(matchesIn(record, 'crane nothinglikeit', '')).toEqual([]);
    expect(matchesIn(record, 'latecomers', '')).toEqual([]);
    expect(matchesIn(record, 'cranes', '')).toHaveLength(1);
    // A word of the date is no word of the text.
    expect(matchesIn(record, 'crane february', '')).toHaveLength(1);
    expect(matchesIn(record, '“late-crane”', '')).toHaveLength(1);
  });

  test.each([
    ['allies', '[Ally]'],
    ['ally', '[allies]'],
    ['cities', '[city]'],
    ['running', '[run]'],
    ['studied', '[study]'],
  ])('is found for %s where the index has found %s', (asked, word) => {
    expect(matchesIn(fragment([TEXT, `One ${word} there.`]), asked, '')).toHaveLength(1);
  });

  test('is what one source says, where it was chosen, with words or without', () => {
    const record = fragment([TEXT, 'Nothing.'], [fact('a'), 'A [crane]'], [statement('b'), 'Two [cranes]']);
    const kinds = (asked: string, source: string) => matchesIn(record, asked, source).map(({ kind }) => kind);
    expect(kinds('crane', 'b')).toEqual(['briefing', 'statement']);
    expect(kinds('', 'a')).toEqual(['briefing', 'fact']);
    expect(kinds('', '')).toEqual(['briefing']);
  });

  test('is cut around the first word where a sentence is long', () => {
    const long = `${'one '.repeat(100)}[crane] ${'two '.repeat(100)}end.`;
    const [match] = matchesIn(fragment([TEXT, long]), 'crane', '');
    expect(match?.words).toHaveLength(45);
    expect(match?.words.findIndex(({ isFound }) => isFound)).toBe(15);
  });

  test('is parted by the mark of the index in languages without spaces', () => {
    const record = {
      ...fragment([TEXT, 'a']),
      content: '港は広い。',
      raw_content: '港\u200Bは\u200B広い。',
      locations: [0],
    };
    expect(matchesIn(record, '港', '').map(line)).toEqual(['briefing /briefings/2026/crane/: [港]は広い。']);
  });

  test('keeps the spaces that stand in such a language, its sentences, and its headline apart from them', () => {
    const pieces = [
      '港',
      'の',
      '橋',
      '. ',
      '港',
      'は',
      '広い',
      '。 ',
      '2026 ',
      '年',
      'の ',
      'The ',
      'crane ',
      '港',
      '。',
      '終わり',
    ];
    const record = {
      ...fragment([TEXT, 'a']),
      meta: { title: '港の橋', date: '' },
      content: pieces.join(''),
      raw_content: pieces.join('\u200B'),
    };
    expect(matchesIn({ ...record, locations: [0, 4] }, '港', '').map(line)).toEqual([
      'briefing /briefings/2026/crane/: [港]は広い。',
    ]);
    expect(matchesIn({ ...record, locations: [0, 13] }, '港', '').map(line)).toEqual([
      'briefing /briefings/2026/crane/: 2026 年の The crane [港]。',
    ]);
  });

  test('has its language, where the record has one of its own', () => {
    const record = fragment([TEXT, 'A [crane.]']);
    const [plain] = matchesIn(record, 'crane', '');
    expect([plain?.lang, plain?.dir]).toEqual([undefined, undefined]);
    const meta = { ...record.meta, lang: 'ar', dir: 'rtl' };
    expect(matchesIn({ ...record, meta }, 'crane', '')).toMatchObject([{ lang: 'ar', dir: 'rtl' }]);
  });

  test('has parts in such languages, too: those with a word that the index found', () => {
    const parts = [TEXT, fact('a'), statement('b')].map((id, location) => ({ element: 'i', id, location }));
    const words = { content: '港橋港', raw_content: '港\u200B橋\u200B港', locations: [0, 2], anchors: parts };
    const kinds = matchesIn({ ...fragment([TEXT, 'a']), ...words }, '港', '').map(({ kind }) => kind);
    expect(kinds).toEqual(['briefing', 'statement']);
  });

  test.each([
    ['Kyïv,', 'kyiv'],
    ['“Café”', 'cafe'],
    ['Київ', 'киів'],
    ['—', ''],
  ])('compares %s as %s', (word, as) => {
    expect(folded(word)).toBe(as);
  });
});

describe('an address', () => {
  test('carries what is asked for, and nothing else', () => {
    const asked = readQuery('?q=late+crane&topic=harbour&other=1&sort=newest');
    expect(asked).toEqual({ q: 'late crane', topic: 'harbour', story: '', source: '', year: '', sort: 'newest' });
    expect(queryText(asked)).toBe('?q=late+crane&topic=harbour&sort=newest');
    expect(queryText(readQuery(''))).toBe('');
    expect(readQuery(queryText(readQuery('?q=caf%C3%A9 %26 Київ')))).toMatchObject({ q: 'café & Київ' });
  });

  test('asks for something with words or with a choice, and not with an order alone', () => {
    expect(['?q=a', '?year=2026', '?sort=newest', '?q=+'].map((text) => isAsking(readQuery(text)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
