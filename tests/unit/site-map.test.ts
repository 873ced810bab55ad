import { expect, test } from 'vitest';
import { siteMapOf } from '../../src/checks/body/site-map.ts';
import { inspectContent } from '../../src/checks/content.ts';
import { addressesOf } from '../../src/newsroom/addresses.ts';
import { openEdition } from '../../src/newsroom/edition.ts';
import { linkedParts } from '../../src/newsroom/parts.ts';
import { makePaths } from '../../src/paths.ts';
import { LEAST, withFolder } from '../support/unit-content-folder.ts';

const crane = (line: string) => LEAST['briefings/2026/crane.md']?.replace('---\n', `---\n${line}\n`) ?? '';

const FILES = {
  ...LEAST,
  'topics.yaml': `${LEAST['topics.yaml']}- id: ferries\n  name: Ferries\n  description: No briefing has it.\n`,
  'briefings/2026/draft.md': crane('draft: true'),
  'briefings/2026/held.md': crane('embargoUntil: 2026-02-01T00:00:00Z'),
  'briefings/2026/gone.md': crane('changes: [{ kind: withdrawal, at: 2026-01-21T00:00:00Z, what: Wrong. }]'),
  'briefings/2026/going.md': crane('changes: [{ kind: withdrawal, at: 2026-02-01T00:00:00Z, what: Wrong. }]'),
  'pages/about.md': '---\ntitle: About\ndescription: About it.\n---\n',
};

const AS_OF = '2026-01-27T00:00:00Z';

test.each([
  ['now', AS_OF],
  ['before', '2025-01-01T00:00:00Z'],
  ['when an embargo has ended', '2026-02-02T00:00:00Z'],
  ['with drafts', undefined],
])('pages that a body links to are there exactly when the site has them: %s', (_name, instant) => {
  const { publication, files } = withFolder(FILES, (folder) => inspectContent(folder));
  const given = { publication, files: [...files.values()], unread: [], isWhole: true, asOf: AS_OF };
  const map = siteMapOf({ ...given, isPublicFile: () => false });
  const at = instant === undefined ? Number.POSITIVE_INFINITY : Date.parse(instant);
  // Nothing is read before the instant that the site speaks as of.
  const told = instant === undefined || at < Date.parse(AS_OF) ? AS_OF : instant;
  const there = addressesOf(openEdition(publication, told, instant === undefined));
  const paths = makePaths('https://example.org/');
  const asked = [
    ...[
      paths.home(),
      paths.briefings(),
      paths.topics(),
      paths.stories(),
      paths.topic('harbour'),
      paths.topic('ferries'),
    ],
    ...['crane', 'draft', 'held', 'gone', 'going', 'lost'].map((slug) => paths.briefing(`2026/${slug}`)),
    ...[paths.topic('lost'), paths.page('about'), paths.page('lost'), paths.corrections(), paths.day('2026-01-20')],
  ];
  expect(asked.filter((path) => map?.has(path, at))).toEqual(asked.filter((path) => there.has(path)));
});

test('a body may link to facts and events of other pages, and to none that they do not have', () => {
  const { publication, files } = withFolder(FILES, (folder) => inspectContent(folder));
  const given = { publication, files: [...files.values()], unread: [], asOf: AS_OF, isPublicFile: () => false };
  const opened = openEdition(publication, AS_OF);
  const path = '/briefings/2026/crane/';
  const ids = linkedParts(opened, path);
  expect(ids).toContainEqual(expect.stringMatching(/^Fact-/));
  expect(ids).toContainEqual(expect.stringMatching(/^Event-/));
  const map = siteMapOf({ ...given, isWhole: true });
  const asked = [...ids, 'Fact-lost', 'Event-lost', 'Year-1999'];
  expect(asked.filter((id) => map?.hasPart(path, id, Date.parse(AS_OF)))).toEqual(ids);
  expect(map?.hasPart('/topics/harbour/', ids[0] ?? '', Date.parse(AS_OF))).toBe(false);
  // Where files have mistakes, what hangs on them is not judged.
  expect(siteMapOf({ ...given, isWhole: false })?.hasPart(path, 'Event-lost', 0)).toBe(true);
});
