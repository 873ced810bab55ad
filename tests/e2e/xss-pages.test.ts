import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { expect } from '@playwright/test';
import { plainBodyHtml } from '../../src/feeds/plain-body.ts';
import { markdownProcessor } from '../../src/markdown/pipeline.ts';
import { makePaths } from '../../src/paths.ts';
import { feedFilesOf, readFeed } from '../support/feeds.ts';
import { VECTORS } from '../support/xss.ts';
import { XSS } from '../support/xss-site.ts';
import { inParts } from './support.ts';
import { addressOf, expectOwn, filesOf, NOTHING, readFile, served, test } from './xss.ts';

// No policy of the site is in force here: nothing may get through that a policy would have to stop.

const PARTS = [0, 1, 2, 3];

/** A page of each kind that has much to go through. */
const KINDS = ['', 'briefings/2026/b0/', 'stories/story-0/', 'about/', 'sources/office/', 'coming-up/', 'subscribe/'];

for (const part of PARTS) {
  test(`nothing runs, asks elsewhere or is a stranger on the site's pages and mails, part ${part + 1}`, async ({
    page,
    deeds,
  }) => {
    // The page that searches has a form and a script of the site's own: search.test.ts goes through it.
    const pages = filesOf('**/*.html').filter((file) => !file.startsWith('search/'));
    const files = inParts(pages, PARTS.length)[part] ?? [];
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) await expectOwn(page, deeds, addressOf(file));
  });
}

for (const url of [XSS.url, new URL(XSS.url).origin]) {
  test(`nor in what becomes of each vector in a body, on a page and in a feed of ${url}`, async ({
    page,
    deeds,
    network,
  }) => {
    const renderer = await markdownProcessor(makePaths(url), 'en').createRenderer({ syntaxHighlight: false });
    for (const [index, vectors] of inParts(VECTORS, 40).entries()) {
      const bodies: string[] = [];
      for (const { text } of vectors) {
        const { code } = await renderer.render(text);
        // Once more read and written, as it is for those who read feeds.
        bodies.push(`<article>${code}</article>`, `<article>${plainBodyHtml(code, url)}</article>`);
      }
      await expectOwn(page, deeds, served(network, `bodies-${index}`, bodies.join('\n')));
    }
  });
}

test('nor in any feed', async ({ page, deeds, network }) => {
  const items = feedFilesOf(XSS.folder).flatMap((file) => readFeed(`${XSS.folder}/${file}`).items);
  const contents = new Set(items.map(({ content }) => content));
  expect(contents.size).toBeGreaterThan(40);
  for (const [index, part] of inParts([...contents], 20).entries()) {
    await expectOwn(page, deeds, served(network, `feed-${index}`, part.join('<hr>')));
  }
  const summaries = feedFilesOf(XSS.folder)
    .filter((file) => file.endsWith('.xml'))
    .flatMap((file) => readFeed(`${XSS.folder}/${file}`).items.map(({ summary }) => summary));
  await expectOwn(page, deeds, served(network, 'summaries', [...new Set(summaries)].join('<hr>')));
});

test('nor in the feeds and lists that a browser shows as they are', async ({ page, deeds }) => {
  for (const file of filesOf('{*.xml,*.opml,stories/story-0/*.xml,topics/first/*.xml}')) {
    expect((await page.goto(addressOf(file)))?.status(), file).toBe(200);
    expect(deeds, file).toEqual(NOTHING);
  }
});

test('nor in the HTML of the JSON', async ({ page, deeds, network }) => {
  const bodies = filesOf('{briefings,stories}/**/index.json').map((file) => {
    const { body, background }: Record<string, unknown> = JSON.parse(readFile(file));
    return String(body ?? background);
  });
  expect(bodies.length).toBeGreaterThan(50);
  for (const [index, part] of inParts(bodies, 8).entries()) {
    await expectOwn(page, deeds, served(network, `json-${index}`, part.join('<hr>')));
  }
});

test('nor in the Markdown, for a program that trusts it', async ({ page, deeds, network }) => {
  const trusting = await createMarkdownProcessor({ syntaxHighlight: false, smartypants: false });
  // Reading them takes long. Each holds about a third of the vectors, and the next goes on where it ends.
  const [files = []] = inParts(filesOf('**/*.md'), 4);
  expect(files.length).toBeGreaterThan(10);
  for (const [index, file] of files.entries()) {
    const { code } = await trusting.render(readFile(file));
    await expectOwn(page, deeds, served(network, `markdown-${index}`, code));
  }
  const { code } = await trusting.render(readFile('llms.txt'));
  await expectOwn(page, deeds, served(network, 'llms', code));
});

for (const kind of KINDS) {
  test(`nor while somebody goes through /${kind} by keyboard and opens all that opens`, async ({ page, deeds }) => {
    expect((await page.goto(new URL(kind, XSS.url).href))?.status()).toBe(200);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await page.locator('html').press('Home');
    const focusable = await page.locator('a[href], summary, [tabindex="0"]').count();
    for (let presses = 0; presses <= focusable; presses += 1) await page.keyboard.press('Tab');
    const links = await page.locator('main a').filter({ visible: true }).all();
    // The page may still be on its way to where the keyboard has left it: then the link is tried again.
    for (const link of links.slice(0, 20)) await expect(() => link.hover({ force: true })).toPass();
    expect(deeds).toEqual(NOTHING);
  });
}
