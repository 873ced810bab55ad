import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectContent } from '../../src/checks/content.ts';
import { readDocument } from '../../src/checks/document.ts';
import { fixText } from '../../src/checks/fix.ts';
import { formatMistake, type Mistake } from '../../src/checks/mistake.ts';
import { checkShape } from '../../src/checks/shape.ts';
import { trailingSpaces } from '../../src/checks/spaces.ts';
import { schemas } from '../../src/schemas/publication.ts';
import { LEAST, withFolder } from '../support/unit-content-folder.ts';

/** A mend of `length` units at a place. */
function mend(line: number, column: number, length: number, replacement: string): Mistake {
  return { file: 'a.md', line, column, rule: 'unknown-key', message: '', fix: { length, replacement } };
}

describe('mends', () => {
  test('are made at their places, in whatever order they come', () => {
    const text = 'one two three\nfour five\n';
    const mends = [mend(1, 5, 3, 'deux'), mend(2, 1, 4, 'quatre'), mend(1, 1, 3, 'un'), mend(1, 9, 5, 'trois')];
    fc.assert(
      fc.property(fc.shuffledSubarray(mends, { minLength: 4 }), (shuffled) => {
        expect(fixText(text, shuffled)).toEqual({ text: 'un deux trois\nquatre five\n', count: 4 });
      }),
    );
  });

  test.each([
    ['the line ends of Windows stay', 'a: 1\r\nb: 2\r\n', mend(2, 1, 1, 'bb'), 'a: 1\r\nbb: 2\r\n'],
    ['a place is counted in UTF-16 units', 'x: 🏗🏗 two', mend(1, 9, 3, 'deux'), 'x: 🏗🏗 deux'],
    ['nothing is put where something was', 'a:   \nb', mend(1, 3, 3, ''), 'a:\nb'],
    ['something is put where nothing was', 'ab\n', mend(1, 3, 0, '/'), 'ab/\n'],
    ['a last line without an end has none afterwards', 'a\nb', mend(2, 1, 1, 'c'), 'a\nc'],
    ['a replacement is no pattern', 'a', mend(1, 1, 1, '$&$1'), '$&$1'],
  ])('%s', (_name, text, given, mended) => {
    expect(fixText(text, [given])).toEqual({ text: mended, count: 1 });
  });

  test.each([
    ['beyond the end of its line', mend(1, 2, 3, 'x')],
    ['on a line that is not there', mend(9, 1, 1, 'x')],
    ['that is none', { ...mend(1, 1, 1, 'x'), fix: undefined }],
  ])('%s is not made', (_name, given) => {
    expect(fixText('abc\ndef', [given])).toEqual({ text: 'abc\ndef', count: 0 });
  });

  test('that touch the same characters are not both made; those side by side are', () => {
    expect(fixText('abcd', [mend(1, 1, 3, 'x'), mend(1, 2, 2, 'y')])).toEqual({ text: 'ayd', count: 1 });
    expect(fixText('abcd', [mend(1, 1, 2, 'x'), mend(1, 3, 2, 'y')])).toEqual({ text: 'xy', count: 2 });
    expect(fixText('abcd\nabcd', [mend(1, 1, 4, 'x'), mend(2, 1, 4, 'y')])).toEqual({ text: 'x\ny', count: 2 });
  });
});

const SAMPLE = 'content/briefings/2026/';
const sample = readdirSync(SAMPLE)
  .sort()
  .flatMap((name) => {
    const [, front] = /^---\n([\s\S]*?)^---$/m.exec(readFileSync(SAMPLE + name, 'utf8')) ?? [];
    return front === undefined ? [] : [front];
  });

/** All that is wrong with front matter by itself. */
function mistakesIn(front: string): Mistake[] {
  const { document, mistakes } = readDocument('a.md', front);
  if (mistakes.length > 0) return mistakes;
  const shape = checkShape(schemas.briefings, document, []);
  const spaces = trailingSpaces(front, 0).map((found) => ({ file: 'a.md', ...found }));
  return [...(shape.ok ? [] : shape.mistakes), ...spaces];
}

/** One letter of a key left out, doubled or exchanged with the next. */
const typo = fc.record({
  at: fc.nat(),
  letter: fc.nat(),
  kind: fc.constantFrom('left out', 'doubled', 'exchanged', 'capital', 'space after'),
});

function withTypo(front: string, { at, letter, kind }: { at: number; letter: number; kind: string }): string {
  const keys = [...front.matchAll(/(?<=^[ -]*)[a-zA-Z]+(?=:)/gm)];
  const key = keys[at % keys.length];
  if (!key) return front;
  if (kind === 'space after') return front.replace(/$/m, '  ');
  const [word] = key;
  const index = letter % (word.length - 1);
  const [before, one, two, after] = [word.slice(0, index), word[index], word[index + 1], word.slice(index + 2)];
  const wrong = {
    'left out': before + two + after,
    doubled: before + one + one + two + after,
    exchanged: before + two + one + after,
    capital: before + one + two?.toUpperCase() + after,
  }[kind];
  return front.slice(0, key.index) + wrong + front.slice(key.index + word.length);
}

