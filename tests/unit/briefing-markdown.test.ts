import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { fromHtml } from 'hast-util-from-html';
import { toString as plainText } from 'hast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { briefingMarkdown, llmsText, withdrawnMarkdown } from '../../src/feeds/markdown.ts';
import { Body } from '../../src/newsroom/body.ts';
import { articleView } from '../../src/newsroom/views/article.ts';
import { withdrawnView } from '../../src/newsroom/views/briefing.ts';
import {
  type BriefingFields,
  briefing,
  change,
  edition,
  question,
  series,
  site,
  source,
  tally,
} from '../support/unit-factory.ts';
import { elementsIn, textOf } from '../support/unit-html.ts';

const LINK = 'https://example.org/briefings/2026/a/';
const AWKWARD = 'R&D <b>x</b> *a* _b_ `c` [d](e) # 1. | \\ ~~f~~ 😀 й';

let processor: Awaited<ReturnType<typeof createMarkdownProcessor>>;
beforeAll(async () => {
  processor = await createMarkdownProcessor({ gfm: true, smartypants: false });
});

function markdownOf(fields: BriefingFields = {}, body = '<p>Body.</p>'): string {
  const opened = edition({
    briefings: [briefing('2026/a', fields)],
    sources: [source('office', { name: 'Harbour office', role: 'Runs the harbour' })],
  });
  const [entry] = opened.briefings;
  if (!entry) throw new RangeError('the briefing is not public');
  return briefingMarkdown(articleView(opened, entry, Body.of(body)), LINK);
}

/** The Markdown as a program that knows GFM shows it. */
async function shown(markdown: string) {
  return fromHtml((await processor.render(markdown)).code, { fragment: true });
}

