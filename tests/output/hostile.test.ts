import { readFileSync } from 'node:fs';
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { parseOpml } from 'feedsmith';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import ICAL from 'ical.js';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { FEED_FILES, readFeed } from '../support/feeds.ts';
import { BRIEFINGS, PAGE, PLACES, SITE, SOURCES, STORY, TOPICS, WITHDRAWN } from '../support/hostile.ts';
import { jsonLdOf, metaOf, readEmails, readPages, valuesIn } from '../support/pages.ts';
import { SITES } from './sites.ts';

const { folder, url } = SITES.hostile;
const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
const markdown = await createMarkdownProcessor({ syntaxHighlight: false, smartypants: false });

/** Where a line ends is nothing that HTML or Markdown says. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** What of some texts a reader does not find in another, word for word. */
const missingIn = (said: string, texts: readonly string[]) => texts.filter((text) => !flat(said).includes(flat(text)));

/** What an editor could not have meant: elements and attributes out of a text. */
function markupIn(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'comment') found.push(`<!--${node.value}-->`);
    if (node.type !== 'element') return;
    const { tagName, properties } = node;
    const isData = tagName === 'script' && properties.type === 'application/ld+json';
    if (!isData && ['script', 'iframe', 'object', 'embed'].includes(tagName)) found.push(`<${tagName}>`);
    if (tagName === 'b' && textOf(node) === 'bold') found.push('<b>bold</b>');
    if (tagName === 'img' && properties.src === 'x') found.push('<img src=x>');
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name) || /^\s*javascript:/i.test(String(value))) found.push(`${tagName} ${name}`);
    }
  });
  return found;
}

const firstDay = (date: string) => date.padEnd(10, '-01');

/** Every text of the front matter of a briefing that stands in its page and in its other forms. */
function textsOf({ data }: (typeof BRIEFINGS)[number]): string[] {
  const { headline, standfirst, keyPoints, facts, timeline, questions, tallies, series, changes } = data;
  const words = valuesIn([keyPoints, facts, timeline, questions, tallies, series, changes]).flatMap(({ key, value }) =>
    typeof value === 'string' && !NAMES_AND_DATES.includes(key) ? [value] : [],
  );
  return [headline, standfirst, ...words, ...SOURCES.map(({ name }) => name)];
}

const NAMES_AND_DATES = [
  'id',
  'by',
  'on',
  'asOf',
  'at',
  'date',
  'status',
  'standing',
  'kind',
  'url',
  'archiveUrl',
  'unit',
  'place',
];

describe('every page of a hostile publication', () => {
  const pages = readPages(folder);

  // The page that searches has a form and a script of the site's own.
  const plain = pages.filter(({ file }) => !file.startsWith('search/'));

  test.each(plain)('$file has no markup that its site did not make', ({ tree }) => {
    expect(markupIn(tree)).toEqual([]);
    expect(
      selectAll('main [style]:not(svg *, svg)', tree).filter(({ properties }) =>
        String(properties.style).includes('red'),
      ),
    ).toEqual([]);
  });

  test.each(BRIEFINGS)(
    'the page of $name says every word, to readers, to machines and to those who share it',
    (briefing) => {
      const { headline, standfirst, byline, dateline } = briefing.data;
      const tree = fromHtml(read(`briefings/${briefing.id}/index.html`));
      const h1 = select('h1', tree);
      expect(h1 && textOf(h1)).toBe(headline);
      const main = select('main', tree);
      expect(missingIn(main ? textOf(main) : '', [...textsOf(briefing), byline, dateline])).toEqual([]);
      expect([metaOf(tree, 'og:title'), metaOf(tree, 'og:description'), metaOf(tree, 'og:site_name')]).toEqual([
        [headline],
        [standfirst],
        [SITE.name],
      ]);
      expect(metaOf(tree, 'article:tag')).toEqual(TOPICS.slice(0, 2).map(({ name }) => name));
      const nodes = jsonLdOf(tree);
      expect(nodes).toContainEqual(
        expect.objectContaining({
          '@type': 'AnalysisNewsArticle',
          headline,
          abstract: standfirst,
          dateline,
          creditText: byline,
        }),
      );
      const values = valuesIn(nodes).map(({ value }) => value);
      const { questions, changes, timeline } = briefing.data;
      const [statement] = questions[0]?.statements ?? [];
      const expected = [
        SITE.name,
        TOPICS[0]?.name,
        statement?.quote,
        statement?.citation.publisher,
        changes[0]?.what,
        timeline[1]?.text,
      ];
      expect(values).toEqual(expect.arrayContaining(expected));
    },
  );
});

