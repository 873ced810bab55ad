import { describe, expect, test } from 'vitest';
import { addressesOf } from '../../../src/newsroom/addresses.ts';
import { Body } from '../../../src/newsroom/body.ts';
import { briefingsOfStory, briefingsOfTopic, type Edition } from '../../../src/newsroom/edition.ts';
import { eventsOfStory } from '../../../src/newsroom/events.ts';
import { listedBriefings } from '../../../src/newsroom/translations.ts';
import { briefingView } from '../../../src/newsroom/views/briefing.ts';
import { calendarFiles } from '../../../src/newsroom/views/calendar.ts';
import { correctionSlices } from '../../../src/newsroom/views/corrections.ts';
import { homeView } from '../../../src/newsroom/views/home.ts';
import { listingSlices, listingView } from '../../../src/newsroom/views/listing.ts';
import { publishedBriefing } from '../../../src/newsroom/views/published.ts';
import { newsSitemap, sitemaps } from '../../../src/newsroom/views/sitemap.ts';
import { publicSources, sourceSlices, sourceView } from '../../../src/newsroom/views/source.ts';
import { type BriefingFields, briefing, change, edition, question, source, story } from '../../support/unit-factory.ts';

const ELSEWHERE = { language: 'tr', url: 'https://liman.example/vinc' };
const WITHDRAWAL = change('withdrawal', '2026-01-25T12:00:00Z');

const english = (fields: BriefingFields = {}) =>
  briefing('2026/crane', { publishedAt: '2026-01-10T12:00:00Z', ...fields });
const ukrainian = (fields: BriefingFields = {}) =>
  briefing('2026/crane-uk', { language: 'uk', publishedAt: '2026-01-12T12:00:00Z', ...fields });
const arabic = (fields: BriefingFields = {}) =>
  briefing('2026/crane-ar', { language: 'ar', publishedAt: '2026-01-11T12:00:00Z', ...fields });

function viewOf(opened: Edition, id: string) {
  const entry = opened.briefings.find((known) => known.id === id);
  if (!entry) throw new RangeError(`${id} is not public`);
  return briefingView(opened, entry, Body.of('<p>Text.</p>'));
}

const switchOf = (opened: Edition, id: string) => viewOf(opened, id).article.translations.map(({ lang }) => lang);
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('a briefing in several languages', () => {
  test.each([
    ['one names the others', [['2026/crane-uk', '2026/crane-ar'], [], []]],
    ['each names the next', [['2026/crane-uk'], ['2026/crane-ar'], ['2026/crane']]],
    ['two name the third', [[], ['2026/crane'], ['2026/crane']]],
    [
      'all name all',
      [
        ['2026/crane-uk', '2026/crane-ar'],
        ['2026/crane', '2026/crane-ar'],
        ['2026/crane-uk', '2026/crane'],
      ],
    ],
  ])('leads from each to all others where %s', (_, [first = [], second = [], third = []]) => {
    const briefings = [
      english({ translations: first }),
      ukrainian({ translations: second }),
      arabic({ translations: third, translatedElsewhere: [ELSEWHERE] }),
    ];
    const opened = edition({ briefings });
    expect(switchOf(opened, '2026/crane')).toEqual(['ar', 'tr', 'uk']);
    expect(switchOf(opened, '2026/crane-uk')).toEqual(['en-GB', 'ar', 'tr']);
    expect(switchOf(opened, '2026/crane-ar')).toEqual(['en-GB', 'tr', 'uk']);
  });

  const named = { translations: ['2026/crane-uk', '2026/crane-ar'] };
  const opened = edition({ briefings: [english(named), ukrainian(), arabic({ translatedElsewhere: [ELSEWHERE] })] });

  test('calls each language by its own name, and says which way it is written', () => {
    expect(viewOf(opened, '2026/crane').article.translations).toEqual([
      { lang: 'ar', dir: 'rtl', name: 'العربية', href: '/briefings/2026/crane-ar/' },
      { lang: 'tr', dir: 'ltr', name: 'Türkçe', href: 'https://liman.example/vinc' },
      { lang: 'uk', dir: 'ltr', name: 'українська', href: '/briefings/2026/crane-uk/' },
    ]);
  });

  test('has a page in its own language and direction, with its dates', () => {
    const { frame, article } = viewOf(opened, '2026/crane-ar');
    expect(frame).toMatchObject({ language: 'ar', direction: 'rtl', foreign: { lang: 'en-GB', dir: 'ltr' } });
    expect(article.published.text).toBe('11 يناير 2026');
    expect(article.topics).toMatchObject([{ text: 'Harbour', foreign: { lang: 'en-GB', dir: 'ltr' } }]);
    expect(article.facts[0]?.by).toMatchObject({ text: 'Harbour office', foreign: { lang: 'en-GB' } });
    expect(viewOf(opened, '2026/crane').frame.foreign).toBeUndefined();
  });

  test('names all of its languages to machines on each page, and the main one for all other readers', () => {
    const links = [
      { hreflang: 'en-GB', href: 'https://example.org/briefings/2026/crane/' },
      { hreflang: 'ar', href: 'https://example.org/briefings/2026/crane-ar/' },
      { hreflang: 'tr', href: 'https://liman.example/vinc' },
      { hreflang: 'uk', href: 'https://example.org/briefings/2026/crane-uk/' },
      { hreflang: 'x-default', href: 'https://example.org/briefings/2026/crane/' },
    ];
    for (const id of ['2026/crane', '2026/crane-uk', '2026/crane-ar']) {
      expect(viewOf(opened, id).frame.languages).toEqual(links);
      const listed = sitemaps(opened).flat();
      expect(listed.find(({ address }) => address.endsWith(`/${id}/`))?.languages).toEqual(links);
    }
  });

  test('has no main one without one in the language of the publication', () => {
    const two = edition({ briefings: [ukrainian({ translations: ['2026/crane-ar'] }), arabic()] });
    expect(viewOf(two, '2026/crane-uk').frame.languages.map(({ hreflang }) => hreflang)).toEqual(['ar', 'uk']);
  });

  test('says so in its JSON form', () => {
    const entry = opened.briefings.find(({ id }) => id === '2026/crane-uk');
    expect(entry && publishedBriefing(opened, entry, '')).toMatchObject({
      language: 'uk',
      translations: [
        { language: 'en-GB', url: 'https://example.org/briefings/2026/crane/' },
        { language: 'ar', url: 'https://example.org/briefings/2026/crane-ar/' },
        { language: 'tr', url: 'https://liman.example/vinc' },
      ],
    });
  });

  test('is told to search engines for news in its language', () => {
    const news = newsSitemap(edition({ briefings: [ukrainian()] }, '2026-01-12T13:00:00Z'));
    expect(news).toMatchObject([{ language: 'uk' }]);
  });
});

