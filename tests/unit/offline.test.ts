import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import { workerFiles } from '../../src/build/worker.ts';
import { wordsOf } from '../../src/languages/index.ts';
import { addressesOf } from '../../src/newsroom/addresses.ts';
import { offlinePage, titleOf, withNotice } from '../../src/offline/answers.ts';
import { AS_OF, briefing, edition, publication, site } from '../support/unit-factory.ts';

const WORDS = wordsOf('en').offline;

const PAGE =
  '<!DOCTYPE html><html><head><title>Cranes &amp; quays</title><meta name="a" content="b"></head><body><header>Top</header><main id="Content" class="wrap"><h1>$& Cranes</h1></main><footer>Foot</footer></body></html>';

describe('a kept page', () => {
  const tree = fromHtml(withNotice(PAGE, '1 March 2026 at 10:00', WORDS));

  test('says before everything else, and in its title, that it is one and since when', () => {
    const [notice, main] = selectAll('[role=status], main', tree);
    expect(notice && textOf(notice)).toBe('You are offline. This page was kept on 1 March 2026 at 10:00.');
    expect(main && textOf(main)).toBe('$& Cranes');
    expect(textOf(select('title', tree) ?? tree)).toBe('Offline: Cranes & quays');
  });

  test('has no style and no script that the page does not have', () => {
    expect(selectAll('style, script, [style]', tree)).toEqual([]);
  });
});

describe('the page for what is not kept', () => {
  const kept = [
    { address: '/a/"b"/', title: titleOf(PAGE), on: '1 March 2026' },
    { address: '/$1/', title: '$& and $1', on: '2 March 2026' },
  ];
  const tree = fromHtml(offlinePage(PAGE, kept, WORDS));

  test('lists what is, each with its title and since when', () => {
    expect(selectAll('main li', tree).map(textOf)).toEqual(['1 March 2026Cranes & quays', '2 March 2026$& and $1']);
    expect(selectAll('main a', tree).map(({ properties }) => properties.href)).toEqual(['/a/"b"/', '/$1/']);
    expect(textOf(select('h1', tree) ?? tree)).toBe('You are offline');
    expect(textOf(select('title', tree) ?? tree)).toBe('You are offline');
  });

  test('stands between the head and the foot of every page', () => {
    expect(selectAll('header', tree).map(textOf)[0]).toBe('Top');
    expect(textOf(select('footer', tree) ?? tree)).toBe('Foot');
  });
});

describe('the worker', () => {
  const briefings = [briefing('2026/crane')];
  const files = (sha256: string) =>
    new Map(['index.html', 'briefings/2026/crane/index.html'].map((path) => [path, { path, size: 1, sha256 }]));
  const workerOf = async (offline: boolean | undefined, sha256 = 'a') => {
    const url = 'https://example.org/news/';
    const parts = publication({ site: [site({ url, ...(offline !== undefined && { offline }) })], briefings });
    return [...(await workerFiles(parts, AS_OF, files(sha256)))];
  };

  test('is one file at the path of the site, the same for the same pages, and another for others', async () => {
    const [[path, text] = []] = await workerOf(true);
    expect(path).toBe('sw.js');
    expect(text).toContain('/news/briefings/2026/crane/');
    expect(text).not.toMatch(/^\s*(?:import|export)\b/m);
    expect((await workerOf(true))[0]?.[1]).toBe(text);
    expect((await workerOf(true, 'b'))[0]?.[1]).not.toBe(text);
  });

  test.each([true, false])('is an address of the site that links may lead to: offline: %s', (offline) => {
    const url = 'https://example.org/news/';
    expect(addressesOf(edition({ site: [site({ url, offline })] }))).toContain('/news/sw.js');
    expect(addressesOf(edition({ site: [site({ url })] }))).not.toContain('/news/sw.js');
  });

  test('is not there where nobody asked for it, and drops what is kept where it is not wanted any more', async () => {
    expect(await workerOf(undefined)).toEqual([]);
    const [[path, text = ''] = []] = await workerOf(false);
    expect(path).toBe('sw.js');
    expect(text).toContain('registration.unregister()');
    expect(text).toContain('"readout:/news/:"');
  });
});