test('the places of a hostile story are named on its map, in the list beside it, in its calendar and for machines', () => {
  const names = PLACES.map(({ name }) => name).sort();
  const map = select('.locator-map', fromHtml(read('stories/evil/index.html')));
  if (!map) throw new RangeError('There is no map');
  const listed = selectAll('ul b', map).map(textOf);
  expect(listed.toSorted()).toEqual(names);
  expect(select('svg', map)?.properties.ariaLabel).toBe(`Map: ${listed.join(', ')}`);
  expect(names.filter((name) => !textOf(select('svg', map) ?? map).includes(name))).toEqual([]);
  expect(new Set(selectAll('svg *', map).map(({ tagName }) => tagName))).toEqual(new Set(['path', 'circle', 'text']));
  const events = ICAL.Component.fromString(read('stories/evil/calendar.ics')).getAllSubcomponents('vevent');
  expect(events.map((event) => event.getFirstPropertyValue('location'))).toContain(PLACES[1]?.name);
  const { places } = JSON.parse(read('stories/evil/index.json'));
  // Of events alone: that of a briefing is told with it.
  expect(places.map(({ name }: { name: string }) => name)).toEqual([PLACES[1]?.name]);
});

describe.each(FEED_FILES)('the %s of a hostile publication', (file) => {
  const isPlain = file === 'feed.json';
  /** A summary is HTML, but in JSON. */
  const summaryText = (summary: string) => (isPlain ? summary : textOf(fromHtml(summary, { fragment: true })));

  test.each([
    ['', SITE.name, SITE.tagline, BRIEFINGS.length + 1],
    ['stories/evil/', `${SITE.name}: ${STORY.headline}`, STORY.standfirst, BRIEFINGS.length],
    ['topics/first/', `${SITE.name}: ${TOPICS[0]?.name}`, TOPICS[0]?.description, BRIEFINGS.length + 1],
    ['topics/third/', `${SITE.name}: ${TOPICS[2]?.name}`, TOPICS[2]?.description, 0],
  ])('in the folder "%s" says its name', (place, title, description, count) => {
    const feed = readFeed(`${folder}/${place}${file}`);
    expect([feed.title, feed.description, feed.items.length]).toEqual([title, description, count]);
  });

  test.each(BRIEFINGS)('says every word of $name, and has no markup in it', (briefing) => {
    const { headline, standfirst, byline } = briefing.data;
    const item = readFeed(`${folder}/${file}`).items.find(({ link }) => link === `${url}briefings/${briefing.id}/`);
    expect(item?.title).toBe(headline);
    expect(summaryText(item?.summary ?? '')).toBe(standfirst);
    expect(item?.authors).toEqual([byline]);
    expect(item?.categories).toEqual(TOPICS.slice(0, 2).map(({ name }) => name));
    const tree = fromHtml(item?.content ?? '', { fragment: true });
    expect(markupIn(tree)).toEqual([]);
    // The headline and the summary stand beside the content.
    expect(missingIn(textOf(tree), textsOf(briefing).slice(2))).toEqual([]);
    for (const other of selectAll('[style], [class], [id]', tree)) expect(other).toBeUndefined();
  });

  test('says what was withdrawn, and why', () => {
    const item = readFeed(`${folder}/${file}`).items.find(({ link }) => link === `${url}briefings/${WITHDRAWN.id}/`);
    expect(item?.title).toBe(`Withdrawn: ${WITHDRAWN.headline}`);
    const tree = fromHtml(item?.content ?? '', { fragment: true });
    expect(textOf(tree)).toContain(WITHDRAWN.notice);
    expect(markupIn(tree)).toEqual([]);
  });

  test('of the corrections says what was wrong', () => {
    const { items } = readFeed(`${folder}/corrections/${file}`);
    expect(items.length).toBe(BRIEFINGS.length + 1);
    for (const { name, data } of BRIEFINGS) {
      const item = items.find(({ title }) => title === `Correction: ${data.headline}`);
      const text = textOf(fromHtml(item?.content ?? '', { fragment: true }));
      const [change] = data.changes;
      expect(missingIn(text, [change?.what ?? '', change?.was ?? '', change?.now ?? '']), name).toEqual([]);
    }
  });
});

