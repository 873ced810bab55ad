import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { blockedIn, ownScriptsOf, stylesOf, withMeta } from '../../../src/hosting/inline.ts';
import { NEW_SINCE } from '../../../src/scripts/new-since.ts';
import { OWN_SCRIPTS } from '../../../src/scripts/own.ts';

const page = (head: string, body = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

/** What the build reads of a page. */
const inlineOf = (html: string) => ({ styles: stylesOf(html), blocked: blockedIn(html) });

describe('what stands in a page', () => {
  test('is the styles of its head, as they are', () => {
    const styles = ['a > b { content: "</p>" }', '@layer a, b;', ''];
    const head = styles.map((style, index) => `<style data-n='${index}'>${style}</style>`).join('<link rel="icon">');
    expect(inlineOf(page(head))).toEqual({ styles, blocked: [] });
  });

  test.each([
    ['a <style> in its body', '<p>A</p><style>p{}</style>'],
    ['a <script>', '<script>run()</script>'],
    ['a <script>', '<SCRIPT src="/a.js"></SCRIPT>'],
    ['a <script>', '<script type="module">run()</script>'],
    ['a <script>', '<script type="importmap">{}</script>'],
    ['a style="…"', '<p class=a style="color:red">A</p>'],
    ['a style="…"', "<p\nSTYLE = 'color:red'>A</p>"],
    ['an onclick="…"', '<button onclick="run()">A</button>'],
    ['an onerror="…"', '<img alt="<p>" onerror=run()>'],
    ['a script in href="…"', '<a href=" JavaScript:run()">A</a>'],
  ])('that its policy blocks is told: %s', (what, html) => {
    expect(inlineOf(page('', html))).toEqual({ styles: [], blocked: [what] });
  });

  test.each([
    ['data', '<script type="application/ld+json">{"a":"<style>p{}</style>"}</script>'],
    ['words', '<p>&lt;style>p{}&lt;/style> style="color:red" onclick="run()"</p>'],
    ['a comment', '<!-- <style>p{}</style> <p style="a"> -->'],
    ['a value', '<p title="<style>p{}</style>" data-x=\'<p style="a">\'>A</p>'],
    ['a text field', '<textarea><style>p{}</style></textarea>'],
    ['a word that begins like one', '<p data-style="a" data-onclick="b">A</p>'],
  ])('that looks like a style and is %s is none', (_kind, html) => {
    expect(inlineOf(page('', html))).toEqual({ styles: [], blocked: [] });
  });

  test('is no script that is a file, on the page whose policy allows those', () => {
    const html = page(
      '<script type="module" src="/_astro/a.js"></script>',
      '<script>run()</script><p onclick="run()">A</p>',
    );
    expect(blockedIn(html, true)).toEqual(['a <script>', 'an onclick="…"']);
    expect(blockedIn(html)).toEqual(['a <script>', 'a <script>', 'an onclick="…"']);
  });

  test('allows no text of an editor that looks like a style', () => {
    const hostile = '</title><style>body{display:none}</style>';
    const meta = toHtml(h('meta', { name: 'description', content: hostile }));
    const title = toHtml(h('title', hostile));
    expect(inlineOf(page(`${title}${meta}<style>a{}</style>`))).toEqual({ styles: ['a{}'], blocked: [] });
  });

  test('is what a parser finds, whatever the texts of the page are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'<>"\'/!-=& styleonSCRIPT') }),
    );
    const property = fc.property(text, text, text, (first, second, third) => {
      const html = toHtml(
        h('html', [
          h('head', [h('title', first), h('meta', { name: 'a', content: second }), h('style', 'a{}')]),
          h('body', [h('p', { title: third, className: second }, first), h('textarea', third), h('p', second)]),
        ]),
      );
      const parsed = selectAll('style', fromHtml(html)).map(textOf);
      expect(inlineOf(html)).toEqual({ styles: parsed, blocked: [] });
    });
    fc.assert(property, { numRuns: 2_000, seed: 5 });
  });
});

describe("a script of the build's own", () => {
  const own = `<script>${NEW_SINCE}</script>`;

  test.each([
    ['its head', page(own + own)],
    ['its body', page('', `<p>A</p>${own}`)],
  ])('is allowed in %s, once', (_place, html) => {
    expect(ownScriptsOf(html)).toEqual([NEW_SINCE]);
    expect(blockedIn(html)).toEqual([]);
  });

  test.each([
    ['more', `<script>${NEW_SINCE};run()</script>`],
    ['an address', `<script src="/a.js">${NEW_SINCE}</script>`],
    ['another beside it', `${own}<script>run()</script>`],
  ])('takes no other with it: %s', (_kind, html) => {
    expect(ownScriptsOf(page('', html))).toEqual(html.startsWith(own) ? [NEW_SINCE] : []);
    expect(blockedIn(page('', html))).toEqual(['a <script>']);
  });

  test('is none where it is told as words, in a comment or in a text field', () => {
    const html = page('', `<p>${NEW_SINCE.replaceAll('<', '&lt;')}</p><!-- ${own} --><textarea>${own}</textarea>`);
    expect(ownScriptsOf(html)).toEqual([]);
  });

  test('takes less than a kilobyte, and cannot end before its end', () => {
    for (const script of OWN_SCRIPTS) {
      expect(Buffer.byteLength(script)).toBeLessThan(1_000);
      expect(script).not.toMatch(/<\/script|<!--|\n/i);
    }
  });
});

describe('the policy in a page', () => {
  test('comes right after the encoding, before all that it is about', () => {
    expect(withMeta(page('<style>a{}</style>'), "default-src 'none'")).toContain(
      `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'"><style>`,
    );
  });

  test('is never left out silently', () => {
    expect(() => withMeta('<html><head></head></html>', '')).toThrow('no place for its policy');
  });
});
