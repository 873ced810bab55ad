import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { emailHtml, emailText } from '../../src/feeds/email.ts';
import type { Edition } from '../../src/newsroom/edition.ts';
import { type EmailView, emailView, newsletterDays } from '../../src/newsroom/views/email.ts';
import { type BriefingFields, briefing, change, edition, site, source, topic } from '../support/unit-factory.ts';
import { elementsIn, textOf } from '../support/unit-html.ts';

const AWKWARD = 'R&D <b>x</b> "y" ]]> <!-- </title> 😀 й';

function viewOf(opened: Edition, date = '2026-01-20'): EmailView {
  const day = newsletterDays(opened).find((one) => one.date === date);
  const view = day && emailView(opened, day);
  if (!view) throw new RangeError(`there is no newsletter of ${date}`);
  return view;
}

const sizeOf = (text: string) => Buffer.byteLength(text);

describe('the newsletters', () => {
  test('are one for each day with a briefing, in the publication’s time zone, the oldest first', () => {
    const briefings = [
      briefing('2026/a', { publishedAt: '2026-01-20T22:30:00Z' }),
      briefing('2026/b', { publishedAt: '2026-01-20T21:30:00Z', timeline: [{ date: '2026-01-15', text: 'Alone' }] }),
      briefing('2026/draft', { draft: true, publishedAt: '2026-01-11T12:00:00Z' }),
      briefing('2026/gone', {
        publishedAt: '2026-01-12T12:00:00Z',
        changes: [change('withdrawal', '2026-01-13T12:00:00Z')],
      }),
    ];
    const opened = edition({ briefings, site: [site({ timeZone: 'Europe/Kyiv' })] });
    expect(newsletterDays(opened).map((day) => [day.date, emailView(opened, day).title])).toEqual([
      ['2026-01-20', 'Harbour News, 20 January 2026'],
      ['2026-01-21', 'Harbour News, 21 January 2026'],
    ]);
  });

  test('have whole addresses: the text of a mail stands nowhere', () => {
    const opened = edition({ site: [site({ url: 'https://example.org/news/' })], briefings: [briefing('2026/a')] });
    const html = fromHtml(emailHtml(viewOf(opened)));
    expect(elementsIn(html, 'a').map(({ properties }) => properties.href)).toEqual([
      'https://example.org/news/',
      'https://example.org/news/briefings/2026/a/',
      'https://example.org/news/days/2026-01-20/',
    ]);
  });
});

