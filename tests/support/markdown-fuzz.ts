import fc from 'fast-check';
import { pieces } from './pieces.ts';

// Markdown as an editor might write it, and as nobody would: pieces of every construct, put together by chance.

const WORDS = pieces(`
The council¦don’t¦don't¦it's¦harbour¦a¦138¦1990--95¦St. Petersburg¦U.S.¦e.g.¦Пушков сказал¦Ängström¦مرحبا¦中文¦🙂¦
👨‍👩‍👧¦naïve¦№ 5¦é¦"¦'¦"quoted"¦'quoted'¦("so")¦"No," he said¦'90s¦the '80s¦“set”¦‘set’¦„low“¦«g»¦--¦---¦...¦
. . .¦…¦–¦—¦-¦.¦,¦;¦:¦!¦?¦(¦)¦/¦%¦§¦$5¦+¦*¦**¦_¦__¦~¦~~¦\`¦\`\`¦[¦]¦![¦](¦|¦#¦=¦^¦{¦}¦\\¦\\*¦\\\n¦&¦&amp;¦&copy;¦
&#35;¦<¦>¦<b>¦</b>¦<!-- x -->¦*em*¦**strong**¦***both***¦~~gone~~¦\`code\`¦_em_¦__strong__¦*a **b** c*¦
**a *b* c**¦[link](https://example.org/)¦[two words](/about/)¦[t](https://example.org/a_b "Title")¦[empty]()¦
[*em* link](/topics/a/)¦[bad](javascript:x)¦[mail](mailto:a@example.org)¦[rel](other/)¦[here](#part)¦[ref][one]¦
[one]¦[One][]¦[^1]¦[^note]¦[^none]¦[^1][^note]¦![alt](/a.png)¦![alt](a.png)¦https://example.org/¦
https://example.org/a?b=c&d¦www.example.org¦a@example.org¦http://example.org/x).¦<https://example.org/>¦
[пример](https://example.org/я)¦![pic *em*](https://other.example/x.png "T")
`);

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  fc.string({ maxLength: 6, unit: 'grapheme' }),
);
const gap = fc.oneof(
  { weight: 12, arbitrary: fc.constant(' ') },
  { weight: 5, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom('  ', '\t', '\n', '  \n', '\n  ', '\u00A0') },
);

const line = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 9 })
  .map((pieces) => pieces.map((piece) => piece.join('')).join(''));

const cells = fc.array(fc.oneof(line, fc.constant('')), { minLength: 1, maxLength: 4 });
const table = fc
  .tuple(
    cells,
    fc.array(fc.constantFrom('---', ':--', '--:', ':-:', '-'), { minLength: 1, maxLength: 4 }),
    fc.array(cells, { maxLength: 3 }),
    fc.boolean(),
  )
  .map(([head, delimiters, rows, outer]) =>
    [head, delimiters, ...rows]
      .map((row) => (outer ? `| ${row.join(' | ')} |` : row.join(' | ')).replaceAll('\n', ' '))
      .join('\n'),
  );

const MARKS = ['- ', '* ', '+ ', '1. ', '2) ', '10. ', '- [ ] ', '- [x] ', '-   ', '-\t', '-'];

const blocks = fc.letrec<{ block: string; leaf: string; many: string }>((tie) => ({
  leaf: fc.oneof(
    { weight: 8, arbitrary: line },
    { weight: 2, arbitrary: table },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom('#', '##', '###', '####'), line).map((parts) => parts.join(' ')) },
    { weight: 1, arbitrary: fc.tuple(line, fc.constantFrom('===', '---')).map((parts) => parts.join('\n')) },
    { weight: 1, arbitrary: fc.constantFrom('---', '***', '[one]: https://example.org/one', '    indented') },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom('```', '~~~', '``` js'), line).map(([f, l]) => `${f}\n${l}\n${f}`),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(fc.constantFrom('1', 'note', 'Note', 'é'), line).map(([n, l]) => `[^${n}]: ${l}`),
    },
    { weight: 1, arbitrary: fc.constantFrom('<div>\n\n', '</div>', '<p>x</p>', '<!-- a\n\nb -->', '<script>') },
  ),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: tie('leaf') },
    { weight: 1, arbitrary: tie('many').map((text) => text.replaceAll(/^/gm, '> ')) },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.tuple(fc.constantFrom(...MARKS), tie('many'), fc.constantFrom('  ', '    ', '   ', '')), {
          minLength: 1,
          maxLength: 3,
        })
        .map((items) => items.map(([mark, text, indent]) => mark + text.replaceAll('\n', `\n${indent}`)).join('\n')),
    },
    { weight: 1, arbitrary: tie('many').map((text) => `[^1]: ${text.replaceAll('\n', '\n    ')}`) },
  ),
  many: fc
    .array(fc.tuple(tie('block'), fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n \n')), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.flat().slice(0, -1).join('')),
}));

