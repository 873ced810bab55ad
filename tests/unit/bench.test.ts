import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/checks/content.ts';
import { article, placeOf, writePeer, writeReadout } from '../bench/corpus.ts';
import { edited, staleIn } from '../bench/output.ts';
import { median, type Run, ratio, report } from '../bench/table.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readout-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function bytesIn(name: string): Record<string, string> {
  const cwd = join(folder, name);
  const files = globSync('**', { cwd }).filter((path) => statSync(join(cwd, path)).isFile());
  return Object.fromEntries(files.sort().map((path) => [path, readFileSync(join(cwd, path), 'utf8')]));
}

describe('the corpus', () => {
  test.each([
    { form: 'Readout', write: writeReadout },
    { form: 'others', write: writePeer },
  ])('has the same bytes every time, as $form take it', ({ form, write }) => {
    write(join(folder, `${form} 1`), 30);
    // What was there before does not stay.
    write(join(folder, `${form} 2`), 40);
    write(join(folder, `${form} 2`), 30);
    const first = bytesIn(`${form} 1`);
    expect(Object.keys(first).filter((path) => /2\d{3}\/.*\.md$/.test(path))).toHaveLength(30);
    expect(bytesIn(`${form} 2`)).toEqual(first);
  });

  test('has no mistakes', () => {
    writeReadout(join(folder, 'content'), 40);
    // It throws them.
    expect(checkContent(join(folder, 'content')).publication.briefings).toHaveLength(40);
  });
});

describe('an edit', () => {
  const marks = { inHeadline: 'once more', inBody: 'once again' };
  const made = edited(article(9, 10), marks);
  const places = [
    ...['index.html', 'rss.xml', `briefings/${placeOf(made)}/index.html`],
    ...made.topics.flatMap((topic) => [`topics/${topic}/index.html`, `topics/${topic}/rss.xml`]),
  ];

  test.each([
    { of: 'the headline', stale: marks.inHeadline, count: places.length },
    // Lists do not show it.
    { of: 'the body', stale: marks.inBody, count: places.length - 4 },
  ])('of $of is missed in every place that has to show it', ({ stale, count }) => {
    const site = join(folder, 'site');
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), text);
    };
    for (const path of places) write(path, `${made.headline} ${made.body}`);
    expect(staleIn(site, made, marks)).toEqual([]);
    for (const path of places) write(path, `${made.headline} ${made.body}`.replace(stale, ''));
    expect(staleIn(site, made, marks)).toHaveLength(count);
  });
});

describe('the table', () => {
  test('takes the middle of all runs', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, undefined]);
  });

  test('has no ratio where one of both was not measured', () => {
    expect([ratio(3, 2), ratio(undefined, 2), ratio(3, undefined)]).toEqual(['1.50 ×', '–', '–']);
  });

  const run = (contestant: string, mode: Run['mode'], size: number, wall: number, failed?: string): Run => ({
    ...{ contestant, mode, size, wall, number: 1, user: wall, system: 1, memory: wall * 100 },
    ...(failed === undefined ? {} : { failed }),
  });

  test('holds everyone against Eleventy when cold, and against Hugo after an edit', () => {
    const runs = [
      ...[run('readout', 'cold', 100, 6), run('readout', 'restored', 100, 2), run('readout', 'edit', 100, 1)],
      ...[run('hugo', 'edit', 100, 0.5), run('eleventy', 'cold', 100, 4)],
    ];
    const told = report(runs, []);
    expect(told).toContain('| readout | 6.00 s | 1.50 × | 2.00 s | 0.50 × | – | 1.00 s | 2.00 × | – | 600 MiB |');
    // A second of the system more for each.
    expect(told).toContain('| readout | 7.00 s | 1.40 × | 3.00 s | 0.60 × | – | 2.00 s | 1.33 × | – | 600 MiB |');
  });

  test('names what is missing, and what failed, and counts neither', () => {
    const runs = [run('astro', 'cold', 100, 2), run('astro', 'cold', 100, 9, 'stale: home page')];
    const told = report(runs, [{ contestant: 'hugo', why: 'there is no hugo on the PATH' }]);
    expect(told).toContain('| astro | 2.00 s |');
    expect(told).toContain('| hugo | missing: there is no hugo on the PATH |');
    expect(report([], [{ contestant: 'hugo', why: 'there is none' }])).toBe('hugo is missing: there is none');
    expect(told).toContain('Failed: astro, cold, 100 briefings, run 1: stale: home page');
  });

  test('says how time and memory grow', () => {
    const told = report([run('astro', 'cold', 1000, 20), run('astro', 'cold', 100, 4)], []);
    expect(told).toContain('From 100 to 1000 briefings, 10.00 ×');
    expect(told).toContain('| astro | 5.00 × | 4.20 × | 5.00 × |');
  });

  test('sets the sample against five articles in plain Astro', () => {
    const told = report([run('readout-sample', 'cold', 5, 3), run('astro-five', 'cold', 5, 2)], []);
    expect(told).toContain('| wall time | 3.00 s | 2.00 s | 1.50 × |');
    expect(told).toContain('| seconds of the processor | 4.00 s | 3.00 s | 1.33 × |');
  });
});
