import { globSync, readFileSync } from 'node:fs';
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { XMLParser } from 'fast-xml-parser';
import { parseOpml } from 'feedsmith';
import { fromHtml } from 'hast-util-from-html';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { isLinkedPart, isPart } from '../../src/checks/body/parts.ts';
import { siteMapOf } from '../../src/checks/body/site-map.ts';
import { inspectContent } from '../../src/checks/content.ts';
import { resolverOf } from '../support/addresses.ts';
import { feedFilesOf, readFeed } from '../support/feeds.ts';
import { addressesIn, idsIn, jsonLdOf, metaOf, readEmails, readPages, valuesIn } from '../support/pages.ts';
import { PORT } from '../support/port.ts';
import { SITES } from './sites.ts';

const markdown = await createMarkdownProcessor({ syntaxHighlight: false, smartypants: false });

describe.each(Object.values(SITES))('the addresses of $name', (site) => {
  const { folder, url } = site;
  const pages = readPages(folder);
  const { fileOf, problemWith, problemsOf } = resolverOf(site);
  const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
  const filesLike = (pattern: string) => globSync(pattern, { cwd: folder }).sort();
  const addressOf = (file: string) => url + file.replace(/index\.html$/, '');
  const linksIn = (html: string) => addressesIn(fromHtml(html, { fragment: true }));

  test.each(pages)('all of $file lead somewhere', ({ file, tree }) => {
    const addresses = addressesIn(tree);
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.flatMap((address) => problemWith(address, addressOf(file)) ?? [])).toEqual([]);
  });

  test.each(pages)('no id stands twice on $file', ({ tree }) => {
    const all = idsIn(tree);
    expect(all).toEqual([...new Set(all)]);
  });

  test.each(pages)('all that $file tells machines are whole and lead somewhere', ({ file, tree }) => {
    const told = jsonLdOf(tree).flatMap((node) => valuesIn(node));
    const vocabulary = /^https:\/\/schema\.org\//;
    const addresses = told.flatMap(({ key, value }) => {
      if (key === '@id') return [String(value).replace(/#Publisher$/, '')];
      const isAddress = /^(url|image|item|license|archivedAt|\w+(Principles|Policy))$/.test(key);
      return isAddress || /^(https?:)?\/\//.test(String(value)) ? [String(value)] : [];
    });
    const shared = ['og:url', 'og:image'].flatMap((name) => metaOf(tree, name));
    if (file !== '404.html') expect(addresses.length * shared.length).toBeGreaterThan(0);
    // Words of an editor may begin like an address; they stand in no place for one.
    const written = [...addresses, ...shared].filter((address) => !vocabulary.test(address) && !/\s/.test(address));
    expect(problemsOf(written)).toEqual([]);
  });

  test.each(feedFilesOf(folder))('all of %s are whole and lead somewhere', (file) => {
    const { self, page, older, items } = readFeed(`${folder}/${file}`);
    expect(self).toBe(url + file);
    const addresses = items.flatMap(({ id, link, content }) => [id, link, ...linksIn(content)]);
    expect(problemsOf([page ?? '', ...(older === undefined ? [] : [older]), ...addresses])).toEqual([]);
  });

  test.each(filesLike('**/*.md'))('all of %s are whole and lead somewhere', async (file) => {
    const addresses = linksIn((await markdown.render(read(file))).code);
    expect(problemsOf(addresses)).toEqual([]);
  });

  test('llms.txt leads to the Markdown form of every briefing', async () => {
    const addresses = linksIn((await markdown.render(read('llms.txt'))).code);
    expect(problemsOf(addresses)).toEqual([]);
    // What was withdrawn has a form that says so, and is not listed.
    const told = filesLike('**/*.md').filter((file) => !/^Withdrawn, /m.test(read(file)));
    const own = addresses.filter((address) => address.startsWith(url));
    expect(own.toSorted()).toEqual(told.map((file) => url + file).sort());
  });

  test.each(filesLike('{briefings,stories}/**/index.json'))('all of %s are whole and lead somewhere', (file) => {
    const values = valuesIn(JSON.parse(read(file)));
    const addresses = values.filter(({ key }) => /^(\$schema|url|archiveUrl)$/.test(key));
    const html = values.filter(({ key }) => /^(body|background)$/.test(key));
    expect(addresses.length).toBeGreaterThan(1);
    const written = [
      ...addresses.map(({ value }) => String(value)),
      ...html.flatMap(({ value }) => linksIn(String(value))),
    ];
    expect(problemsOf(written)).toEqual([]);
  });

  test.each(filesLike('**/*.ics'))('all of %s are whole and lead somewhere', (file) => {
    const calendar = ICAL.Component.fromString(read(file));
    expect(calendar.getFirstPropertyValue('url')).toBe(url + file);
    const events = calendar.getAllSubcomponents('vevent');
    const addresses = events.map((event) => String(event.getFirstPropertyValue('url')));
    expect(problemsOf(addresses)).toEqual([]);
    // The name of an event ends in the page that tells it, so that no other site has the same.
    const uids = events.map((event) => String(event.getFirstPropertyValue('uid')));
    expect(uids.map((uid) => `https://${uid.slice(uid.indexOf('@') + 1)}`)).toEqual(addresses);
  });

  test('feeds.opml lists the RSS form of every feed, with its page', () => {
    const { body } = parseOpml(read('feeds.opml'));
    const outlines = body?.outlines ?? [];
    const feeds = outlines.map(({ xmlUrl = '' }) => xmlUrl);
    expect(problemsOf([...feeds, ...outlines.map(({ htmlUrl = '' }) => htmlUrl)])).toEqual([]);
    // That of a language in which nothing can be read any more is not offered.
    const isOver = (file: string) =>
      file.startsWith('languages/') &&
      readFeed(`${folder}/${file}`).items.every(({ title }) => title.startsWith('Withdrawn: '));
    const built = filesLike('**/rss.xml').filter((file) => !file.startsWith('archive/') && !isOver(file));
    expect(feeds.toSorted()).toEqual(built.map((file) => url + file).sort());
    for (const { xmlUrl, htmlUrl, title } of outlines) {
      const feed = readFeed(`${folder}/${fileOf(new URL(xmlUrl ?? ''))}`);
      expect([htmlUrl, title]).toEqual([feed.page, feed.title]);
    }
  });

  test.each(readEmails(folder))(
    'all of $file and its plain text are whole, lead somewhere, and are the same',
    ({ file, tree }) => {
      const addresses = addressesIn(tree);
      expect(addresses.length).toBeGreaterThan(2);
      expect(problemsOf(addresses)).toEqual([]);
      const text = read(file.replace(/html$/, 'txt'));
      for (const address of addresses) expect(text).toContain(address);
    },
  );

  test('the sitemap names every page once and nothing else', () => {
    const parse = (file: string) =>
      new XMLParser({ isArray: (name) => ['url', 'sitemap'].includes(name) }).parse(read(file));
    const files: string[] = parse('sitemap-index.xml').sitemapindex.sitemap.map(({ loc }: { loc: string }) => loc);
    const named = files.flatMap((file): string[] =>
      parse(fileOf(new URL(file))).urlset.url.map(({ loc }: { loc: string }) => loc),
    );
    const built = pages.filter(({ file }) => file !== '404.html').map(({ file }) => addressOf(file));
    expect(named.toSorted()).toEqual(built.toSorted());
  });

  test('robots and the manifest name addresses that are there', () => {
    const robots = read('robots.txt');
    const named = [...robots.matchAll(/^Sitemap: (.*)$/gm)].map(([, address = '']) => address);
    expect(named).toEqual([`${url}sitemap-index.xml`, `${url}news-sitemap.xml`]);
    const manifest: { start_url: string; icons: { src: string }[] } = JSON.parse(read('manifest.webmanifest'));
    const addresses = [manifest.start_url, ...manifest.icons.map(({ src }) => src)];
    expect(addresses.length).toBeGreaterThan(2);
    expect([...named, ...addresses].flatMap((address) => problemWith(address, url) ?? [])).toEqual([]);
  });
});

describe.each([
  ['content', SITES.sample],
  [PORT.content, SITES.port],
] as const)('the checks of %s', (content, { folder, url }) => {
  const { publication, files, asOf = '' } = inspectContent(content);
  const given = { publication, files: [...files.values()], unread: [], isWhole: true, asOf };
  const map = siteMapOf({ ...given, isPublicFile: () => false });

  test.each(readPages(folder))('let a body link to every part of $file', ({ file, tree }) => {
    const path = new URL(url).pathname + file.replace(/index\.html$/, '');
    const mayLink = (id: string) => map?.idsOn(path)?.includes(id) ?? isPart(id);
    const isLinked = (id: string) => isLinkedPart(id) && map?.hasPart(path, id, Date.parse(asOf));
    // By some, elements have their names; they are no parts of the page.
    const parts = idsIn(tree).filter((id) => !id.startsWith('Label-'));
    expect(parts.filter((id) => !mayLink(id) && !isLinked(id))).toEqual([]);
  });
});
