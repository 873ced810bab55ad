import { globSync, readFileSync } from 'node:fs';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/languages/index.ts';
import { buildSite } from '../support/build.ts';
import { englishIn, saidIn } from '../support/languages.ts';
import { metaOf, readEmails, readPages } from '../support/pages.ts';

/** Two invented publications, in languages that are not English. */
const PUBLICATIONS = [
  { name: 'ukrainian', language: 'uk', direction: 'ltr', timeZone: 'Europe/Kyiv', briefing: '2026/kran-vidkryttia' },
  { name: 'right-to-left', language: 'ar', direction: 'rtl', timeZone: 'Asia/Beirut', briefing: '2026/crane-opening' },
] as const;

const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } });

describe.each(PUBLICATIONS)('the $name publication', ({ name, language, direction, timeZone, briefing }) => {
  const folder = `tests/.output/${name}`;
  const read = (path: string) => readFileSync(`${folder}/${path}`, 'utf8');
  const words = wordsOf(language);
  const page = (path: string) =>
    readPages(folder).find(({ file }) => file === path)?.tree ?? { type: 'root', children: [] };

  beforeAll(async () => {
    const { exitCode, printed } = await buildSite(`tests/publications/${name}/content`, name);
    expect(exitCode, printed).toBe(0);
  });

  test('has a page of each kind, each valid HTML in its language and direction', async () => {
    const pages = readPages(folder);
    expect(pages.length).toBeGreaterThan(30);
    for (const { html, file, tree } of pages) {
      const { lang, dir } = select('html', tree)?.properties ?? {};
      expect({ lang, dir }, file).toEqual({ lang: language, dir: direction });
      const { results } = await validator.validateString(html, file);
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => `${file}: ${message}`))).toEqual([]);
    }
  });

  test('has no English word of the interface on any page, or in any newsletter', () => {
    const found = [...readPages(folder), ...readEmails(folder)].flatMap(({ file, tree }) =>
      englishIn(saidIn(tree), language).map((phrase) => `${file}: ${phrase}`),
    );
    expect(found).toEqual([]);
  });

  test('has none in its feeds, calendars and other forms, nor in what its worker says', () => {
    const files = globSync('**/*.{xml,json,ics,md,txt,opml,webmanifest,js}', { cwd: folder });
    // What programs are told of the shape of files is for those who write them.
    const told = files.filter(
      (file) => !/^schema\/|pagefind|manifest\.json$|^_astro\/|robots\.txt|security\.txt/.test(file),
    );
    expect(told.length).toBeGreaterThan(20);
    const found = told.flatMap((file) =>
      englishIn(saidInFile(file, read(file)), language).map((phrase) => `${file}: ${phrase}`),
    );
    expect(found).toEqual([]);
    expect(read('sw.js')).toContain(words.offline.title);
  });

  test('writes its dates as Intl does', () => {
    const format = new Intl.DateTimeFormat(language, {
      dateStyle: undefined,
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone,
    });
    const instants = selectAll('time', page(`briefings/${briefing}/index.html`)).filter(({ properties }) =>
      String(properties.dateTime).includes('T'),
    );
    expect(instants.length).toBeGreaterThan(2);
    for (const time of instants) {
      expect(textOf(time)).toBe(format.format(new Date(String(time.properties.dateTime))));
    }
  });

  test('says who can be quoted between the marks of its language', () => {
    const quotes = { uk: '«Оренда – це теж гроші»', ar: '”الإيجار مال أيضًا“' }[language];
    const index = globSync('search/pagefind/**', { cwd: folder });
    expect(index.length).toBeGreaterThan(3);
    expect(words.quoted(quotes.slice(1, -1))).toBe(quotes);
    expect(read(`briefings/${briefing}/index.md`)).toContain(language === 'uk' ? quotes : `"${quotes.slice(1, -1)}"`);
  });

  test('sets quotation marks in its texts, of Markdown and of MDX, as its language does', () => {
    const sign = { uk: 'Кран готовий', ar: 'الرافعة جاهزة' }[language];
    const tested = { uk: '2026/kran-vyprobuvannia', ar: '2026/crane-tested' }[language];
    for (const id of [briefing, tested]) {
      expect(textOf(page(`briefings/${id}/index.html`)), id).toContain(words.quoted(sign));
    }
  });

  test('tells programs which way its text goes, where they cannot know', () => {
    const right = direction === 'rtl';
    expect(/dir=(?:"|&quot;)rtl/.test(read('rss.xml'))).toBe(right);
    expect(read('days/2026-02-20/email.html').includes('dir="rtl"')).toBe(right);
    expect(JSON.parse(read('manifest.webmanifest'))).toMatchObject({ lang: language, ...(right && { dir: 'rtl' }) });
    expect(metaOf(page('index.html'), 'og:locale')).toEqual([language]);
  });

  test('leads on from an old address in its language', () => {
    expect(textOf(select('main', page('about-us/index.html')) ?? { type: 'root', children: [] })).toContain(
      words.titles.moved,
    );
  });

  test('is the same to the byte wherever it is built', async () => {
    const elsewhere = await buildSite(`tests/publications/${name}/content`, `${name}-elsewhere`, {
      TZ: 'Pacific/Kiritimati',
      LANG: 'de_DE.UTF-8',
    });
    expect(elsewhere.exitCode, elsewhere.printed).toBe(0);
    expect(readFileSync(`${elsewhere.folder}/build-manifest.json`, 'utf8')).toBe(read('build-manifest.json'));
  });
});

/** What a file says, without what belongs to its format. */
function saidInFile(file: string, text: string): string[] {
  const plain = text.replaceAll(/https?:\/\/[^\s"<>)\\]+/g, '');
  if (file.endsWith('.ics')) {
    const unfolded = plain.replaceAll(/\r\n[ \t]/g, '');
    return [...unfolded.matchAll(/^(?:SUMMARY|DESCRIPTION|LOCATION|X-WR-CALNAME|NAME)[^:]*:(.*)$/gm)].map(
      ([, said = '']) => said,
    );
  }
  if (/json$|webmanifest$/.test(file)) return stringsIn(JSON.parse(text)).flatMap((said) => saidInFile('.xml', said));
  if (file.endsWith('.js')) return [...plain.matchAll(/words:\{[^}]*\}[^}]*\}[^}]*\}/g)].map(([said]) => said);
  if (file.endsWith('.opml'))
    return [...plain.matchAll(/(?:text|title|description)="([^"]*)"/g)].map(([, said = '']) => said);
  // Twice, since a feed carries HTML as text.
  return [
    plain
      .replaceAll(/<[^>]*>/g, '\n')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll(/<[^>]*>/g, '\n'),
  ];
}

/** All texts of a JSON value that people read. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
