import { describe, expect, test } from 'vitest';
import { characterMistakes } from '../../src/checks/body/characters.ts';
import { cleanText, placeIn } from '../../src/checks/characters.ts';
import { inspectContent } from '../../src/checks/content.ts';
import { formatMistake } from '../../src/checks/mistake.ts';
import { bodyOf, placesOf } from '../support/unit-body.ts';
import { LEAST, withFolder } from '../support/unit-content-folder.ts';

const character = (code: number) => String.fromCharCode(code);
const name = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;

const TURNING = [0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069].map(
  (code) => [name(code), code] as const,
);
const CONTROL = [0, 1, 7, 8, 0x0b, 0x0c, 0x0e, 0x1b, 0x1f, 0xfffe, 0xffff].map((code) => [name(code), code] as const);
const [LRE, RLE, PDF, RLO, LRI, RLI, FSI, PDI] = [0x202a, 0x202b, 0x202c, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069].map(
  character,
);

describe('a control character', () => {
  test.each(CONTROL)('%s is found where it stands, and the rest keeps its place', (_name, code) => {
    const { text, found } = cleanText(`a: 1\r\n🏗b${character(code)}c\n`);
    expect(placesOf(found)).toEqual(['2:4 control-character']);
    expect(text).toBe('a: 1\r\n🏗b\uFFFDc\n');
  });

  test.each(['\t', '\n', '\r', '\u00A0', '\u00AD', '\u200B', '\u200D', '\uFEFF', '\u0085'])('is not %j', (given) => {
    expect(cleanText(`a${given}b`)).toEqual({ text: `a${given}b`, found: [] });
  });

  test('is told each time', () => {
    expect(placesOf(cleanText('\u0000a\u0007\nb\u001B').found)).toEqual([
      '1:1 control-character',
      '1:3 control-character',
      '2:2 control-character',
    ]);
  });
});

describe('a character that turns the direction of the text', () => {
  test.each(TURNING)('%s is refused in text that runs from left to right, by its name', (named, code) => {
    const { text, found } = cleanText(`one\ntwo ${character(code)}three\n`);
    expect(placesOf(found)).toEqual(['2:5 bidi-control']);
    expect(found[0]?.message).toContain(named);
    expect(found[0]?.message).toContain('Delete it.');
    expect(text).toBe('one\ntwo \uFFFDthree\n');
  });

  test.each([
    ['an embedding in Hebrew', `שלום ${LRE}Reuters${PDF} עולם`],
    ['an isolate in Arabic', `قال ${LRI}Reuters${PDI} ذلك`],
    ['one within another', `قال ${RLI}x ${FSI}y${PDI}${PDI}`],
    ['an override that is ended', `שלום ${RLO}abc${PDF}`],
    ['a mark, which turns nothing', 'one \u200Etwo\u200F \u061Cthree'],
    ['Hebrew without any', 'שלום עולם'],
  ])('may stand as %s', (_name, line) => {
    expect(cleanText(`Text.\n${line}\r\n`)).toEqual({ text: `Text.\n${line}\r\n`, found: [] });
  });

  test.each([
    ['that is not ended', `שלום ${RLO}abc`],
    ['that ends on the next line', `שלום ${RLE}abc\n${PDF}עולם`],
    ['that ends what nothing began', `שלום ${PDF}abc${LRE}`],
    ['of which one of two is not ended', `שלום ${LRE}a${LRE}b${PDF}`],
  ])('may not stand in text from right to left %s', (_name, line) => {
    const { found } = cleanText(line);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.message).toContain('is not ended on its line');
  });

  test('is judged by its own line: Hebrew elsewhere does not allow it', () => {
    expect(placesOf(cleanText(`שלום\nabc ${RLI}d${PDI}`).found)).toEqual(['2:5 bidi-control', '2:7 bidi-control']);
  });
});

describe('one that is written by its number', () => {
  test.each(TURNING)('in a body, &#x%s;, is found as well', (named, code) => {
    const body = bodyOf(`Text.\n\nA *word &#x${code.toString(16)};here*.\n`);
    expect(placesOf(characterMistakes(body))).toEqual(['3:4 bidi-control']);
    expect(characterMistakes(body)[0]?.message).toContain(named);
  });

  test('may stand in Hebrew, ended; and in code it is not one', () => {
    expect(characterMistakes(bodyOf('שלום &#x202A;Reuters&#x202C; עולם\n\n`&#x202E;`\n'))).toEqual([]);
    expect(placesOf(characterMistakes(bodyOf('שלום &#x202A;Reuters\n')))).toEqual(['1:1 bidi-control']);
  });

  test.each([
    ['turns the direction', '"A \\u202E crane"', 'bidi-control  "headline": an invisible character turns'],
    ['controls', '"A \\u0007 crane"', 'control-character  "headline": it has an invisible control character'],
    ['is half of one', '"A \\uD800 crane"', 'control-character  "headline": it has an invisible control character'],
  ])('in a field, and %s, is found where the field is', (_name, headline, message) => {
    const text = LEAST['briefings/2026/crane.md']?.replace('A crane is built', headline) ?? '';
    const { mistakes } = withFolder({ ...LEAST, 'briefings/2026/crane.md': text }, (folder) => inspectContent(folder));
    expect(mistakes.map(formatMistake)).toEqual([expect.stringContaining(`crane.md:2:11  error  ${message}`)]);
  });
});

test.each([
  ['', 0, 1, 1],
  ['abc', 3, 1, 4],
  ['a\nb', 1, 1, 2],
  ['a\nb', 2, 2, 1],
  ['a\r\n🏗b', 5, 2, 3],
  ['\n\n', 2, 3, 1],
])('the place in %j at %i is %i:%i', (text, at, line, column) => {
  expect(placeIn(text, at)).toEqual({ line, column });
});
