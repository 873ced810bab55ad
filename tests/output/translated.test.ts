import { globSync, readFileSync } from 'node:fs';
import type { Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/languages/index.ts';
import { readPages } from '../support/pages.ts';
import { SITES } from './sites.ts';

const { folder, url } = SITES.translated;
const pages = new Map(readPages(folder).map(({ file, tree }) => [file, tree]));
const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');

function pageOf(id: string): Root {
  const tree = pages.get(`briefings/2026/${id}/index.html`);
  if (!tree) throw new RangeError(`there is no page of ${id}`);
  return tree;
}

const CRANES = [
  ['crane', 'en-GB', 'ltr', 'en_GB', '1 February 2026'],
  ['crane-uk', 'uk', 'ltr', 'uk', '2 лютого 2026'],
  ['crane-ar', 'ar', 'rtl', 'ar', '2 فبراير 2026'],
] as const;
const ADDRESSES = [
  ['en-GB', `${url}briefings/2026/crane/`],
  ['ar', `${url}briefings/2026/crane-ar/`],
  ['tr', 'https://liman.example/vinc/'],
  ['uk', `${url}briefings/2026/crane-uk/`],
];

describe.each(CRANES)('the page of %s', (id, language, direction, locale, date) => {
  const page = pageOf(id);

  test('is in its language and direction, with its dates', () => {
    expect(select('html', page)?.properties).toMatchObject({ lang: language, dir: direction });
    expect(read(`briefings/2026/${id}/index.md`)).toContain(date);
  });

  test('leads readers to all other languages, each by its own name', () => {
    const links = selectAll(`nav[aria-label="${wordsOf(language).briefing.otherLanguages}"] a`, page);
    expect(
      links.map(({ properties }) => [properties.lang, properties.hrefLang, new URL(String(properties.href), url).href]),
    ).toEqual(ADDRESSES.filter(([other]) => other !== language).map(([other, href]) => [other, other, href]));
    const names = { 'en-GB': 'British English', ar: 'العربية', tr: 'Türkçe', uk: 'українська' };
    const { [language]: _own, ...others } = names;
    expect(links.map((link) => textOf(link).trim())).toEqual(Object.values(others));
  });

  test('tells programs of all its languages, and of its own feed', () => {
    const alternates = selectAll('link[rel=alternate][hreflang]', page);
    expect(alternates.map(({ properties }) => [properties.hrefLang, properties.href])).toEqual([
      ...ADDRESSES,
      ['x-default', `${url}briefings/2026/crane/`],
    ]);
    const feeds = selectAll('link[rel=alternate][type="application/rss+xml"]', page).map(
      ({ properties }) => properties.href,
    );
    expect(feeds[0]).toBe(language === 'en-GB' ? '/rss.xml' : `/languages/${language}/rss.xml`);
    expect(select('meta[property="og:locale"]', page)?.properties.content).toBe(locale);
    expect(selectAll('meta[property="og:locale:alternate"]', page)).toHaveLength(3);
    const [article] = graphOf(page).filter((node) => node['@type'] === 'NewsArticle');
    expect(article).toMatchObject({ inLanguage: language });
    expect(article?.workTranslation).toHaveLength(3);
  });

  test('says of what surrounds it and of the names of others in which language they are', () => {
    const [lang, dir] = language === 'en-GB' ? [undefined, undefined] : ['en-GB', 'ltr'];
    for (const selector of [
      '.masthead',
      '.footer',
      '.fact-box .source',
      '.topic-links a',
      '.briefing > header > .label a',
    ]) {
      expect(select(selector, page)?.properties, selector).toMatchObject({ ...(lang && { lang, dir }) });
      expect(select(selector, page)?.properties.lang, selector).toBe(lang);
    }
  });
});

test.each([
  ['crane-uk', 'a picture', '«міцно»'],
  ['pier-uk', 'MDX', '«скоро»', '«тихо»'],
])('the text of %s, with %s, has the quotation marks of its language', (id, _with, ...quoted) => {
  for (const words of quoted) expect(textOf(pageOf(id))).toContain(words);
});

test('what is not public leads nowhere and is named nowhere', () => {
  const files = globSync('**/*.{html,xml,json,md,ics,opml,txt}', { cwd: folder });
  const told = files.filter((file) => /zq(de|fr)|crane-(de|fr)/.test(read(file)));
  expect(told).toEqual([]);
  for (const [id] of CRANES) expect(read(`briefings/2026/${id}/index.html`)).not.toMatch(/crane-pl|hreflang="pl"/);
});

test.each([
  'index.html',
  'briefings/index.html',
  'topics/cranes/index.html',
  'stories/harbour/index.html',
  'sources/harbour-office/index.html',
])('%s has each briefing once, and says which is in another language', (file) => {
  const links = selectAll('main :is(h2, h3):has(> a[href^="/briefings/"])', pages.get(file)).filter(
    (heading) => !select('a[href*="#"]', heading),
  );
  expect(links.map((heading) => [textOf(heading).trim(), heading.properties.lang])).toEqual([
    ['The quay opens later', undefined],
    ['Причал ремонтують', 'uk'],
    ['The crane stands', undefined],
  ]);
});

test.each([
  ['the name of a place', 'briefings/2026/pier-uk/', '.briefing > header .meta', 'Inner basin', 'en-GB'],
  ['the role of who speaks in a body', 'briefings/2026/pier-uk/', '.body-statement', 'Owner of the quay', 'en-GB'],
  ['whose figures a table has', 'briefings/2026/pier-uk/', 'thead', 'Harbour office', 'en-GB'],
  ['an excerpt of what was read', 'sources/harbour-office/', '.statement', 'Ремонт розпочато', 'uk'],
  ['where it was read', 'sources/harbour-office/', '.statement', 'Портова газета', 'uk'],
])('%s says its language, and nothing around it does', (_part, path, around, words, language) => {
  const said = selectAll(`${around} [lang]`, pages.get(`${path}index.html`));
  expect(said.map((element) => [textOf(element).trim(), element.properties.lang])).toContainEqual([words, language]);
});

test.each(['coming-up/index.html', 'stories/harbour/index.html', 'days/2026-05-01/index.html', 'index.html'])(
  '%s says of an event that it is told in another language',
  (file) => {
    const told = selectAll('[lang=uk]', pages.get(file)).filter(
      (words) => textOf(words).trim() === 'Ремонт закінчиться',
    );
    const named = (pages.get(file) ? read(file) : '').match(/>\s*Ремонт закінчиться\s*</g) ?? [];
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBe(named.length);
  },
);

test('a newsletter says which of its briefings are in another language', () => {
  expect(read('days/2026-02-10/email.html')).toMatch(/<h2 [^>]*lang="uk" dir="ltr"[^>]*>.*Причал ремонтують/);
});

test('the feeds of languages are listed for readers and for programs', () => {
  const names = selectAll('section[aria-labelledby=Languages] h3', pages.get('subscribe/index.html'));
  expect(names.map((name) => [name.properties.lang, textOf(name)])).toEqual([
    ['ar', 'العربية'],
    ['uk', 'українська'],
  ]);
  expect(read('feeds.opml')).toMatch(/xmlUrl="https:\/\/harbour\.example\/languages\/uk\/rss\.xml"[^>]* language="uk"/);
});

test('the feed of a language in which nothing is left stays for those who have it, with the notice, and is offered to nobody', () => {
  expect(read('languages/pl/rss.xml')).toContain('zqnotice');
  expect(read('feeds.opml') + read('subscribe/index.html')).not.toContain('languages/pl/');
});

test('the sitemap names the languages of a page', () => {
  const map = read('sitemap-1.xml');
  expect(map).toContain('xmlns:xhtml="http://www.w3.org/1999/xhtml"');
  expect(map.match(/<xhtml:link /g)).toHaveLength(15);
  expect(map).toContain(
    '<xhtml:link rel="alternate" hreflang="ar" href="https://harbour.example/briefings/2026/crane-ar/"/>',
  );
});

function graphOf(page: Root): Record<string, unknown>[] {
  const script = select('script[type="application/ld+json"]', page);
  const { '@graph': graph } = JSON.parse(script ? textOf(script) : '{}') as { '@graph': Record<string, unknown>[] };
  return graph;
}
