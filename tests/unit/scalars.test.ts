import { describe, expect, test } from 'vitest';
import { eventDateText, instant, line, oldAddress, slug, webAddress } from '../../src/schemas/scalars.ts';
import { site } from '../../src/schemas/site.ts';

describe('an instant', () => {
  test.each(['2026-01-26T18:30:00Z', '2026-01-26T18:30:00.250Z', '2026-01-26T18:30:00+02:00', '2024-02-29T00:00:00Z'])(
    'may be %s',
    (text) => {
      expect(instant().parse(text)).toBe(text);
    },
  );

  test.each([
    '2026-01-26T18:30:00',
    '2026-01-26 18:30:00Z',
    '2026-01-26T18:30Z',
    '2026-01-26',
    '2026-02-30T18:30:00Z',
    '2026-02-29T18:30:00Z',
    '2026-01-26T25:00:00Z',
  ])('is not %s', (text) => {
    expect(instant().safeParse(text).success).toBe(false);
  });
});

describe('an old address', () => {
  test.each([
    ['/old/', '/old/'],
    ['/2025/01/Old_Name.html/', '/2025/01/Old_Name.html/'],
    ['/Über-uns/', '/%C3%9Cber-uns/'],
    ['/%c3%9cber-uns/', '/%C3%9Cber-uns/'],
    ['/%6fld/', '/old/'],
    ['/новости/', '/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/'],
  ])('%s comes out as %s', (given, read) => {
    expect(oldAddress().parse(given)).toBe(read);
  });

  test.each([
    ['/'],
    ['old'],
    ['/old'],
    ['old/'],
    ['//example.org/'],
    ['/a//b/'],
    ['/../a/'],
    ['/a/./b/'],
    ['/%2e%2e/a/'],
    ['/.git/'],
    ['/a%2fb/'],
    ['/a%5Cb/'],
    ['/a\\b/'],
    ['/a?b/'],
    ['/a#b/'],
    ['/a%3Fb/'],
    ['/a%00/'],
    ['/a\u0000/'],
    ['/a\nb/'],
    ['/a b/'],
    ['/a%20b/'],
    ['/<script>/'],
    ['/%3Cscript%3E/'],
    ['/a"b/'],
    ["/a'b/"],
    ['/a;b/'],
    ['/$uri/'],
    ['/{a}/'],
    ['/:a/'],
    ['/*/'],
    ['/%E0%A4%A/'],
    ['/%FF/'],
    ['/\u202Ea/'],
    [`/${'a'.repeat(199)}/`],
  ])('is not %j', (given) => {
    expect(oldAddress().safeParse(given).success).toBe(false);
  });
});

describe('a line', () => {
  test('is told without the spaces around it', () => {
    expect(line().parse('  A crane is built ')).toBe('A crane is built');
  });

  test('is not empty, not longer than it may be, and one line', () => {
    expect(line(5).safeParse('crane').success).toBe(true);
    expect(line(5).safeParse('cranes').success).toBe(false);
    expect(line().safeParse('  ').success).toBe(false);
    expect(line().safeParse('A crane\nis built').success).toBe(false);
    expect(line().safeParse('A crane\ris built').success).toBe(false);
  });
});

test.each([
  ['territory', true],
  ['front-line-2', true],
  ['2026', true],
  ['Territory', false],
  ['front_line', false],
  ['front--line', false],
  ['-front', false],
  ['front-', false],
  ['frönt', false],
  ['a/b', false],
  ['', false],
])('whether "%s" can stand in an address: %s', (text, may) => {
  expect(slug().safeParse(text).success).toBe(may);
});

test('a year that YAML reads as a number is a date as it was written', () => {
  expect(eventDateText().parse(2014)).toBe('2014');
  expect(eventDateText().parse('2026-02~')).toBe('2026-02~');
  expect(eventDateText().safeParse(20260201).success).toBe(false);
  expect(eventDateText().safeParse(true).success).toBe(false);
});

test.each([
  ['https://example.org/', true],
  ['http://localhost:4321/news', true],
  ['example.org', false],
  ['ftp://example.org/', false],
  ['javascript:alert(1)', false],
  ['/about/', false],
])('whether "%s" is a web address: %s', (text, is) => {
  expect(webAddress().safeParse(text).success).toBe(is);
});

describe('a site', () => {
  const fields = {
    name: 'Harbour News',
    tagline: 'A publication for a test',
    url: 'https://example.org/',
    language: 'en-GB',
    timeZone: 'Europe/Kyiv',
  };
  const accepts = (other: Partial<typeof fields>) => site.safeParse({ ...fields, ...other }).success;

  test('has a language tag as it is written in full', () => {
    expect(['en', 'en-GB', 'uk', 'zh-Hans'].filter((language) => !accepts({ language }))).toEqual([]);
    expect(['en-gb', 'en_GB', 'English', ''].filter((language) => accepts({ language }))).toEqual([]);
  });

  test('has a time zone by its name', () => {
    const names = ['UTC', 'Europe/Kyiv', 'America/Argentina/Ushuaia'];
    expect(names.filter((timeZone) => !accepts({ timeZone }))).toEqual([]);
    const others = ['utc', 'Kyiv', 'Europe/Nowhere', '+02:00', 'CET', ''];
    expect(others.filter((timeZone) => accepts({ timeZone }))).toEqual([]);
  });

  test('stands at an address to which paths can be added', () => {
    const urls = ['https://example.org', 'https://example.org/news', 'https://example.org/news/'];
    expect(urls.filter((url) => !accepts({ url }))).toEqual([]);
    const others = ['https://example.org/news?edition=1', 'https://example.org/news#latest'];
    expect(others.filter((url) => accepts({ url }))).toEqual([]);
  });
});
