import { unified } from '@astrojs/markdown-remark';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import remarkGfm from 'remark-gfm';
import { describe, expect, test } from 'vitest';
import { markdownProcessor } from '../../src/markdown/pipeline.ts';
import { makePaths } from '../../src/paths.ts';
import { elementsIn, textOf } from '../support/unit-html.ts';

const processor = markdownProcessor(makePaths('https://example.org/news/'), 'en');
const renderer = await processor.createRenderer({ syntaxHighlight: false });

async function html(markdown: string): Promise<string> {
  return (await renderer.render(markdown)).code;
}

async function tree(markdown: string): Promise<Root> {
  return fromHtml(await html(markdown), { fragment: true });
}

describe('GitHub’s extensions of Markdown', () => {
  const markdown = {
    table: '| Day | Drones |\n| --- | --: |\n| 26 January | 138 |\n',
    strikethrough: 'It is ~~138~~ 110.',
    tasks: '- [x] counted\n- [ ] verified\n',
    autolink: 'See www.example.com for more.',
    footnote: 'A figure.[^1]\n\n[^1]: Not verified.\n',
  };

  test('are read', async () => {
    expect(await html(markdown.table)).toMatch(/<table>[\s\S]*<th>Day<\/th>[\s\S]*<td>26 January<\/td>/);
    expect(await html(markdown.strikethrough)).toContain('<del>138</del>');
    expect(await html(markdown.tasks)).toMatch(/>Done:<[^\n]* counted<[\s\S]*>Not done:<[^\n]* verified</);
    expect(elementsIn(await tree(markdown.tasks), 'input')).toEqual([]);
    expect(await html(markdown.autolink)).toContain('<a href="http://www.example.com"');
    expect(await html(markdown.footnote)).toMatch(/<section[^>]* class="footnotes">[\s\S]*Not verified\./);
  });

  test('are read by remark-gfm and by nothing else: without it they are plain text', async () => {
    const { remarkPlugins = [], ...others } = processor.options;
    const without = remarkPlugins.filter((plugin) => plugin !== remarkGfm);
    expect(without).toHaveLength(remarkPlugins.length - 1);
    const bare = await unified({ ...others, remarkPlugins: without }).createRenderer({ syntaxHighlight: false });
    const plain = async (text: string) => (await bare.render(text)).code;
    expect(await plain(markdown.table)).toMatch(/^<p>\| Day \| Drones \|/);
    expect(await plain(markdown.strikethrough)).toContain('~~138~~');
    expect(await plain(markdown.tasks)).toContain('[x] counted');
    expect(await plain(markdown.autolink)).toBe('<p>See www.example.com for more.</p>');
    expect(await plain(markdown.footnote)).toContain('A figure.[^1]');
  });
});

describe('typography', () => {
  test.each([
    ['"Serious work" ahead', '“Serious work” ahead'],
    ["It's Peskov's 'word'", 'It’s Peskov’s ‘word’'],
    ['1990--95', '1990–95'],
    ['Talks---if any', 'Talks—if any'],
    ['And so on...', 'And so on…'],
  ])('sets %s as %s', async (typed, set) => {
    expect(await html(typed)).toBe(`<p>${set}</p>`);
  });

  test('leaves code as it is', async () => {
    expect(await html('`"a" -- b`')).toBe('<p><code>"a" -- b</code></p>');
  });
});

describe('a heading', () => {
  test('has an id of its own, from its words', async () => {
    const headings = elementsIn(
      await tree('## Who says what\n\n## Who says what\n\n### What “open” means\n'),
      'h2',
      'h3',
    );
    expect(headings.map(({ properties }) => properties.id)).toEqual([
      'who-says-what',
      'who-says-what-1',
      'what-open-means',
    ]);
  });

  test('has a named link to itself beside it, and nothing but its words within it', async () => {
    const root = await tree('## Who says what\n');
    const [box] = root.children.filter((node) => node.type === 'element');
    const [heading, anchor] = box?.children.filter((node) => node.type === 'element') ?? [];
    expect(heading).toMatchObject({ tagName: 'h2', children: [{ type: 'text', value: 'Who says what' }] });
    expect(anchor).toMatchObject({ tagName: 'a', properties: { href: '#who-says-what' } });
    expect(spoken(anchor)).toBe('Link to this section');
  });
});

describe('a table', () => {
  test('stands in a box of its own that can be focused and has a name', async () => {
    const table = '| Day | Drones |\n| --- | --: |\n| 26 January | 138 |\n';
    const root = await tree(`${table}\nText.\n\n${table}`);
    const boxes = elementsIn(root, 'div').filter((node) => elementsIn(node, 'table').length > 0);
    expect(boxes.map(({ properties }) => properties)).toEqual([
      { className: ['table'], role: 'group', ariaLabel: 'Table 1', tabIndex: 0 },
      { className: ['table'], role: 'group', ariaLabel: 'Table 2', tabIndex: 0 },
    ]);
    expect(elementsIn(root, 'table')).toHaveLength(2);
  });

  test('aligns its cells without an attribute that HTML has given up', async () => {
    const cells = elementsIn(await tree('| a | b | c |\n| --- | --: | :-: |\n| 1 | 2 | 3 |\n'), 'td');
    expect(cells.map(({ properties }) => properties)).toEqual([
      {},
      { className: ['right'] },
      { className: ['center'] },
    ]);
  });

  test('takes no class of the site by way of an alignment', async () => {
    const [cell] = elementsIn(await tree('<table><tr><td align="visually-hidden">138</td></tr></table>'), 'td');
    expect(cell?.properties.className).toBeUndefined();
  });
});

