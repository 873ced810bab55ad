import { describe, expect, test } from 'vitest';
import { mistakesIn, wrongIn } from '../support/unit-body.ts';

describe('a link that leads somewhere', () => {
  test.each([
    '[A](/method/) [B](/method/?a=b#who-counts) [C](/method/#Heading-2) [D](/)',
    '[A](#here) and [B](#Content)\n\n## Here',
    '[A](https://example.com/a-b_(c)?d=e&f#g) <https://example.com/> https://example.com www.example.com',
    '[A](mailto:desk@example.org) [B](tel:+4420) <desk@example.org>',
    '[A](/method/ "A title") [B](/method/ \'Another\') [C](</method/> (Third))',
    '[A](https://example.org/method/) and [B](//example.org/method/)',
    '[A](/m%65thod/#who%2Dcounts) [B](/m&#101;thod/)',
    '[A](/method/#:~:text=who%20counts)',
    '[A](/rss.xml) [B](/topics/harbour/feed.json) [C](/map.png) [D](/404.html) [E](/briefings/2026/crane/index.md)',
    '[A][ref] and [ref][] and [ref]\n\n[ref]: /method/',
    '[A](../method/) [B](./) [C](?a=b)',
    '[![A crane](./crane.png)](/method/)',
    '`[A](/lost/)` and \\[A](/lost/)\n\n    [A](/lost/)\n\n```\n[A](/lost/)\n```\n\n<!-- [A](/lost/) -->',
    '<a href="/method/">A</a>',
  ])('has no mistake: %s', (body) => {
    expect(mistakesIn(body).filter(({ rule }) => rule !== 'insecure-link')).toEqual([]);
  });
});

describe('a link that does not', () => {
  test.each([
    ['Text [A](/lost/) more', '1:10 broken-link', 'The site has no page or file "/lost/".'],
    ['[A](/methd/)', '1:5 broken-link', 'Did you mean "/method/"?'],
    ['[/lost/](/lost/)', '1:10 broken-link', 'The site has no page'],
    ['[A](</lost and found/>)', '1:6 broken-link', '"/lost and found/"'],
    ['[A](/lost/ "/lost/")', '1:5 broken-link', 'The site has no page'],
    ['\n[A](/method)', '2:5 broken-link', 'Addresses of pages end in a slash: "/method/".'],
    ['[A](/method?a=b#c)', '1:5 broken-link', '"/method/?a=b#c".'],
    ['[A](method.md)', '1:5 broken-link', 'names a file of the content folder'],
    ['[A](../briefings/2026/crane.md#x)', '1:5 broken-link', 'names a file of the content folder'],
    ['[A](/Method/)', '1:5 broken-link', 'Did you mean "/method/"?'],
    ['[A](/briefings/2026/draft/)', '1:5 broken-link', 'is not public when this text is'],
    ['[A](/briefings/2026/held/)', '1:5 broken-link', 'is not public when this text is'],
    ['[A](https://example.org/lost/)', '1:5 broken-link', 'The site has no page'],
    ['[A](https://)', '1:5 broken-link', 'is no address that a browser can read'],
    ['<https://example.org/lost/>', '1:2 broken-link', 'The site has no page'],
    ['See https://example.org/lost/ there', '1:5 broken-link', 'The site has no page'],
    ['[A](/m&#101;thd/)', '1:1 broken-link', 'Did you mean "/method/"?'],
    ['[A](/%E0%A4%A/)', '1:5 broken-link', 'The site has no page'],
    ['[A][ref]\n\n[ref]: /lost/', '3:8 broken-link', 'The site has no page'],
    ['[A][ref]\n\n> [ref]:\n>   </lost/> "x"', '4:6 broken-link', 'The site has no page'],
    ['- a\n  1. b\n     > [A](/lost/)', '3:12 broken-link', 'The site has no page'],
    ['🏗 *b* [A](/lost/)', '1:12 broken-link', 'The site has no page'],
    ['| a |\n| - |\n| [A](/lost/) |', '3:7 broken-link', 'The site has no page'],
    ['A[^1]\n\n[^1]: [A](/lost/)', '3:11 broken-link', 'The site has no page'],
    ['A\r\n\r\n[A](/lost/)\r\n', '3:5 broken-link', 'The site has no page'],
    ['<p>\n<a href="/lost/">A</a></p>', '2:10 broken-link', 'The site has no page'],
    ['[![A crane](./crane.png)](/lost/)', '1:27 broken-link', 'The site has no page'],
    ['## Here\n\n[A](#her)', '3:5 unknown-anchor', 'This page has no part "#her". Did you mean "here"?'],
    [
      '[A](/method/#who-count)',
      '1:5 unknown-anchor',
      '"/method/" has no part "#who-count". Did you mean "who-counts"?',
    ],
    ['[A](/method/#timeline)', '1:5 unknown-anchor', 'has no part "#timeline".'],
    ['[A]()', '1:3 empty-link', 'The link has no address.'],
    ['[A](<>)', '1:3 empty-link', 'The link has no address.'],
    ['[](/method/)', '1:4 empty-link', 'The link has no words.'],
    ['[ ](/method/)', '1:5 empty-link', 'The link has no words.'],
    ['[![](./crane.png)](/method/)', '1:20 empty-link', 'The link has no words.'],
    ['[A](javascript:alert)', '1:5 dropped-markup', 'Links to javascript: are not published'],
    ['[A](DATA:text/html,x)', '1:5 dropped-markup', 'Links to data: are not published'],
    ['[A](file:///etc/passwd)', '1:5 dropped-markup', 'Links to file: are not published'],
    ['[A](http://example.com/)', '1:5 insecure-link', 'is sent in the open'],
    ['www.example.com', '1:1 insecure-link', 'is sent in the open'],
    ['[A][lost]', '1:1 unknown-reference', '"[lost]: …" is missing'],
    ['[A](/lost/)\n\n# [B](/method)', '1:5 broken-link', 'The site has no page'],
  ])('is told at its place: %j at %s', (body, place, message) => {
    const found = mistakesIn(body).filter(({ rule }) => rule !== 'image-alt');
    expect(found[0]?.message).toContain(message);
    expect(`${found[0]?.line}:${found[0]?.column} ${found[0]?.rule}`).toBe(place);
  });

  test('that is written twice in one place is told at each', () => {
    expect(wrongIn('[A](/lost/) [A](/lost/) [B][r] [C][r]\n\n[r]: /lost/')).toEqual([
      '1:5 broken-link',
      '1:17 broken-link',
      '3:6 broken-link',
      '3:6 broken-link',
    ]);
  });
});