/** Whole bodies, as nobody writes them. */
export const anyBodies = fc
  .array(fc.tuple(blocks.block, fc.constantFrom('\n\n', '\n\n', '\n')), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flat().join(''));

// Whole pieces, as an editor writes them, and now and then one that is none.
const WHOLE = pieces(`
The council¦don’t¦don't¦it's¦harbour¦a¦138¦1990--95¦St. Petersburg¦U.S.¦e.g.¦I.¦Пушков сказал¦Ängström¦مرحبا¦
שלום¦中文¦naïve¦№ 5¦é¦🙂¦-¦.¦,¦;¦:¦!¦?¦"quoted"¦'quoted'¦("so")¦"No," he said.¦the '80s were¦“set”¦‘set’¦„low“¦«g»¦
"$5 more"¦"'So,' he said"¦councils' plans¦"*so*"¦*"so"*¦"[so](/about/)"¦\`code\`'s¦--¦---¦...¦…¦—¦§ 3¦$5¦+¦(a)¦
50%¦a/b¦a_b_c¦2 * 3¦~5¦C#¦{x}¦=¦[so]¦[a] [b]¦^¦a@¦://¦*em*¦**strong**¦***both***¦~~gone~~¦\`code\`¦_em_¦
__strong__¦*a **b** c*¦**a *b* c**¦\`a * b\`¦[link](https://example.org/)¦[two words](/about/)¦
[t](https://example.org/a_b "A 'title'")¦[**s**](/x/?a=b#c)¦[*em* link](/topics/a/)¦[mail](mailto:a@example.org)¦
[rel](other/)¦[here](#part)¦[o](https://example.org/news/a/)¦[^1]¦[^note]¦[^none]¦[^1][^note]¦![alt "t"](/a.png)¦
[**a \`b\`** c](/a/)¦[a[^1] b](/c/)¦[^1](/a/)¦[x [y](/z/) w](/v/)¦[x](https://e.org/%D1%8F)
`);
const plainWord = fc.oneof(
  { weight: 80, arbitrary: fc.constantFrom(...WHOLE) },
  { weight: 1, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 4, unit: 'grapheme' }) },
);
const plainGap = fc.oneof(
  { weight: 30, arbitrary: fc.constant(' ') },
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom('  ', '\u00A0', ' \n', '  \n') },
);
const START = [
  'The',
  'Пушков',
  '"So',
  "'tis",
  '*em*',
  '**strong** text',
  '[link](/about/)',
  '2022.',
  '(a)',
  '_x_',
  '“Set',
  '`code`',
];
const words = fc
  .tuple(fc.constantFrom(...START), plainGap, fc.array(fc.tuple(plainWord, plainGap), { maxLength: 9 }))
  .map(([start, space, pieces]) => start + space + pieces.map((piece) => piece.join('')).join(''));
const lines = (before: string, more: string) =>
  fc.array(words, { minLength: 1, maxLength: 3 }).map((list) => before + list.join(`\n${more}`));
const indents = ['', '', '', '  ', '   ', '    '];
const plainBlock = fc.oneof(
  { weight: 6, arbitrary: lines('', '') },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('# ', '## ', '### ', '#### '), words).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: lines('> ', '> ') },
  { weight: 1, arbitrary: fc.array(lines('> ', '> '), { maxLength: 2 }).map((list) => list.join('\n>\n')) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.tuple(
          fc.constantFrom(...indents),
          fc.constantFrom('- ', '- ', '- ', '* ', '1. ', '2. ', '- [x] '),
          lines('', '  '),
        ),
        {
          minLength: 1,
          maxLength: 5,
        },
      )
      .map((items) => items.map((parts) => parts.join('')).join('\n')),
  },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 1, max: 4 })
      .chain((width) => {
        const row = fc.array(fc.oneof(words, words, fc.constant('')), {
          minLength: Math.max(1, width - 1),
          maxLength: width + 1,
        });
        const exact = fc.array(fc.oneof(words, fc.constant('')), { minLength: width, maxLength: width });
        const rule = fc.array(fc.constantFrom('---', ':--', '--:', ':-:'), { minLength: width, maxLength: width });
        return fc.tuple(exact, rule, fc.array(row, { maxLength: 4 }));
      })
      .map(([head, rule, rows]) => [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('1', 'note', '2', 'Note'), words).map(([name, text]) => `[^${name}]: ${text}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('---', '***', '* * *') },
);

/** Bodies as editors write them, more or less. */
export const plainBodies = fc
  .array(fc.tuple(plainBlock, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n')), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flat().join(''));
