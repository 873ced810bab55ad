import { describe, expect, test } from 'vitest';
import { eventAnchors, factAnchors, statementAnchors } from '../../../src/newsroom/anchors.ts';
import { linkedParts } from '../../../src/newsroom/parts.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import { question as questionSchema } from '../../../src/schemas/question.ts';
import { briefing, edition, question, story } from '../../support/unit-factory.ts';

const CRANES = { label: 'Cranes', value: '3', by: 'office' };
const SHIPS = { label: 'Ships', value: '40', by: 'office' };

describe('the id of a fact', () => {
  test('stays when others are added, it is moved, or its value is corrected', () => {
    const [cranes] = factAnchors([CRANES]);
    expect(cranes).toMatch(/^Fact-[0-9a-f]{16}$/);
    expect(factAnchors([SHIPS, { ...CRANES, value: '4', note: 'counted again' }])[1]).toBe(cranes);
    expect(factAnchors([{ ...CRANES, label: 'CRANES:' }])).toEqual([cranes]);
  });

  test('is its own where it has one', () => {
    expect(factAnchors([{ ...CRANES, id: 'cranes' }])).toEqual(['Fact-cranes']);
  });

  test('is of one fact alone; the first of two keeps it', () => {
    const [cranes] = factAnchors([CRANES]);
    expect(factAnchors([CRANES, CRANES, CRANES])).toEqual([cranes, `${cranes}-2`, `${cranes}-3`]);
    expect(factAnchors([{ ...CRANES, by: 'board' }, CRANES])[1]).toBe(cranes);
    const ids = ['a', 'a', 'a-2', 'a'].map((id) => ({ ...CRANES, id }));
    expect(factAnchors(ids)).toEqual(['Fact-a', 'Fact-a-3', 'Fact-a-2', 'Fact-a-4']);
  });

  test('has words in any script', () => {
    expect(
      new Set(factAnchors(['Краны', 'Суда', '起重机', '%', '§'].map((label) => ({ ...CRANES, label })))).size,
    ).toBe(5);
  });
});

describe('the id of a statement', () => {
  const first = { by: 'office', on: '2026-01-20', says: 'It will stand in May.' };
  const second = { by: 'board', on: '2026-01-21', quote: 'never' };
  const anchors = (id: string, statements: object[]) =>
    statementAnchors(questionSchema.parse({ ...question(id), statements }));

  test('stays when others are added, and tells questions, speakers and days apart', () => {
    const [id] = anchors('crane', [first]);
    expect(id).toMatch(/^Statement-[0-9a-f]{16}$/);
    expect(anchors('crane', [second, first])[1]).toBe(id);
    const others = [{ ...first, by: 'board' }, { ...first, on: '2026-01-21' }, second];
    expect(new Set([id, ...anchors('crane', others), ...anchors('pier', [first])]).size).toBe(5);
    expect(anchors('crane', [first, first])).toEqual([id, `${id}-2`]);
  });
});

describe('the id of an event', () => {
  test('is its key in the story, the same on the page of the story and of every briefing', () => {
    const port = story('port', { start: '2020' });
    const timeline = [
      { id: 'crane', date: '2026-01-10', text: 'The crane came' },
      { date: '2019', text: 'The pier was built' },
    ];
    const older = briefing('2026/a', { story: 'port', timeline });
    const newer = briefing('2026/b', { story: 'port', timeline: [...timeline, { date: '2025', text: 'A flood' }] });
    const opened = edition({ briefings: [newer, older], stories: [port] });
    const view = storyView(opened, port, '');
    const ids = [...view.before, ...view.timeline].map(({ anchor }) => anchor);
    expect(ids).toContain('Event-crane');
    expect(linkedParts(opened, '/stories/port/')).toEqual(ids);
    const events = (path: string) => linkedParts(opened, path).filter((id) => id.startsWith('Event-'));
    expect(new Set(events('/briefings/2026/b/'))).toEqual(new Set(ids));
    expect(events('/briefings/2026/a/').filter((id) => !ids.includes(id))).toEqual([]);
    expect(linkedParts(opened, '/topics/harbour/')).toEqual([]);
  });

  test('is of one event alone', () => {
    expect(eventAnchors([{ key: 'a' }, { key: 'a' }, { key: 'b' }])).toEqual(['Event-a', 'Event-a-2', 'Event-b']);
  });
});

describe('the years of a timeline', () => {
  const shown = (count: number, years: number, start?: string) => {
    const port = story('port', start === undefined ? {} : { start });
    const timeline = Array.from({ length: count }, (_, index) => ({
      date: String(2001 + Math.floor((index * years) / count)),
      text: `Event ${index}`,
    }));
    const briefings = [
      briefing('2026/a', { story: 'port', timeline: timeline.slice(0, 30) }),
      briefing('2026/b', { story: 'port', timeline: timeline.slice(29) }),
    ];
    const opened = edition({ briefings, stories: [port] });
    const view = storyView(opened, port, '');
    const opening = (events: typeof view.before) => events.flatMap(({ opens }) => opens?.anchor ?? []);
    return {
      before: opening(view.before),
      timeline: opening(view.timeline),
      known: linkedParts(opened, '/stories/port/'),
    };
  };

  test('are headings once it is long, each over its first event', () => {
    expect(shown(31, 3).timeline).toEqual(['Year-2001', 'Year-2002', 'Year-2003']);
    expect(shown(31, 3).known).toEqual(expect.arrayContaining(['Year-2001', 'Year-2002', 'Year-2003']));
  });

  test('are not where it is short, or where there is one year alone', () => {
    expect(shown(30, 3).timeline).toEqual([]);
    expect(shown(40, 1).timeline).toEqual([]);
  });

  test('have other ids in what came before', () => {
    const { before, timeline, known } = shown(80, 4, '2003');
    expect([before, timeline]).toEqual([
      ['Before-2001', 'Before-2002'],
      ['Year-2003', 'Year-2004'],
    ]);
    expect(new Set(known).size).toBe(known.length);
  });
});
