import { expect, test } from 'vitest';
import { Body } from '../../../src/newsroom/body.ts';
import { articleView } from '../../../src/newsroom/views/article.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import { type BriefingFields, briefing, edition, question, story } from '../../support/unit-factory.ts';

const FACTS = [
  { label: 'Cranes', value: '138', by: 'office' },
  { id: 'piers', label: 'Piers', value: '2', by: 'office' },
];
const EVENTS = [
  { date: '2026-01-02', text: 'Later' },
  { id: 'opening', date: '2026-01-01', text: 'Opened' },
];
const SAID = { by: 'office', on: '2026-01-01', says: 'It opened' };

/** The anchors of a briefing, by the words that they stand at. */
function anchorsOf(fields: BriefingFields): Record<string, string | undefined> {
  const entry = briefing('2026/a', fields);
  const { facts, timeline, questions } = articleView(edition({ briefings: [entry] }), entry, Body.of(''));
  return Object.fromEntries([
    ...facts.map(({ label, anchor }) => [label, anchor]),
    ...timeline.map(({ text, anchor }) => [text, anchor]),
    ...questions.flatMap(({ about, statements }) =>
      statements.map(({ anchor }, index) => [`${about} ${index}`, anchor]),
    ),
  ]);
}

test('what a briefing tells can be linked to by its own id or by a name made of its words', () => {
  const { Cranes, Piers, Later, Opened } = anchorsOf({ facts: FACTS, timeline: EVENTS });
  expect([Piers, Opened]).toEqual(['Fact-piers', 'Event-opening']);
  expect(Cranes).toMatch(/^Fact-[0-9a-f]{16}$/);
  expect(Later).toMatch(/^Event-[0-9a-f]{16}$/);
});

test('the name stays when others come before it, and when a figure is brought up to date', () => {
  const asked = question('ships', { about: 'Ships', statements: [SAID] });
  const before = anchorsOf({ facts: FACTS, timeline: EVENTS, questions: [asked] });
  const after = anchorsOf({
    facts: [{ label: 'New', value: '1', by: 'office' }, ...FACTS.map((fact) => ({ ...fact, value: 'more' }))],
    timeline: [{ date: '2025-01-01', text: 'New before' }, ...EVENTS.toReversed()],
    questions: [question('new', { about: 'New' }), { ...asked, note: 'Another note' }],
  });
  expect(Object.values(before)).not.toContain(undefined);
  expect(after).toMatchObject(before);
});

test('of what stands twice on a page, the first has the name', () => {
  const twice = (id: string) => question(id, { about: id, statements: [SAID, { ...SAID, says: 'Something else' }] });
  const anchors = anchorsOf({ questions: [twice('one'), twice('two')] });
  expect(new Set([anchors['one 0'], anchors['one 1']]).size).toBe(2);
  expect([anchors['two 0'], anchors['two 1']]).toEqual([undefined, undefined]);
});

test('an event has the same name on the page of its story as in the briefing that told it first', () => {
  const first = briefing('2026/a', { story: 'port', timeline: EVENTS, publishedAt: '2026-01-02T00:00:00Z' });
  const second = briefing('2026/b', { story: 'port', timeline: EVENTS, publishedAt: '2026-01-03T00:00:00Z' });
  const opened = edition({ briefings: [second, first], stories: [story('port')] });
  const shown = storyView(opened, story('port'), '').timeline.map(({ anchor }) => anchor);
  expect(shown).toHaveLength(2);
  for (const entry of [first, second]) {
    expect(articleView(opened, entry, Body.of('')).timeline.map(({ anchor }) => anchor)).toEqual(shown);
  }
});
