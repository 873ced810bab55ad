import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { headingIds, headingMistakes } from '../../src/checks/body/headings.ts';
import { markdownProcessor } from '../../src/markdown/pipeline.ts';
import { makePaths } from '../../src/paths.ts';
import { bodyOf, placesOf } from '../support/unit-body.ts';
import { elementsIn } from '../support/unit-html.ts';

const renderer = await markdownProcessor(makePaths('https://example.org/news/'), 'en').createRenderer({
  syntaxHighlight: false,
});

/** The ids of the headings as the page has them, without that of the notes. */
async function shown(markdown: string): Promise<unknown[]> {
  const tree = fromHtml((await renderer.render(markdown)).code, { fragment: true });
  return elementsIn(tree, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')
    .map(({ properties }) => properties.id)
    .filter((id) => id !== 'footnote-label');
}

const WORDS = [
  ...[
    'Who says what',
    '"Open" and \'shut\'',
    "It's Peskov's",
    'Привет мир',
    '中文',
    'Ünïcode',
    'İstanbul',
    'ß',
    '26 January',
  ],
  ...['a -- b', 'a--b', 'a---b', 'a----b', '-----x', 'a\\--b', 'wait... for it', 'a..b', 'A. . . b', 'a–b — c…', 'a -'],
  ...[
    '😀',
    '😀 smile',
    '🇺🇦',
    '§',
    '.....',
    'C# & F#',
    'a_b_c',
    '\\*x\\*',
    'x&amp;y',
    'x&nbsp;y',
    '&copy; 2026',
    'x &lt;b&gt;',
  ],
  ...['`code` here', '`a--b`', '`` ` ``', '*em* **strong**', '~~del~~ x', 'a **-** -b', 'x   y', '{x} and {y}'],
  ...[
    '[a link](/about/) there',
    '![a picture](./a.png) there',
    '[text][ref]',
    '[![alt](/a.png)](/about/) x',
    'www.example.com',
  ],
  ...[
    '<b>bold</b> x',
    '<kbd>--</kbd>',
    '<img src="/a.png" alt="b"> y',
    '<a href="/about/">x</a>',
    'x <!-- c --> y',
    'x[^1]',
    'x[^2]',
  ],
  ...['who-says-what-1', 'Heading-1'],
];

const AFTER = '\n[ref]: /about/\n\nSee.[^1]\n\n[^1]: One.\n[^2]: Two.\n';

describe('the ids of headings are those that the page has', () => {
  test.each(WORDS)('for %s, also where it stands twice', async (words) => {
    for (const text of [`## ${words}\n\nText.\n\n### ${words}\n`, `${words}\n===\n\n# ${words}\n`]) {
      const ids = headingIds(bodyOf(text + AFTER));
      expect(ids).toEqual(await shown(text + AFTER));
      expect(ids).toHaveLength(2);
    }
  });

  test('in whatever order they stand, and in lists and quotations', async () => {
    const heading = fc.tuple(fc.constantFrom('## ', '# ', '> ### ', '- ## ', '###### '), fc.constantFrom(...WORDS));
    const body = fc
      .array(heading, { maxLength: 8 })
      .map((all) => `${all.map(([a, b]) => a + b).join('\n\n')}\n${AFTER}`);
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        expect(headingIds(bodyOf(text))).toEqual(await shown(text));
      }),
      { numRuns: 60 },
    );
  });

  test('also those of raw HTML, whose own ids are not published', async () => {
    const text = '<h2 id="own">Raw one</h2>\n\n## Raw one\n\n# 😀\n\n<h3>😀</h3>\n';
    expect(headingIds(bodyOf(text))).toEqual(['raw-one', 'raw-one-1', 'Heading-3', 'Heading-4']);
    expect(await shown(text)).toEqual(headingIds(bodyOf(text)));
  });

  test('in MDX also those that elements are given', () => {
    const text =
      '## Cranes\n\n<div id="Yard">\n\n## Cranes\n\n</div>\n\nA <span id="here">place</span>, <b id={x}>not</b> that.\n';
    expect(headingIds(bodyOf(text, 'briefings/2026/crane.mdx'))).toEqual(['cranes', 'cranes-1', 'Yard', 'here']);
  });
});

describe('levels of headings', () => {
  test.each([
    ['## A\n\n### B\n\n## C\n\n### D\n', []],
    ['# A\n\n## B\n\n### C\n', []],
    ['Text.\n\n### A\n', ['3:1 heading-skip']],
    ['## A\n\n> #### B\n\n##### C\n', ['3:3 heading-skip']],
    ['A\n---\n\n- #### B\n', ['4:3 heading-skip']],
    ['# A\n\n### B\n', []],
    ['## A\n\n<h3>B</h3>\n\n#### C\n', []],
    ['## A\n\nText and\n\n<div>\n<h4>B</h4></div>\n', ['6:1 heading-skip']],
    ['## A\r\n\r\n#### B\r\n', ['3:1 heading-skip']],
    ['```\n#### B\n```\n\n    #### C\n', []],
  ])('of %j that skip: %j', (text, places) => {
    expect(placesOf(headingMistakes(bodyOf(text)))).toEqual(places);
  });

  test('that skip are told with the mend', () => {
    expect(headingMistakes(bodyOf('## A\n\n##### B\n'))).toMatchObject([
      { message: 'The heading is of level 5, after one of level 2. Write it with 3 "#".' },
    ]);
  });
});
