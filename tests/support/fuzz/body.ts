import { fileOf, textOf } from './file.ts';
import type { Random } from './random.ts';

type Change = (random: Random, file: string) => string;

const MARKDOWN = [
  '```\nnever closed',
  '~~~js\nnever closed',
  '**never *closed',
  '[never](closed',
  '[named][nowhere]',
  '![no picture]()',
  '[empty]()',
  '[away](/nowhere/) [there](#nowhere)',
  '[^1] and nothing below',
  '[^1]\n\n[^1]: The note.',
  '[^a]: A note that nobody names.',
  '| a | b |\n| --- |\n| 1 | 2 | 3 |',
  '| a | b |\n| - | - |\n| 1 |',
  '###### Six\n\n# One\n\n#### Four',
  'Setext\n======\n\nAnother\n---',
  '---',
  '---\nkey: value\n---',
  '> > > deep\n> lazy\nlazier',
  '- [ ] to do\n- [x] done\n- [y] neither',
  '1. one\n3. three\n\n   within\n- other',
  '\tcode by a tab',
  'Two  \nlines\\\nand three',
  '&amp; &lt;b&gt; &#0; &#xD800; &nbsp; &unknown;',
  '<https://example.org/?a=1&b=2> www.example.org a@example.org',
  '\\*not emphasis\\* \\',
  '[x]: javascript:alert(1)\n\n[x]',
  '~~gone~~ ~one~ `` ` `` `a\nb`',
  "Word\u00a0joined\u200b here\u00ad and “there” -- --- ... 'so'",
  '*'.repeat(400),
  `${'> '.repeat(60)}deep`,
  `${'['.repeat(300)}x${']'.repeat(300)}`,
  `${'- '.repeat(40)}deep`,
  `${'_a '.repeat(300)}`,
];

const HTML = [
  '<script>alert("hidden words")</script> after',
  '<b>bold</b> and <u>under</u>',
  '<p>never closed',
  '</div></main></article> after',
  '<div><p>one</div>two',
  '<table><tr><td>cell</table>',
  '<!-- never closed',
  '<!-- closed --> after',
  '<iframe src="/x">within</iframe> after',
  '<textarea>within',
  '<style>p { color: red }</style> after',
  '<title>hidden</title> after',
  '<svg><text>drawn</text></svg> after',
  '<details><summary>more</summary>inner</details>',
  '<a href="javascript:alert(1)" onclick="alert(1)">link</a>',
  '<img src=x onerror=alert(1)> after',
  '<h1 id="Timeline">Heading</h1>',
  '<?php echo 1 ?> after',
  '<![CDATA[data]]> after',
  '<!DOCTYPE html> after',
  '<select><option>chosen</select> after',
  '<plaintext>all the rest',
  '<noscript>without script</noscript> after',
  '<template>held</template> after',
  '<math><mi>x</mi></math> after',
  '<x-unknown>kept</x-unknown>',
  '< b>not a tag</ b>',
  '<form><button>press</button></form> after',
];

const MDX = [
  '<Statement by="report">',
  '</Statement>',
  '<Tally />',
  '<Tally id="nowhere" />',
  '<Unknown>words</Unknown>',
  '{',
  '}',
  '{1 + 1}',
  '{"words"}',
  '{/* a comment */}',
  '{/* never closed',
  '<p>never closed',
  '<p class="a">words</p>',
  '<>words</>',
  'import x from "node:fs"',
  'export const x = 1',
  'export const',
  '<!-- a comment of HTML -->',
  '<Statement by="report" on="2026-02-30">words</Statement>',
  '<Statement by="nobody" on="2026-02">words</Statement>',
  'a < b and c > d',
  '<br>',
  '`{unknown}`',
  '\\{words\\}',
  '<Series id="waiting-days" /><Series id="waiting-days" />',
];

/** Mutations of what stands below the front matter. */
export const BODY: Record<string, Change> = {
  'Markdown in the body': (random, file) => insertedParagraph(random, file, MARKDOWN),
  'HTML in the body': (random, file) => insertedParagraph(random, file, HTML),
  'Markdown within a line': (random, file) =>
    insertedWords(random, file, [
      '*',
      '**',
      '_',
      '`',
      '[',
      '](',
      '<',
      '>',
      '&',
      '\\',
      '|',
      '~~',
      '![',
      '{',
      '}',
      '"',
      '\n\n',
      '\n#',
      '\n- ',
      '\n    ',
      '\n>',
      '<b>',
      '<!--',
      '{1}',
    ]),
};

/** Mutations of an MDX body. */
export const MDX_BODY: Record<string, Change> = {
  'MDX in the body': (random, file) => insertedParagraph(random, file, MDX),
  'MDX within a line': (random, file) =>
    insertedWords(random, file, [
      '<',
      '{',
      '}',
      '>',
      '</p>',
      '<b>',
      '{1}',
      '{"x"}',
      '\\',
      '{/*',
      '*/}',
      '`',
      '/>',
      '<Tally id="fittings" />',
      '<!--',
    ]),
};

function insertedParagraph(random: Random, file: string, list: readonly string[]): string {
  const text = textOf(file);
  const paragraphs = text.body.split('\n\n');
  return fileOf({
    ...text,
    body: paragraphs.toSpliced(1 + random.below(paragraphs.length), 0, random.pick(list)).join('\n\n'),
  });
}

function insertedWords(random: Random, file: string, list: readonly string[]): string {
  const text = textOf(file);
  const at = random.below(text.body.length);
  return fileOf({ ...text, body: text.body.slice(0, at) + random.pick(list) + text.body.slice(at) });
}
