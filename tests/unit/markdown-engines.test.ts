import { existsSync, globSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { describe, expect, test, vi } from 'vitest';
import { bodyVersion } from '../../src/build/body-version.ts';
import { markdownProcessor } from '../../src/markdown/pipeline.ts';
import { referenceRenderer } from '../../src/markdown/reference.ts';
import { bodyRenderer, fastHtml } from '../../src/markdown/render.ts';
import { fastTree } from '../../src/markdown/tree.ts';
import { setTypography, typographyOf } from '../../src/markdown/typography.ts';
import { makePaths } from '../../src/paths.ts';
import { article } from '../bench/corpus.ts';
import { SPEC_EXAMPLES } from '../support/markdown-examples.ts';
import { anyBodies, plainBodies } from '../support/markdown-fuzz.ts';
import { paragraphs } from '../support/typography-fuzz.ts';

/*
 * The faster engine may serve only where nobody can tell: everything that it takes on is rendered by the pipeline of
 * plugins too, and compared to the byte.
 */

/** Rendering thousands of bodies by the pipeline of plugins, on a slow machine. */
const TIME = 120_000;

const paths = makePaths('https://example.org/news/');
const reference = referenceRenderer(paths, 'en');
const rendered = bodyRenderer(paths);
const render = (markdown: string) => rendered(markdown, 'en');
const remark = unified().use(remarkParse).use(remarkGfm).freeze();

const CORPUS = Array.from({ length: 250 }, (_, index) => article(4 * index, 1000).body);
const bodiesIn = (files: string) =>
  globSync(files)
    // Some lead nowhere, on purpose.
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?^---\n/m, ''));
const SAMPLE = bodiesIn('content/**/*.md');
const PUBLICATIONS = bodiesIn('tests/publications/**/*.md');

/** What the trees of both engines say, without what a class or a missing field may differ in. */
const plain = (tree: Root): unknown => JSON.parse(JSON.stringify(tree));

/** How many texts the faster engine took on, and those of them that became something else. */
function compare(markdowns: readonly string[]) {
  const fast = markdowns.filter((markdown) => fastHtml(markdown, { paths, language: 'en' }) !== undefined);
  const html = fast.filter((markdown) => render(markdown).html !== reference(markdown).html);
  const trees = markdowns.filter((markdown) => {
    const tree = fastTree(markdown);
    return tree && !isDeepStrictEqual(plain(tree), plain(remark.parse(markdown)));
  });
  return { fast: fast.length, differences: [...html, ...trees] };
}

describe('the pipeline of plugins by itself', () => {
  /** As Astro's content layer renders what a loader gives it. */
  async function astroHtml(body: string) {
    const renderer = await markdownProcessor(paths, 'en').createRenderer({ syntaxHighlight: false });
    const { frontmatter, content } = parseFrontmatter(`---\n---\n${body}`);
    const fileURL = new URL('file:///content/briefings/2026/a.md');
    const { code, metadata } = await renderer.render(content, { frontmatter, fileURL });
    return { html: code, images: metadata.localImagePaths };
  }

  test(
    'gives what Astro’s does, for every example of the specification and every body at hand',
    async () => {
      for (const body of [...SPEC_EXAMPLES, ...SAMPLE, ...PUBLICATIONS, ...CORPUS.slice(0, 50)]) {
        const { html, images } = await astroHtml(body);
        const ours = reference(body);
        expect(ours.images, body).toEqual(images);
        // Astro puts a note for itself in place of an image beside the text.
        if (images.length === 0) expect(ours.html).toBe(html);
      }
    },
    TIME,
  );
});