describe('a newsletter', () => {
  const fields: BriefingFields = {
    headline: 'A crane is built',
    eyebrow: 'Cranes',
    keyPoints: [{ label: 'What happened', text: 'One crane is built.' }, { text: 'No other is planned.' }],
    facts: [
      { label: 'Cranes', value: '138', note: 'not verified', by: 'office', asOf: '2026-01-19' },
      { label: 'Ships', value: '12', by: 'office' },
    ],
    changes: [
      change('correction', '2026-01-23T12:00:00Z', { what: 'The count was wrong.' }),
      change('update', '2026-02-23T12:00:00Z', { what: 'Still to come.' }),
    ],
  };
  const opened = edition({
    topics: [topic('harbour', 'Harbour')],
    sources: [source('office', { name: 'Harbour office' })],
    briefings: [briefing('2026/a', fields), briefing('2026/b', { publishedAt: '2026-01-20T09:00:00Z' })],
  });
  const view = viewOf(opened);
  const [html, text] = [emailHtml(view), emailText(view)];

  test.each([
    'Harbour News, 20 January 2026',
    'Cranes',
    'A crane is built',
    'https://example.org/briefings/2026/a/',
    'Standfirst of 2026/a',
    'What happened.',
    'One crane is built.',
    'No other is planned.',
    'Cranes: ',
    '138',
    'Harbour office, 19 January 2026',
    'not verified',
    'Correction, 23 January 2026: The count was wrong.',
    'Harbour',
    'Headline of 2026/b',
    'https://example.org/days/2026-01-20/',
  ])('says in both parts: %s', (fact) => {
    const tree = fromHtml(html);
    const hrefs = elementsIn(tree, 'a').map(({ properties }) => String(properties.href));
    expect(`${textOf(tree)} ${hrefs.join(' ')}`).toContain(fact);
    expect(text).toContain(fact);
  });

  test('says the same words in both parts, in the same order', () => {
    const body = elementsIn(fromHtml(html), 'body')[0];
    if (!body) throw new RangeError('the mail has no body');
    const blocks = elementsIn(body, 'p', 'h1', 'h2', 'li').map(textOf);
    const plain = text.replaceAll(/^- |^https:\S+$/gm, '');
    expect(words(plain)).toEqual(words(blocks.join(' ')));
  });

  test('is plain text: words as they were typed, and each address on a line of its own', () => {
    const headline = 'AT&T [Q1] a_b *c* # 1. <b>';
    const plain = emailText(viewOf(edition({ briefings: [briefing('2026/a', { headline, standfirst: headline })] })));
    expect(plain).toContain(`\n\n${headline}\nhttps://example.org/briefings/2026/a/\n\n${headline}\n\n- One crane`);
    expect(plain.endsWith('This day on the site\nhttps://example.org/days/2026-01-20/\n')).toBe(true);
  });

  test('says when it was last changed, for the program that makes a mail of it', () => {
    const dates = elementsIn(fromHtml(html), 'meta').filter(({ properties }) => properties.name === 'date');
    expect(dates.map(({ properties }) => properties.content)).toEqual(['2026-01-23T12:00:00Z']);
  });

  test('gives the main figure alone, and tells no change that is still to come', () => {
    for (const part of [html, text]) expect(part).not.toMatch(/Ships|Still to come|undefined/);
  });

  test('has the newest briefing first', () => {
    expect(text.indexOf('A crane is built')).toBeLessThan(text.indexOf('Headline of 2026/b'));
  });

  test('loads nothing, runs nothing, and has its styles on its elements', () => {
    const tree = fromHtml(html);
    expect(elementsIn(tree, 'img', 'style', 'script', 'link', 'iframe', 'form', 'svg', 'base')).toEqual([]);
    expect(html).not.toMatch(/<img|<style|<script|url\(|@import|class=/);
    const properties = elementsIn(tree).flatMap((element) => Object.keys(element.properties));
    expect(properties.filter((name) => name.startsWith('on') || name === 'src')).toEqual([]);
    // Mail programs turn light into dark by themselves, and no colour of ours may fight that.
    expect(html).not.toMatch(/(background|[;"]color)[^:"]*:/);
    expect(html).toMatch(/^<!doctype html><html lang="en-GB">/);
  });

  test('carries any text as it was written', () => {
    const awkward = {
      headline: AWKWARD,
      standfirst: AWKWARD,
      keyPoints: [{ label: AWKWARD.slice(0, 20), text: AWKWARD }, { text: AWKWARD }],
    };
    const name = 'R&D </title><script>';
    const opened = edition({ site: [site({ name })], briefings: [briefing('2026/a', awkward)] });
    const tree = fromHtml(emailHtml(viewOf(opened)));
    expect(elementsIn(tree, 'script', 'b')).toEqual([]);
    expect(elementsIn(tree, 'title').map(textOf)).toEqual([`${name}, 20 January 2026`]);
    expect(elementsIn(tree, 'h2').map(textOf)).toEqual([AWKWARD]);
    expect(elementsIn(tree, 'li').map(textOf).at(-1)).toBe(AWKWARD);
  });
});

describe('a newsletter of a day with very much', () => {
  const many = (count: number, fields: BriefingFields) =>
    viewOf(edition({ briefings: Array.from({ length: count }, (_, index) => briefing(`2026/b-${index}`, fields)) }));

  test.each([
    ['headlines as long as they may be', 300, { headline: 'Ю'.repeat(200), standfirst: 'Ж'.repeat(400) }],
    ['long standfirsts', 300, { standfirst: 'Ж'.repeat(400) }],
    ['what factories give', 300, {}],
    ['what has to be escaped', 300, { headline: '"'.repeat(200), standfirst: '&'.repeat(400) }],
    ['three times as much', 900, { headline: 'Ю'.repeat(200) }],
  ])('is shorter than mail programs cut off, with %s', (_, count, fields) => {
    const view = many(count, fields);
    const [html, text] = [emailHtml(view), emailText(view)];
    expect(sizeOf(html)).toBeLessThan(100_000);
    expect(sizeOf(text)).toBeLessThan(100_000);
    // It is not emptied either, and leads to what it leaves out.
    expect(sizeOf(html)).toBeGreaterThan(25_000);
    for (const part of [html, text]) expect(part).toContain('https://example.org/days/2026-01-20/');
    const inHtml = elementsIn(fromHtml(html), 'h2').length;
    expect(text.match(/^https:.*\/briefings\/2026\/b-\d+\/$/gm)).toHaveLength(inHtml);
  });

  test('leaves out no briefing where their headlines fit, and says how many where they do not', () => {
    expect(elementsIn(fromHtml(emailHtml(many(200, {}))), 'h2')).toHaveLength(200);
    const view = many(300, { headline: 'Ю'.repeat(200) });
    const shown = elementsIn(fromHtml(emailHtml(view)), 'h2').length;
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(300);
    for (const part of [emailHtml(view), emailText(view)]) expect(part).toContain(String(300 - shown));
  });

  test('is whole where it is short', () => {
    expect(emailText(many(20, {}))).toContain('No other is planned.');
  });
});

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
