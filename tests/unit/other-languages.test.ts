import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { articleHtml } from '../../src/feeds/article-html.ts';
import { atom } from '../../src/feeds/atom.ts';
import { contentOf } from '../../src/feeds/content.ts';
import { emailHtml, emailText } from '../../src/feeds/email.ts';
import { newsSitemapFile } from '../../src/feeds/sitemap.ts';
import { directionOf } from '../../src/languages/index.ts';
import { Body } from '../../src/newsroom/body.ts';
import { dateText, dateView } from '../../src/newsroom/dates.ts';
import { openGraphLocale } from '../../src/newsroom/language.ts';
import { sentence } from '../../src/newsroom/sentence.ts';
import { articleView } from '../../src/newsroom/views/article.ts';
import { emailView, newsletterDays } from '../../src/newsroom/views/email.ts';
import { bodyFacts } from '../../src/schemas/body-components.ts';
import { type BriefingFields, briefing, change, edition, site } from '../support/unit-factory.ts';
import { feedOf } from '../support/unit-feeds.ts';
import { elementsIn, textOf } from '../support/unit-html.ts';

const AT = '2026-01-25T12:00:00Z';

/** A briefing in a language, in a publication in another. */
function opened(language: string, of: string, fields: BriefingFields = {}) {
  return edition({ site: [site({ language: of })], briefings: [briefing('2026/a', { language, ...fields })] });
}

describe('in a feed, a text in another language than the publication', () => {
  const inFeed = (language: string, of: string) => {
    const own = opened(language, of);
    const [entry] = own.briefings;
    return entry && articleHtml(articleView(own, entry, Body.of('')), 'https://example.org/a/');
  };

  test('says which, and which way it goes: the program may turn all for the publication', () => {
    expect(inFeed('en', 'ar')).toMatch(/^<div lang="en" dir="ltr">.*<\/div>$/);
    expect(inFeed('ar', 'en')).toMatch(/^<div lang="ar" dir="rtl">.*<\/div>$/);
    expect(inFeed('ar', 'ar')).toMatch(/^<div dir="rtl">/);
    expect(inFeed('en', 'en')).toMatch(/^<ul>/);
  });

  test('does so in a notice, too', async () => {
    const notices = async (language: string, of: string) => {
      const feed = await feedOf(opened(language, of, { changes: [change('withdrawal', AT)] }));
      return feed.items.map((item) => contentOf(item, feed.language).slice(0, '<p lang="en" dir="ltr">'.length));
    };
    expect(await notices('en', 'ar')).toEqual(['<p lang="en" dir="ltr">']);
    expect(await notices('ar', 'ar')).toEqual([expect.stringMatching(/^<p dir="rtl">/)]);
    expect(await notices('en', 'en')).toEqual([expect.stringMatching(/^<p>/)]);
  });

  test('is told of in its own language alone where it was corrected', async () => {
    const changes = [change('clarification', AT, { what: 'Уточнено', was: 'Два', now: 'Три' })];
    const feed = await feedOf(opened('uk', 'en-GB', { headline: 'Кран', changes }), 'corrections');
    expect(feed.items).toMatchObject([
      {
        language: 'uk',
        headline: 'Уточнення: Кран',
        notice: expect.stringMatching(/^Уточнення, 25 січня 2026 р\.: Уточнено\. Було: Два\. Стало: Три\.$/),
      },
    ]);
    expect(atom(feed)).toContain('<entry xml:lang="uk">');
  });
});

describe('in a newsletter, a briefing in another language', () => {
  const changes = [change('clarification', AT, { what: 'Words' })];
  const facts = [{ label: 'Load', value: '40 t', note: 'on paper', by: 'office' }];
  const mailOf = (language: string, of: string) => {
    const own = opened(language, of, { changes, facts });
    const [day] = newsletterDays(own);
    if (!day) throw new RangeError('there is no newsletter');
    return emailView(own, day);
  };

  test('has the room for the marks of its list on the side where they stand', () => {
    const styleOf = (language: string, of: string) =>
      String(elementsIn(fromHtml(emailHtml(mailOf(language, of))), 'ul')[0]?.properties.style);
    expect(styleOf('ar', 'en')).toContain('padding-right:20px');
    expect(styleOf('en', 'ar')).toContain('padding-left:20px');
    expect(styleOf('ar', 'ar')).toContain('padding-right:20px');
  });

  test('says its language of its own words, and not of those around them', () => {
    const html = fromHtml(emailHtml(mailOf('en', 'uk')));
    const foreign = ['p', 'span', 'strong'].flatMap((name) =>
      elementsIn(html, name).flatMap((element) => (element.properties.lang === 'en' ? textOf(element) : [])),
    );
    expect(foreign.sort()).toEqual(['40 t', 'Load: ', 'Standfirst of 2026/a', 'Words', 'on paper']);
    expect(emailText(mailOf('en', 'uk'))).toContain('Уточнення, 25 січня 2026 р.: Words\n');
    expect(emailText(mailOf('en', 'uk'))).toMatch(/^Load: 40 t, on paper \(/m);
  });
});

test.each([
  ['en-GB', '1 Feb 2026'],
  ['uk', '1 лют. 2026 р.'],
  ['zh-Hant', '2026年2月1日'],
])('a date below another of its year is whole as a text in %s', (language, text) => {
  expect(dateText(dateView('2026-02-01', { language, timeZone: 'UTC' }, 'short', 2026)).replaceAll(/\s/g, ' ')).toBe(
    text,
  );
});

test.each([
  ['uk', 'uk'],
  ['en-GB', 'en'],
  ['zh', 'zh-cn'],
  ['zh-Hant', 'zh-tw'],
  ['zh-HK', 'zh-tw'],
  ['zh-SG', 'zh-cn'],
])('a sitemap of news calls %s %s', (tag, name) => {
  const entries = [{ address: 'https://example.org/a/', headline: 'A', publishedAt: AT }];
  expect(newsSitemapFile(entries, 'News', tag)).toContain(`<news:language>${name}</news:language>`);
});

test.each([
  ['uk', 'uk'],
  ['en-GB', 'en_GB'],
  ['zh-Hant', 'zh_TW'],
  ['zh-Hant-HK', 'zh_HK'],
  ['sr-Latn', 'sr_RS'],
])('Open Graph calls %s %s', (tag, name) => {
  expect(openGraphLocale(tag)).toBe(name);
});

test('Urdu in its own style of letters is written from right to left', () => {
  expect(directionOf('ur-Aran')).toBe('rtl');
});

test.each(['起重機延後啟用。', 'वह चलती है।', 'کرین چلتی ہے۔', 'هل تعمل؟'])(
  'a sentence that is ended gets no stop: %s',
  (text) => {
    expect(sentence(text)).toBe(text);
  },
);

test('words are counted where nothing stands between them', () => {
  const { words } = bodyFacts('港は広い。'.repeat(200));
  expect(words).toBeGreaterThan(400);
  expect(words).toBeLessThan(1_200);
});