describe('a footnote', () => {
  const markdown =
    'A figure[^count], again[^count] and another[^late].\n\n[^count]: By the office.\n[^late]: See above.\n';

  test('leads to its note and back, each time it is named', async () => {
    const root = await tree(markdown);
    const ids = elementsIn(root).flatMap(({ properties }) => properties.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = elementsIn(root, 'a');
    const targets = links.map(({ properties }) => String(properties.href));
    expect(targets).toHaveLength(6);
    for (const target of targets) expect(ids.map((id) => `#${id}`)).toContain(target);
    // What leads to a note is what its back links lead to.
    const references = elementsIn(root, 'sup').flatMap((node) => elementsIn(node, 'a'));
    const named = references.flatMap(({ properties }) => properties.id ?? []);
    const notes = elementsIn(root, 'li');
    expect(notes.map((note) => elementsIn(note, 'a').map(({ properties }) => properties.href))).toEqual([
      ['#Note-fnref-count', '#Note-fnref-count-2'],
      ['#Note-fnref-late'],
    ]);
    expect(named).toEqual(['Note-fnref-count', 'Note-fnref-count-2', 'Note-fnref-late']);
    expect(notes.map(({ properties }) => properties.id)).toEqual(['Note-fn-count', 'Note-fn-late']);
    expect(references.map(({ properties }) => properties.href)).toEqual([
      '#Note-fn-count',
      '#Note-fn-count',
      '#Note-fn-late',
    ]);
  });

  test('has a back link that says where it leads', async () => {
    const back = elementsIn(await tree(markdown), 'li').flatMap((note) => elementsIn(note, 'a'));
    expect(back.map(({ properties }) => properties.ariaLabel)).toEqual([
      'Back to where note 1 is named',
      'Back to mention 2 of note 1',
      'Back to where note 2 is named',
    ]);
  });

  test('stands below a heading that its references name as their description', async () => {
    const root = await tree(markdown);
    const [heading] = elementsIn(root, 'h2');
    expect(heading && textOf(heading)).toBe('Notes');
    const described = elementsIn(root, 'sup').flatMap((node) => elementsIn(node, 'a'));
    expect(described.map(({ properties }) => properties.ariaDescribedBy)).toEqual(
      described.map(() => [heading?.properties.id]),
    );
  });
});

describe('a link', () => {
  test.each([
    ['/about/', { href: '/news/about/' }],
    ['/topics/territory/#latest', { href: '/news/topics/territory/#latest' }],
    ['../drone-war/', { href: '../drone-war/' }],
    ['#notes', { href: '#notes' }],
    ['https://other.example/a/', { href: 'https://other.example/a/', rel: ['external'] }],
    ['//other.example/a/', { href: '//other.example/a/', rel: ['external'] }],
    ['mailto:desk@example.org', { href: 'mailto:desk@example.org' }],
  ])('to %s leads where it should', async (address, properties) => {
    const [link] = elementsIn(await tree(`[text](${address})`), 'a');
    expect(link?.properties).toEqual(properties);
  });

  test('in raw HTML is treated as one in Markdown', async () => {
    const [link] = elementsIn(await tree('<a href="/about/" target="_blank" rel="opener">text</a>'), 'a');
    expect(link?.properties).toEqual({ href: '/news/about/' });
  });
});

test('an image of the site is found under the site’s path', async () => {
  const [image] = elementsIn(await tree('![A crane](/crane.jpg)'), 'img');
  expect(image?.properties).toMatchObject({ src: '/news/crane.jpg', alt: 'A crane' });
});

/** What is read out: text that is not hidden from it. */
function spoken(node: Element | undefined): string {
  const shown = node?.children.filter((child) => child.type === 'element' && child.properties.ariaHidden !== 'true');
  return (shown ?? []).map(textOf).join('');
}

test('a heading of the first level becomes one of the second: the headline is the only one', async () => {
  expect(elementsIn(await tree('# Who says what\n'), 'h1')).toEqual([]);
  expect(elementsIn(await tree('# Who says what\n'), 'h2')).toHaveLength(1);
});

test('a heading and a note of the same words do not take each other’s place', async () => {
  const ids = elementsIn(await tree('## fn 1\n\nA figure.[^1]\n\n[^1]: A note.\n')).flatMap(
    ({ properties }) => properties.id ?? [],
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('an address of the site written in full is not marked as elsewhere', async () => {
  const [here, elsewhere] = elementsIn(
    await tree('[a](https://example.org/news/about/) [b](https://example.org/other/)'),
    'a',
  );
  expect([here?.properties.rel, elsewhere?.properties.rel]).toEqual([undefined, ['external']]);
});

test('an image of another host is not loaded', async () => {
  expect(await html('![A map](https://elsewhere.example/map.png)')).not.toContain('elsewhere.example');
});

test('headings without letters or digits have ids of their own, and links to them', async () => {
  const root = await tree('## ???\n\n## 🚢\n');
  const ids = elementsIn(root, 'h2').map(({ properties }) => properties.id);
  expect(new Set(ids).size).toBe(2);
  expect(ids).not.toContain('');
  expect(elementsIn(root, 'a').map(({ properties }) => properties.href)).toEqual(ids.map((id) => `#${id}`));
});