describe('a briefing as Markdown', () => {
  test('says all that its page says', () => {
    const text = markdownOf({
      byline: 'Ann Port',
      dateline: 'Odesa',
      keyPoints: [{ label: 'What happened', text: 'A crane fell.' }, { text: 'Nobody was hurt.' }],
      facts: [{ label: 'Cranes', value: '3', note: 'one of them old', by: 'office', asOf: '2026-01-19' }],
      timeline: [
        { date: '2026-01-20', text: 'The crane fell', detail: 'It was 40 m high', by: 'office' },
        { date: '2026-03', text: 'The inquiry ends', status: 'scheduled' },
      ],
      questions: [
        question('why', {
          about: 'Why the crane fell',
          standing: 'disputed',
          statements: [
            {
              by: 'office',
              on: '2026-01-21',
              says: 'It was the wind.',
              quote: 'The wind did it.',
              citation: { url: 'https://port.example/1' },
            },
          ],
        }),
      ],
      tallies: [tally('hulls')],
      series: [series('ships')],
      changes: [
        change('correction', '2026-01-23T12:00:00Z', { what: 'The count was wrong', was: 'two', now: 'three' }),
      ],
    });
    for (const part of [
      '# Headline of 2026/a\n',
      'Standfirst of 2026/a',
      'Ann Port · Odesa · Published 20 January 2026, updated 23 January 2026',
      `<${LINK}>`,
      '**Correction, 23 January 2026:** The count was wrong. It said: two. It now says: three.',
      '- **What happened.** A crane fell.',
      '- Nobody was hurt.',
      'Body.',
      'Cranes: **3**, one of them old (Harbour office, 19 January 2026)',
      '### Why the crane fell',
      'Disputed.',
      'Note on why',
      'It was the wind.',
      'The wind did it.',
      'https://port.example/1',
      '### Tally of hulls',
      'not accounted for',
      '### Series of ships',
      '**20 Jan 2026**: The crane fell. It was 40 m high (Harbour office)',
      '**Mar 2026**: The inquiry ends (Scheduled)',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/undefined|\[object/);
    expect(text.indexOf('Correction')).toBeLessThan(text.indexOf('What happened'));
    expect(text.endsWith('\n')).toBe(true);
  });

  test('leaves out what the briefing does not have', () => {
    const text = markdownOf();
    expect(text).not.toMatch(/updated|Who says what|·/);
  });

  test('gives back any text as it was written, and none of it as markup', async () => {
    const fields = {
      headline: AWKWARD,
      standfirst: AWKWARD,
      keyPoints: [{ label: AWKWARD.slice(0, 30), text: AWKWARD }, { text: AWKWARD }],
      facts: [{ label: AWKWARD, value: AWKWARD, note: AWKWARD, by: 'office' }],
      timeline: [{ date: '2014', text: AWKWARD, detail: AWKWARD }],
    };
    const tree = await shown(markdownOf(fields, ''));
    expect(elementsIn(tree, 'h1').map(textOf)).toEqual([AWKWARD]);
    expect(elementsIn(tree, 'p').map((node) => plainText(node))[0]).toBe(AWKWARD);
    expect(elementsIn(tree, 'li').map(textOf).at(-1)).toBe(`2014: ${AWKWARD}. ${AWKWARD}`);
    expect(elementsIn(tree, 'b', 'em', 'code', 'del')).toEqual([]);
    expect(elementsIn(tree, 'a').map(({ properties }) => properties.href)).toEqual([LINK]);
  });

  test.each(['# Not a heading', '- not a list', '1. not a list', '> not a quotation', '---', '```', '| a | b |'])(
    'keeps a standfirst like "%s" as a paragraph',
    async (standfirst) => {
      const tree = await shown(markdownOf({ standfirst }, ''));
      expect(elementsIn(tree, 'p').map(textOf)[0]).toBe(standfirst);
    },
  );

  test('has the tables and the links of the body, with whole addresses, and no drawing', async () => {
    const body =
      '<p>See <a href="/about/">us</a>.</p><table><tr><th>Ship</th></tr><tr><td>A | B</td></tr></table>' +
      '<div data-drawing="x"><svg><text>drawn</text></svg></div>';
    const text = markdownOf({}, body);
    const tree = await shown(text);
    expect(elementsIn(tree, 'a').map(({ properties }) => properties.href)).toContain('https://example.org/about/');
    expect(elementsIn(tree, 'td').map(textOf)).toContain('A | B');
    expect(text).not.toContain('drawn');
  });
});

test('a briefing that was withdrawn leaves its headline and its notice as Markdown, and nothing of its text', () => {
  const changes = [change('withdrawal', '2026-01-24T12:00:00Z', { what: 'It was *invented*.' })];
  const opened = edition({ briefings: [briefing('2026/a', { changes })] });
  const [gone] = opened.withdrawn;
  const text = gone && withdrawnMarkdown(withdrawnView(opened, gone));
  expect(text).toBe('# Headline of 2026/a\n\nWithdrawn, 24 January 2026: It was \\*invented\\*.\n');
});

describe('the list for language models', () => {
  test('has every public briefing, newest first, in its Markdown form', async () => {
    const opened = edition({
      site: [site({ url: 'https://example.org/news/', name: 'R&D *News*' })],
      briefings: [
        briefing('2026/a', { headline: 'A [link](x) & more' }),
        briefing('2026/b', { publishedAt: '2026-01-21T12:00:00Z' }),
        briefing('2026/draft', { draft: true }),
        briefing('2026/gone', { changes: [change('withdrawal', '2026-01-24T12:00:00Z')] }),
      ],
    });
    const tree = await shown(llmsText(opened));
    expect(elementsIn(tree, 'h1', 'h2').map(textOf)).toEqual(['R&D *News*', 'Briefings']);
    expect(elementsIn(tree, 'blockquote').map((node) => textOf(node).trim())).toEqual(['A publication for a test']);
    expect(elementsIn(tree, 'li').map(textOf)).toEqual([
      'Headline of 2026/b: Standfirst of 2026/b',
      'A [link](x) & more: Standfirst of 2026/a',
    ]);
    expect(elementsIn(tree, 'a').map(({ properties }) => properties.href)).toEqual([
      'https://example.org/news/briefings/2026/b/index.md',
      'https://example.org/news/briefings/2026/a/index.md',
    ]);
  });
});
