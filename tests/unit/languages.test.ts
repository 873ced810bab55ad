import { describe, expect, test } from 'vitest';
import { directionOf, wordsOf } from '../../src/languages/index.ts';
import { labelled, labels } from '../../src/markdown/labels.ts';
import { notes } from '../../src/markdown/notes.ts';
import { englishIn, OTHERS, phrasesOf } from '../support/languages.ts';

describe('the words for a language tag', () => {
  test('are those of its language, wherever it is spoken', () => {
    expect(wordsOf('uk-UA').titles.search).toBe('Пошук');
    expect(wordsOf('ar-EG').titles.search).toBe('البحث');
    expect(wordsOf('en-GB').titles.search).toBe('Search');
  });

  test('are English where there are none', () => {
    expect(wordsOf('de').titles.search).toBe('Search');
    // With the plurals of English: French has none of nothing.
    expect(wordsOf('fr').lists.briefings(0)).toBe('0 briefings');
  });

  test('have numbers as they are written where it is spoken', () => {
    expect(wordsOf('en-GB').lists.briefings(1200)).toBe('1,200 briefings');
    expect(wordsOf('uk').lists.briefings(1200)).toBe('1\u00A0200 оглядів');
    expect(wordsOf('ar-EG').lists.briefings(1200)).toBe('١٬٢٠٠ موجز');
  });
});

test.each([
  ['en', ['0 briefings', '1 briefing', '2 briefings', '5 briefings', '21 briefings']],
  ['uk', ['0 оглядів', '1 огляд', '2 огляди', '5 оглядів', '21 огляд']],
  ['ar', ['لا موجزات', 'موجز واحد', 'موجزان', '5 موجزات', '21 موجزًا']],
])('things are counted as %s counts them', (language, told) => {
  expect([0, 1, 2, 5, 21].map(wordsOf(language).lists.briefings)).toEqual(told);
});

describe.each(OTHERS)('the words of %s', (language) => {
  test('are not English', () => {
    const allowed = ['JavaScript', 'RSS', 'Atom', 'JSON', 'OPML', 'Natural Earth'];
    const latin = [...phrasesOf(language)].flatMap(
      (phrase) => phrase.match(/\p{sc=Latin}+(?: \p{sc=Latin}+)*/gu) ?? [],
    );
    expect(latin.filter((word) => !allowed.includes(word) && word !== language)).toEqual([]);
  });

  test('tell English ones apart, so that pages can be looked through for them', () => {
    expect(englishIn(['Skip to content', 'x. Coming up', '12 briefings'], language).sort()).toEqual([
      'Coming up',
      'Skip to content',
      'briefings',
    ]);
    expect(englishIn([...phrasesOf(language)], language)).toEqual([]);
  });

  test('have every plural form that the script of the search page may ask for', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((form) => form !== 'zero');
    for (const forms of Object.values(wordsOf(language).found.counts)) {
      expect(Object.keys(forms)).toEqual(expect.arrayContaining(needed));
    }
  });
});

test.each([
  ['en-GB', 'ltr'],
  ['uk', 'ltr'],
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['fa-IR', 'rtl'],
  ['az-Arab', 'rtl'],
  ['ur-Latn', 'ltr'],
])('%s is written %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});

describe('a body', () => {
  const back = (label: string, attribute = 'data-footnote-backref=""') =>
    `<a href="#Note-fnref-1" ${attribute} aria-label="${label}" class="data-footnote-backref">↩</a>`;

  test('says in another language what it says of its own accord', () => {
    const html = `<h2 id="footnote-label">${labels.notes}</h2><span class="visually-hidden">${labels.linkToSection}</span>`;
    expect(labelled(html, 'uk')).toBe(
      '<h2 id="footnote-label">Примітки</h2><span class="visually-hidden">Посилання на цей розділ</span>',
    );
  });

  test.each(['data-footnote-backref=""', 'data-footnote-backref'])(
    'names each way back from a note: %s',
    (attribute) => {
      const ways = [0, 11].flatMap((note) => [1, 2, 5].map((again) => notes.footnoteBackLabel(note, again)));
      const told = ways
        .map((label) => labelled(back(label, attribute), 'uk'))
        .map((html) => /label="([^"]*)"/.exec(html)?.[1]);
      expect(told).toEqual([
        'Назад до примітки 1 в тексті',
        'Назад до згадки 2 примітки 1',
        'Назад до згадки 5 примітки 1',
        'Назад до примітки 12 в тексті',
        'Назад до згадки 2 примітки 12',
        'Назад до згадки 5 примітки 12',
      ]);
    },
  );

  test('points the way that its language is read', () => {
    expect(labelled(back(notes.footnoteBackLabel(0, 1)), 'uk')).toContain('>↩<');
    expect(labelled(back(notes.footnoteBackLabel(0, 1)), 'ar')).toContain('>↪<');
  });

  test('keeps the same words where an editor wrote them', () => {
    const html = `<h2>${labels.notes}</h2><p>${labels.linkToSection}</p>`;
    expect(labelled(html, 'uk')).toBe(html);
  });
});