describe('a translation that is not public', () => {
  test.each([
    ['a draft', { draft: true }],
    ['under embargo', { embargoUntil: '2030-01-01T00:00:00Z' }],
    ['withdrawn', { changes: [WITHDRAWAL] }],
  ])('does not show where it is %s, and joins nothing', (_, fields) => {
    const hidden = ukrainian({ ...fields, translations: ['2026/crane-ar'], translatedElsewhere: [ELSEWHERE] });
    const opened = edition({ briefings: [english({ translations: ['2026/crane-uk'] }), hidden, arabic()] });
    expect(viewOf(opened, '2026/crane').article.translations).toEqual([]);
    expect(viewOf(opened, '2026/crane').frame.languages).toEqual([]);
    expect(idsOf(listedBriefings(opened))).toEqual(['2026/crane-ar', '2026/crane']);
    expect(
      JSON.stringify(
        sitemaps(opened)
          .flat()
          .map(({ languages }) => languages ?? []),
      ),
    ).not.toContain('uk');
  });
});

describe('a list', () => {
  const named = { translations: ['2026/crane-uk', '2026/crane-ar'] };
  const pier = briefing('2026/pier-uk', { language: 'uk', publishedAt: '2026-01-15T12:00:00Z', eyebrow: 'Порт' });
  const quay = [
    briefing('2026/quay-ar', { language: 'ar', publishedAt: '2026-01-02T12:00:00Z' }),
    briefing('2026/quay-uk', { language: 'uk', publishedAt: '2026-01-03T12:00:00Z', translations: ['2026/quay-ar'] }),
  ];
  const opened = edition({ briefings: [english(named), ukrainian(), arabic(), pier, ...quay] });
  const once = ['2026/pier-uk', '2026/crane', '2026/quay-ar'];

  test('has one of a group: in the language of the publication, else the one that was first', () => {
    const { lead, latest, all } = homeView(opened);
    expect([lead?.card, ...latest].map((card) => card?.href)).toEqual(once.map((id) => `/briefings/${id}/`));
    expect(all.text).toBe('All 3 briefings');
    expect(listingSlices(opened).flatMap(({ items }) => idsOf(items))).toEqual(once);
    expect(idsOf(briefingsOfTopic(opened, 'harbour'))).toEqual(once);
  });

  test('says which of its headlines are in another language', () => {
    const [slice] = listingSlices(opened);
    const cards = slice ? listingView(opened, slice).months.flatMap(({ cards }) => cards) : [];
    const uk = { lang: 'uk', dir: 'ltr' };
    expect(cards.map(({ foreign, foreignEyebrow }) => [foreign, foreignEyebrow])).toEqual([
      [uk, uk],
      [undefined, undefined],
      [{ lang: 'ar', dir: 'rtl' }, undefined],
    ]);
  });

  test('of a topic has a translation that alone carries it', () => {
    const own = edition({ briefings: [english({ translations: ['2026/crane-uk'], topics: ['port'] }), ukrainian()] });
    expect(idsOf(briefingsOfTopic(own, 'harbour'))).toEqual(['2026/crane-uk']);
    expect(idsOf(briefingsOfTopic(own, 'port'))).toEqual(['2026/crane']);
  });

  test('of what a source says has it once, and each source that anybody names has a page', () => {
    const asked = question('when', {
      statements: [{ by: 'office', on: '2026-01-10', says: 'Now.' }],
      standing: 'oneSource',
    });
    const said = question('when', {
      statements: [{ by: 'office', on: '2026-01-10', says: 'Зараз.' }],
      standing: 'oneSource',
    });
    const event = { date: '2026-01-01', text: 'Подія', by: 'pilot' };
    const own = edition({
      briefings: [
        english({ translations: ['2026/crane-uk'], questions: [asked] }),
        ukrainian({ questions: [said], timeline: [event] }),
      ],
      sources: [source('office'), source('pilot')],
    });
    const views = publicSources(own).map((one) => {
      const [slice] = sourceSlices(own, one);
      return slice && sourceView(own, one, slice);
    });
    expect(views.map((view) => view?.statements.map(({ says }) => says))).toEqual([['Now.'], []]);
    expect(views.map((view) => view?.cards.map(({ href }) => href))).toEqual([
      ['/briefings/2026/crane/'],
      ['/briefings/2026/crane-uk/'],
    ]);
  });

  test('of corrections has those of every language, each with its own', () => {
    const changes = [change('clarification', '2026-01-20T12:00:00Z')];
    const own = edition({ briefings: [english({ translations: ['2026/crane-uk'], changes }), ukrainian({ changes })] });
    const told = correctionSlices(own).flatMap(({ items }) => items);
    expect(told.map(({ briefing, foreign }) => [briefing.foreign?.lang, foreign?.lang])).toEqual([
      ['uk', 'uk'],
      [undefined, undefined],
    ]);
  });
});

