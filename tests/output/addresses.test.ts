import { existsSync, globSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isPart } from '../../src/checks/body/parts.ts';
import { inspectContent } from '../../src/checks/content.ts';
import { addressesOf } from '../../src/newsroom/addresses.ts';
import { openEdition } from '../../src/newsroom/edition.ts';
import { MANY } from '../support/many.ts';
import { idsIn, readPages } from '../support/pages.ts';
import { PORT } from '../support/port.ts';
import { SITES } from './sites.ts';

const BUILT = [
  { ...SITES.sample, content: 'content' },
  { ...SITES.port, content: PORT.content },
  { ...SITES.many, content: MANY.folder },
];

describe.each(BUILT)('the addresses that the checks know of: $name', ({ content, folder, url }) => {
  const { publication, asOf } = inspectContent(resolve(content));

  test('are all that a build makes, and no other', () => {
    const root = new URL(url).pathname;
    const addresses = addressesOf(openEdition(publication, asOf ?? ''));
    const built = globSync(['**/*', '.well-known/*'], { cwd: folder })
      .filter((file) => statSync(`${folder}/${file}`).isFile())
      .filter(
        (file) => !/^(_astro\/|search\/pagefind\/|_headers$|_redirects$)/.test(file) && !existsSync(`public/${file}`),
      )
      .map((file) => root + file.replace(/(^|\/)index\.html$/, '$1'));
    expect(built.length).toBeGreaterThan(20);
    expect([...addresses].map(decodeURI).sort()).toEqual(built.sort());
  });
});

describe('parts of pages', () => {
  const given = new Set(
    BUILT.flatMap(({ folder }) => readPages(folder).flatMap(({ tree }) => idsIn(tree))).filter((id) =>
      /^[A-Z]/.test(id),
    ),
  );

  test('are known to the checks, whatever page has them', () => {
    expect(given.size).toBeGreaterThan(20);
    expect([...given].filter((id) => !isPart(id) && !id.startsWith('Label-'))).toEqual([]);
  });

  test.each([
    ...[
      'Briefings',
      'Calendars',
      'Changes',
      'Coming',
      'Content',
      'Events',
      'Facts',
      'Latest',
      'Months',
      'Site',
      'Standings',
    ],
    ...['Statements', 'Stories', 'Story', 'Timeline', 'Topics', 'Unconfirmed', 'Withdrawal', 'Change-', 'Note-'],
    ...['Month-', 'Question-', 'Search-', 'Series-', 'Tally-'],
  ])('that the checks know of are given to some page: %s', (part) => {
    expect([...given].some((id) => (part.endsWith('-') ? id.startsWith(part) : id === part))).toBe(true);
  });
});