describe('mends of a briefing with typing errors', () => {
  test('never touch a line that is right, and come to an end', () => {
    expect(sample.length).toBeGreaterThan(2);
    let whole = 0;
    fc.assert(
      fc.property(fc.constantFrom(...sample), fc.array(typo, { minLength: 1, maxLength: 4 }), (front, typos) => {
        let text = typos.reduce(withTypo, front);
        const lines = front.split('\n');
        const wrongIn = (given: string) => given.split('\n').flatMap((line, at) => (line === lines[at] ? [] : [at]));
        const wrong = wrongIn(text);
        // A key that is mended brings what stands below it to light: one round for each typing error, and one to see.
        const counts = [...typos, undefined].map(() => {
          const mended = fixText(text, mistakesIn(text));
          expect(wrong).toEqual(expect.arrayContaining(wrongIn(mended.text)));
          text = mended.text;
          return mended.count;
        });
        expect(counts.at(-1)).toBe(0);
        if (text === front) whole += 1;
      }),
      { numRuns: 150 },
    );
    // Most such errors can be mended: else the lines above would hold of nothing.
    expect(whole).toBeGreaterThan(50);
  });

  test('give back what was there, where one letter is wrong', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sample), typo, (front, error) => {
        const wrong = withTypo(front, error);
        const { text } = fixText(wrong, mistakesIn(wrong));
        // Where it is not mended, it is still what was typed.
        if (text !== wrong) expect(text).toBe(front);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is mended', () => {
  /** The mends that the checks offer, as what stands there and what is put in its place. */
  function mendsIn(change: (text: string) => string): string[] {
    const text = change(LEAST['briefings/2026/crane.md'] ?? '');
    const { mistakes } = withFolder({ ...LEAST, 'briefings/2026/crane.md': text }, (folder) => inspectContent(folder));
    return mistakes.map((mistake) => {
      const { line, column, fix } = mistake;
      if (!fix) return formatMistake(mistake);
      const given = text
        .replace('\uFEFF', '')
        .split('\n')
        [line - 1]?.slice(column - 1, column - 1 + fix.length);
      return `${given} → ${fix.replacement}`;
    });
  }

  test.each([
    ['a key', (text: string) => text.replace('headline:', 'headlin:'), ['headlin → headline']],
    [
      'a key between quotation marks',
      (text: string) => text.replace('headline:', '"Headline":'),
      ['"Headline" → headline'],
    ],
    [
      'a key after others of its line',
      (text: string) => text.replace('topics: [harbour]', 'topics: [harbour]\nstory: {}'),
      [],
    ],
    ['a date', (text: string) => text.replace('2026-01-20\n', '20 January 2026\n'), ['20 January 2026 → 2026-01-20']],
    [
      'a date between quotation marks',
      (text: string) => text.replace('2026-01-20\n', '"2026/1/20"\n'),
      ['"2026/1/20" → 2026-01-20'],
    ],
    [
      'an instant',
      (text: string) => text.replace('T12:00:00Z', ' 12:00 UTC'),
      ['2026-01-20 12:00 UTC → 2026-01-20T12:00:00Z'],
    ],
    ['spaces', (text: string) => text.replace('facts:', 'facts:  '), ['   → ']],
    [
      'a link',
      (text: string) => text.replace('Text.', '[Topics](/topics#Topics)'),
      ['/topics#Topics → /topics/#Topics'],
    ],
    [
      'after a byte-order mark',
      (text: string) => `\uFEFF${text.replace('headline:', 'headlin:')}`,
      ['headlin → headline'],
    ],
    [
      'with the line ends of Windows',
      (text: string) => text.replace('facts:', 'factz:').replaceAll('\n', '\r\n'),
      ['factz → facts'],
    ],
  ])('%s', (_name, change, mends) => {
    expect(mendsIn(change).filter((line) => line.includes('→'))).toEqual(mends);
  });

  test.each([
    ['a key that is three letters off', (text: string) => text.replace('publishedAt:', 'publishe:')],
    ['a key that is there already', (text: string) => text.replace('facts:', 'headlin: x\nfacts:')],
    [
      'a key that may be one of two',
      (text: string) => text.replace('  - text: One', '  - tex: One').replace('tex:', 'to:'),
    ],
    ['a date that may be two days', (text: string) => text.replace('2026-01-20\n', '1/2/2026\n')],
    ['an instant without an offset', (text: string) => text.replace('T12:00:00Z', 'T12:00:00')],
    ['a date over several lines', (text: string) => text.replace('2026-01-20\n', '20 January\n      2026\n')],
    ['spaces in a body, which break a line', (text: string) => text.replace('Text.', 'Text.  \nMore.')],
    ['a link in character references', (text: string) => text.replace('Text.', '[Topics](/top&#105;cs)')],
  ])('not %s', (_name, change) => {
    expect(mendsIn(change).filter((line) => line.includes('→'))).toEqual([]);
  });
});