describe('a story in several languages', () => {
  const opening = { id: 'opening', date: '2026-06-01', status: 'scheduled' as const };
  const told = { story: 'port', timeline: [{ ...opening, text: 'It opens' }], translations: ['2026/crane-uk'] };
  const moved = { ...opening, date: '2026-07-01', text: 'It opens in July' };
  const briefings = [
    english(told),
    ukrainian({ story: 'port', timeline: [{ ...opening, text: 'Відкриття' }] }),
    briefing('2026/later', { story: 'port', timeline: [moved], publishedAt: '2026-01-20T12:00:00Z' }),
  ];
  const opened = edition({ briefings, stories: [story('port')] });

  test('tells each event once, in the language of its readers', () => {
    expect(idsOf(briefingsOfStory(opened, 'port'))).toEqual(['2026/later', '2026/crane']);
    expect(eventsOfStory(opened, 'port').map(({ text }) => text)).toEqual(['It opens in July']);
  });

  test('lets no page promise what was moved since, and keeps to its words', () => {
    const { article, later } = viewOf(opened, '2026/crane-uk');
    expect(article.coming).toMatchObject([{ text: 'Відкриття', movedFrom: '2026-06-01', foreign: undefined }]);
    expect(article.coming[0]?.date.parts[0]).toMatchObject({
      text: expect.stringContaining('1 липня 2026'),
      datetime: '2026-07-01',
    });
    expect(later).toEqual({
      text: 'Headline of 2026/later',
      href: '/briefings/2026/later/',
      foreign: { lang: 'en-GB', dir: 'ltr' },
    });
  });

  test('has a calendar for each event in each language that tells it', () => {
    const { article } = viewOf(opened, '2026/crane-uk');
    const files = calendarFiles(opened).filter(({ path }) => path.includes('/events/'));
    expect(files.map(({ path, view }) => [path, view.language, view.events[0]?.text])).toEqual([
      ['/stories/port/events/opening.ics', 'en-GB', 'It opens in July'],
      ['/stories/port/events/opening.uk.ics', 'uk', 'Відкриття'],
    ]);
    expect(article.coming.map(({ calendar }) => calendar)).toEqual(['/stories/port/events/opening.uk.ics']);
    expect([...addressesOf(opened)]).toContain('/stories/port/events/opening.uk.ics');
  });
});
