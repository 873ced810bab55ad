import { globSync, readFileSync } from 'node:fs';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { MANY } from '../support/many.ts';
import { readPages } from '../support/pages.ts';
import { SITES } from './sites.ts';

describe('the lists of a long publication', () => {
  const pages = new Map(readPages(SITES.many.folder).map(({ file, tree }) => [file, tree]));
  const headlinesOf = (file: string) =>
    selectAll('.briefing-list :is(h2, h3)', pages.get(file)).map((heading) => textOf(heading));

  test('show thirty briefings a page, newest first, each once', () => {
    const first = headlinesOf('briefings/index.html');
    const second = headlinesOf('briefings/2/index.html');
    expect([first.length, second.length]).toEqual([30, MANY.briefings - 30]);
    expect(first[0]).toBe(`Harbour day ${MANY.briefings}`);
    expect(second.at(-1)).toBe('Harbour day 1');
    expect(new Set([...first, ...second]).size).toBe(MANY.briefings);
    expect(pages.has('briefings/3/index.html')).toBe(false);
  });

  test('are grouped by month', () => {
    const months = selectAll('.part > h2', pages.get('briefings/index.html')).map((heading) => textOf(heading));
    expect(months).toEqual(['June 2025', 'May 2025', 'April 2025', 'March 2025']);
  });

  test('show twenty briefings of a topic a page', () => {
    const counts = ['', '2/', '3/'].map((page) => headlinesOf(`topics/often/${page}index.html`).length);
    expect(counts).toEqual([20, 20, MANY.often - 40]);
    expect(pages.has('topics/often/4/index.html')).toBe(false);
  });

  test('lead to the pages before and after', () => {
    const links = selectAll('.pagination a', pages.get('topics/often/2/index.html')).map(
      ({ properties }) => properties.href,
    );
    expect(links).toEqual(['/news/topics/often/', '/news/topics/often/3/']);
  });

  test('say so where there is nothing', () => {
    const page = select('main', pages.get('topics/never/index.html'));
    expect(page && textOf(page)).toContain('Nothing has been published here yet.');
  });
});

test('a body that begins with a rule keeps its first part', () => {
  const html = readFileSync(`${SITES.many.folder}/briefings/2025/harbour-1/index.html`, 'utf8');
  expect(html).toContain('The first part.');
});

test('drafts and embargoed briefings are in no file of the site', () => {
  const files = globSync('**/*.{html,xml,txt,webmanifest}', { cwd: SITES.many.folder });
  expect(files.length).toBeGreaterThan(60);
  const telling = files.filter((file) =>
    /kept[ -]back/i.test(`${file} ${readFileSync(`${SITES.many.folder}/${file}`, 'utf8')}`),
  );
  expect(telling).toEqual([]);
});
