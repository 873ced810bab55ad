import { describe, expect, test } from 'vitest';
import { footnoteMistakes } from '../../src/checks/body/footnotes.ts';
import { markupMistakes } from '../../src/checks/body/markup.ts';
import { isPart } from '../../src/checks/body/parts.ts';
import { readBody } from '../../src/checks/body/read.ts';
import { bodyOf, fileOf, mistakesIn, placesOf, wrongIn } from '../support/unit-body.ts';

const MDX = 'briefings/2026/mdx.mdx';

describe('notes', () => {
  test.each([
    ['A.[^1]\n\n[^1]: One.', []],
    ['A.[^Ä]\n\n[^ä]: One.', []],
    ['A.[^Ä b]\n\n[^ä b]: A name with a space is none.', ['1:3 unknown-footnote', '3:1 unknown-footnote']],
    ['A.[^Note]\n\n[^note]: Case is all one.', []],
    ['A.[^1] B.[^1]\n\n[^1]: One.', []],
    ['A.[^1]', ['1:3 unknown-footnote']],
    ['A.[^1] B.[^1]\n*C.[^2]*', ['1:3 unknown-footnote', '1:10 unknown-footnote', '2:4 unknown-footnote']],
    ['> - A.[^1]\r\n> - B', ['1:7 unknown-footnote']],
    ['A.\\[^1] `[^1]`\n\n    [^1]', []],
    ['A.\n\n[^1]: One.', ['3:1 unused-footnote']],
    ['A.[^1]\n\n[^1]: One.\n\n[^1]: Two.', ['5:1 unknown-footnote']],
    ['A.[^1]\n\n[^1]: One.[^2]\n\n[^2]: Two.', []],
    ['A [b][c] d', ['1:3 unknown-reference']],
    ['A [b] d, [x] e', []],
    ['A \\[b][c] d', []],
  ])('%j has %j', (body, places) => {
    expect(placesOf(footnoteMistakes(bodyOf(body)))).toEqual(places);
  });

  test('that are not there are named, with the mend', () => {
    expect(footnoteMistakes(bodyOf('A.[^why]'))).toMatchObject([
      { message: 'There is no note for [^why]. Write it, as "[^why]: …" on a line.' },
    ]);
  });
});

describe('raw HTML', () => {
  test.each([
    ['<b>A</b> <abbr title="x">B</abbr> <details><summary>C</summary></details>', []],
    ['<!-- A comment -->', []],
    ['<script>alert(1)</script>', ['1:1 dropped-markup: The element <script>']],
    ['<div>\n<iframe src="/"></iframe></div>', ['2:1 dropped-markup: The element <iframe>']],
    ['A <b onclick="x()">B</b>', ['1:3 dropped-markup: The attribute "onclick" of <b>']],
    ['A\r\n\r\n<p style="color:red">B</p>', ['3:1 dropped-markup: The attribute "style" of <p>']],
    ['> <IFRAME></IFRAME>', ['1:3 dropped-markup: The element <iframe>']],
    ['`<script>` and \\<script>\n\n    <script>', []],
    ['<b ONCLICK="x()">B</b>', ['1:1 dropped-markup: The attribute "onclick" of <b>']],
  ])('%j has %j', (body, expected) => {
    const found = markupMistakes(bodyOf(body));
    expect(found.map(({ line, column, rule, message }) => `${line}:${column} ${rule}: ${message}`)).toEqual(
      expected.map((text) => `${text} is not published.`),
    );
  });

  test('passes in MDX, which is code', () => {
    expect(markupMistakes(bodyOf('<iframe src="/" style={{}} />\n', MDX))).toEqual([]);
  });
});

describe('MDX', () => {
  test.each([
    ['<Statement by="office" on="2026-01-20">\n  A.\n</Statement>', []],
    ['<Statement>A</Statement>', ['1:1 missing', '1:1 missing']],
    ['- a\n- <Tally />', ['2:3 missing']],
    ['<Tally {...figure} />', []],
    ['<Talley id="a" />', ['1:1 mdx-component']],
    ['A <Foo.Bar /> b', ['1:3 mdx-component']],
    ['<>A</> <my-thing /> <b>B</b>', []],
    ["import x from './x.js'\n\nText.", ['1:15 mdx-import']],
    ['\nimport { a } from \'a\'\nimport b from "b"', ['2:19 mdx-import', '3:15 mdx-import']],
    ["export { a } from './a.js'", ['1:19 mdx-import']],
    ['export const a = 1\n\n{a}', []],
    ['A\n\n<b>B\n', ['3:1 mdx-syntax']],
    ['A {b', ['1:5 mdx-syntax']],
    ['## A\n\n#### B', ['3:1 heading-skip']],
    ['A.[^1]', ['1:3 unknown-footnote']],
    ['\r\n\r\n<Tally />\r\n', ['3:1 missing']],
  ])('%j has %j', (body, places) => {
    const found = wrongIn(body, MDX);
    expect(found.map((place) => place.replace(/^(\d+:\d+ mdx-syntax).*/, '$1'))).toEqual(places);
  });

  test('an image is imported by its name from the file', () => {
    const body = (from: string) => `import crane from '${from}'\n\n<img src={crane.src} alt="A crane" />`;
    expect(wrongIn(body('../../pages/crane.png'), MDX)).toEqual([]);
    expect(wrongIn(body('../../pages/lost.png'), MDX)).toEqual(['1:19 mdx-import']);
  });

  test('that cannot be read is told in a sentence, once, and without a stack', () => {
    for (const text of ['<b>', '{', '</b>', '<a b=c />', 'import x fro', '<b></i>', '{/*', 'a <b', '<!-- x -->']) {
      const body = readBody(fileOf(`A\n\n${text}\n`, MDX));
      expect(body, text).toMatchObject({
        rule: 'mdx-syntax',
        message: expect.stringMatching(/^The MDX cannot be read: [^\n]*\.$/),
      });
      if ('message' in body) expect(body.line, text).toBeGreaterThanOrEqual(3);
    }
  });

  test('a component that may have been meant is named', () => {
    expect(mistakesIn('<Talley id="a" />', MDX)[0]?.message).toContain('Did you mean "Tally"?');
  });
});

describe('a part that pages have of themselves', () => {
  test.each(['Timeline', 'Facts', 'Question-what', 'Change-2', 'Tally-a', 'Series-a-b', 'Note-fn-1', 'Heading-3'])(
    'is %s',
    (id) => {
      expect(isPart(id)).toBe(true);
    },
  );

  test.each(['timeline', 'Timelines', 'xTimeline', 'Timeline-1', 'Question', 'Question-', 'Foo', ''])(
    'is not %j',
    (id) => {
      expect(isPart(id)).toBe(false);
    },
  );
});