describe('the faster engine gives the HTML and the tree of the pipeline of plugins', () => {
  test('for every example of the specification', () => {
    const { fast, differences } = compare(SPEC_EXAMPLES);
    expect(differences).toEqual([]);
    expect(fast).toBeGreaterThan(SPEC_EXAMPLES.length / 5);
  });

  test(
    'for briefings in bulk, all of which it takes on',
    () => {
      expect(compare(CORPUS)).toEqual({ fast: CORPUS.length, differences: [] });
    },
    TIME,
  );

  test(
    'for the sample and the publications of the tests, nearly all of which it takes on',
    () => {
      expect(compare(SAMPLE)).toEqual({ fast: SAMPLE.length, differences: [] });
      const { fast, differences } = compare(PUBLICATIONS);
      expect(differences).toEqual([]);
      expect(fast).toBeGreaterThan(PUBLICATIONS.length * 0.9);
    },
    TIME,
  );

  test.each([
    ['as editors write it, many of which it takes on', plainBodies, 2000, 300],
    ['as nobody writes it, some of which it takes on', anyBodies, 1500, 10],
  ])(
    'for Markdown put together by chance, %s',
    (_, bodies, numRuns, least) => {
      let fast = 0;
      const property = fc.property(bodies, (markdown) => {
        const compared = compare([markdown]);
        fast += compared.fast;
        expect(compared.differences).toEqual([]);
      });
      fc.assert(property, { numRuns, seed: 1 });
      expect(fast).toBeGreaterThan(least);
    },
    TIME,
  );

  test.each([
    ['a link in a link', '[see[^1]](/about/)\n\n[^1]: Note.\n'],
    ['an address that is not published', 'A [word](javascript:x) and ![one](//elsewhere.example/a.png).\n'],
    ['an image that a browser would look for elsewhere', '![one](/%09/elsewhere.example/a.png)\n'],
    ['a note right after an exclamation', 'Look![^1][^b]\n\n[^1]: Note.\n'],
    ['notes within notes, and one twice', 'A.[^1] B.[^1]\n\n[^1]: See.[^2]\n[^2]: See.[^1]\n[^2]: Again.\n'],
    ['headings of one name and of none', '# A\n\n## A\n\n## …\n\n## Δ "b"\n'],
    ['quotation marks across links', "\"[Open](/a/)\" and *'so*' in the '80s -- \"'yes'\"...\n"],
    ['thousands of marks', `${'*a '.repeat(400)}${'b* '.repeat(400)}\n`],
  ])('for %s', (_, markdown) => {
    expect(compare([markdown]).differences).toEqual([]);
  });
});

test.each(['en', 'uk'])(
  'typography is that of remark-smartypants, wherever marks stand: %s',
  (language) => {
    // It writes to the console when it takes a sign away.
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const smartypants = unified().use(remarkSmartypants, typographyOf(language)).freeze();
    const property = fc.property(paragraphs, (tree) => {
      const ours = structuredClone(tree);
      setTypography(ours, language);
      smartypants.runSync(tree);
      expect(ours).toEqual(tree);
    });
    fc.assert(property, { numRuns: 2000, seed: 1 });
  },
  TIME,
);

test.each([
  ['en-GB', '<p>“It’s five,” they say.</p>'],
  ['uk', '<p>«It’s five,» they say.</p>'],
  ['ar', '<p>”It’s five,“ they say.</p>'],
])('quotation marks are those of the language, and apostrophes are themselves: %s', (language, html) => {
  // The second is nothing for the faster engine.
  for (const [before, after] of [
    ['', ''],
    ['<i></i>', '<i></i>'],
  ]) {
    const { html: made } = rendered(`${before}"It's five," they say.\n`, language);
    expect(made.replace(after ?? '', '').trim()).toBe(html);
  }
});

test('bodies tell of images beside them, which are Astro’s to build', () => {
  expect(render('![A](./a.png) and ![B](/b.png)\n').images).toEqual(['./a.png']);
  expect(render('Words.\n').images).toEqual([]);
});

test('what decides how bodies are rendered has a name, and another one for another site', () => {
  const version = bodyVersion(paths, 'en');
  expect(version).toMatch(/^[\da-f]{64}$/);
  expect(version).toBe(bodyVersion(makePaths('https://example.org/news/'), 'en'));
  expect(version).not.toBe(bodyVersion(makePaths('https://example.org/'), 'en'));
  expect(version).not.toBe(bodyVersion(paths, 'uk'));
});