describe('where the site stands under a path', () => {
  const under = (body: string) => mistakesIn(body, 'pages/about.md', 'https://example.org/news/');

  test('addresses are written from its root', () => {
    expect(under('[A](/method/) [B](/method/#who-counts) [C](/map.png) ![D](/map.png)')).toEqual([]);
    expect(under('[A](/news/method/)')).toMatchObject([
      { column: 5, rule: 'broken-link', message: 'The site has no page or file "/news/method/". Write "/method/".' },
    ]);
    expect(under('[A](/methd/)')[0]?.message).toBe('The site has no page or file "/methd/". Did you mean "/method/"?');
  });

  test('whole addresses beside it are of somebody else', () => {
    expect(under('[A](https://example.org/other/) [B](https://example.org/news/method/)')).toEqual([]);
    expect(under('[A](https://example.org/news/lost/)')).toMatchObject([{ rule: 'broken-link' }]);
  });
});

describe('a text may lead to what is public when it is itself', () => {
  test.each([
    ['held', ['crane', 'lifted', 'held'], ['held-later', 'draft']],
    ['held-later', ['crane', 'held', 'held-later'], ['draft']],
    // Both embargoes have passed: it is all the same which was the first.
    ['lifted', ['crane', 'lifted-later'], ['held', 'draft']],
    ['draft', ['crane', 'held-later', 'draft', 'other-draft'], []],
  ])('%s: to %j and not to %j', (name, open, closed) => {
    const wrong = (other: string) => mistakesIn(`[A](/briefings/2026/${other}/)`, `briefings/2026/${name}.md`);
    expect(open.flatMap(wrong)).toEqual([]);
    for (const other of closed) {
      expect(wrong(other)).toMatchObject([
        { rule: 'broken-link', message: expect.stringContaining('is not public when') },
      ]);
    }
  });
});

describe('a link that can be mended', () => {
  test.each([
    ['[A](/method)', '/method/'],
    ['[A](/method#who-counts "x")', '/method/#who-counts'],
    ['[A][r]\n\n[r]: /method', '/method/'],
    ['<a href="/method">A</a>', '/method/'],
  ])('%j has the mend', (body, replacement) => {
    expect(mistakesIn(body)).toMatchObject([{ fix: { replacement } }]);
  });
});