describe('the calendars of a hostile publication', () => {
  const events = ICAL.Component.fromString(read('calendar.ics')).getAllSubcomponents('vevent');
  const told = events.map((event) =>
    ['summary', 'description', 'status'].map((name) => String(event.getFirstPropertyValue(name) ?? '')),
  );

  test('have the events of its briefings and no others', () => {
    const expected = BRIEFINGS.flatMap(({ data }) => data.timeline.filter(({ status }) => status !== undefined));
    expect(told.map(([text]) => text).sort()).toEqual(expected.map(({ text }) => text).sort());
    for (const [summary, description, status] of told) {
      const event = expected.find(({ text }) => text === summary);
      expect(status).toBe(event?.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED');
      expect(description).toContain(SOURCES.find(({ id }) => id === event?.by)?.name);
      if (event?.detail !== undefined) expect(description).toContain(event.detail);
    }
  });

  test('are called what the site and the story are called', () => {
    const names = ['calendar.ics', 'stories/evil/calendar.ics'].map((file) =>
      ICAL.Component.fromString(read(file)).getFirstPropertyValue('x-wr-calname'),
    );
    expect(names).toEqual([SITE.name, `${SITE.name}: ${STORY.headline}`]);
  });
});

describe('the other forms of a hostile publication', () => {
  test.each(BRIEFINGS)('the Markdown of $name says every word, and has no markup', async (briefing) => {
    const tree = fromHtml((await markdown.render(read(`briefings/${briefing.id}/index.md`))).code, { fragment: true });
    expect(markupIn(tree)).toEqual([]);
    expect(missingIn(textOf(tree), textsOf(briefing))).toEqual([]);
    expect(selectAll('h1', tree).map((heading) => flat(textOf(heading)))).toEqual([flat(briefing.data.headline)]);
    // The sections of a briefing and the heading of its body; none of them out of a text.
    expect(selectAll('h2', tree).length).toBe(4);
    expect(selectAll('em, del, img', tree)).toEqual([]);
  });

  test.each(BRIEFINGS)('the JSON of $name is what its file says', ({ id, data }) => {
    const told: Record<string, unknown> = JSON.parse(read(`briefings/${id}/index.json`));
    const { topics, timeline, questions, story, ...same } = { story: undefined, ...data };
    expect(told).toMatchObject(same);
    expect(told.questions).toMatchObject(questions.map(({ about, note }) => ({ about, note })));
    const events = timeline.map(({ by, ...event }) => ({ ...event, by: [by] }));
    expect(told.timeline).toMatchObject(events.toSorted((a, b) => (firstDay(a.date) < firstDay(b.date) ? -1 : 1)));
    expect(told.topics).toMatchObject(TOPICS.slice(0, 2).map(({ name }) => ({ name })));
    expect(told.sources).toMatchObject(SOURCES.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    expect(markupIn(fromHtml(String(told.body), { fragment: true }))).toEqual([]);
  });

  test('the JSON of the story is what its file says', () => {
    const told: Record<string, unknown> = JSON.parse(read('stories/evil/index.json'));
    expect(told).toMatchObject(STORY);
    expect(markupIn(fromHtml(String(told.background), { fragment: true }))).toEqual([]);
  });

  test('llms.txt says every headline and standfirst', async () => {
    const tree = fromHtml((await markdown.render(read('llms.txt'))).code, { fragment: true });
    expect(markupIn(tree)).toEqual([]);
    const texts = BRIEFINGS.flatMap(({ data }) => [data.headline, data.standfirst]);
    expect(missingIn(textOf(tree), [SITE.name, SITE.tagline, ...texts])).toEqual([]);
    expect(selectAll('li', tree).length).toBe(BRIEFINGS.length);
  });

  test('the OPML says the name of every feed', () => {
    const { head, body } = parseOpml(read('feeds.opml'));
    expect(head?.title).toBe(SITE.name);
    const names = [STORY.headline, ...TOPICS.map(({ name }) => name), 'Corrections'].map(
      (name) => `${SITE.name}: ${name}`,
    );
    expect(body?.outlines?.map(({ title }) => title)).toEqual([SITE.name, ...names]);
    expect(body?.outlines?.map(({ text }) => text)).toEqual([SITE.name, ...names]);
    const descriptions = body?.outlines?.map(({ description }) => description);
    expect(descriptions).toEqual(expect.arrayContaining([SITE.tagline, STORY.standfirst, TOPICS[0]?.description]));
  });

  test.each(readEmails(folder))('$file says every word of its briefings, and has no markup', ({ file, tree }) => {
    expect(markupIn(tree)).toEqual([]);
    const day = file.split('/')[1];
    const told = BRIEFINGS.filter(({ data }) => data.publishedAt.startsWith(day ?? ''));
    expect(told.length).toBe(1);
    const texts = told.flatMap(({ data: { headline, standfirst, eyebrow, keyPoints, facts } }) => [
      ...[headline, standfirst, eyebrow, facts[0]?.value ?? '', facts[0]?.note ?? ''],
      ...keyPoints.flatMap(({ label, text }) => [label, text]),
    ]);
    const title = select('title', tree);
    expect(title && textOf(title)).toContain(SITE.name);
    expect(missingIn(textOf(tree), [SITE.name, ...texts])).toEqual([]);
    expect(missingIn(read(file.replace(/html$/, 'txt')), [SITE.name, ...texts])).toEqual([]);
  });

  test('the manifest and the page about the site say what they are called', () => {
    expect(JSON.parse(read('manifest.webmanifest'))).toMatchObject({ name: SITE.name });
    const about = select('h1', fromHtml(read('about/index.html')));
    expect(about && textOf(about)).toBe(PAGE.title);
  });
});
