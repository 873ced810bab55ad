import { describe, expect, test } from 'vitest';
import { Body } from '../../../src/newsroom/body.ts';
import { articleView } from '../../../src/newsroom/views/article.ts';
import { briefingView, withdrawnView } from '../../../src/newsroom/views/briefing.ts';
import { sitemaps } from '../../../src/newsroom/views/sitemap.ts';
import type { Briefing } from '../../../src/schemas/briefing.ts';
import type { Entry } from '../../../src/schemas/publication.ts';
import {
  AS_OF,
  type BriefingFields,
  briefing,
  type ChangeFields,
  change,
  edition,
  question,
  series,
  story,
  tally,
} from '../../support/unit-factory.ts';

/** A briefing with changes, as its page shows it at an instant. */
function shown(changes: ChangeFields[], asOf = AS_OF, fields: BriefingFields = {}) {
  const opened = edition({ briefings: [briefing('2026/a', { changes, ...fields })] }, asOf);
  const [entry] = opened.briefings;
  if (!entry) throw new RangeError('the briefing is not public');
  return articleView(opened, entry, Body.of(''));
}

describe('the changes of a briefing', () => {
  const correction = change('correction', '2026-01-23T12:00:00Z', { what: 'The number was wrong.' });
  const clarification = change('clarification', '2026-01-22T12:00:00Z', { was: 'two or more' });
  const update = change('update', '2026-01-24T12:00:00Z');

  test('are told newest first, in words, with what was there and what is', () => {
    const { changes, notices } = shown([correction, update, clarification]);
    expect(notices).toEqual([]);
    expect(changes).toEqual([
      {
        anchor: 'Change-3',
        kind: 'update',
        kindText: 'Update',
        at: { text: '24 January 2026', datetime: '2026-01-24T12:00:00Z' },
        what: 'What the update says',
        was: undefined,
        now: undefined,
        grave: false,
      },
      {
        anchor: 'Change-2',
        kind: 'correction',
        kindText: 'Correction',
        at: { text: '23 January 2026', datetime: '2026-01-23T12:00:00Z' },
        what: 'The number was wrong.',
        was: 'two',
        now: 'three',
        grave: false,
      },
      {
        anchor: 'Change-1',
        kind: 'clarification',
        kindText: 'Clarification',
        at: { text: '22 January 2026', datetime: '2026-01-22T12:00:00Z' },
        what: 'What the clarification says',
        was: 'two or more',
        now: undefined,
        grave: false,
      },
    ]);
  });

  test('that are grave stand above the body, and nowhere else', () => {
    const { changes, notices } = shown([{ ...correction, grave: true }, update]);
    expect(notices.map(({ kind }) => kind)).toEqual(['correction']);
    expect(changes.map(({ kind }) => kind)).toEqual(['update']);
  });

  test('say when the briefing was last changed: with the newest of them, whatever its place in the file', () => {
    expect(shown([clarification, update, correction]).updated).toMatchObject({ datetime: '2026-01-24T12:00:00Z' });
    expect(shown([{ ...correction, grave: true }]).updated).toMatchObject({ text: '23 January 2026' });
    expect(shown([]).updated).toBeUndefined();
  });

  test('are compared as instants, whatever their offset', () => {
    const early = change('update', '2026-01-24T01:00:00+02:00', { what: 'Early' });
    const late = change('update', '2026-01-23T23:30:00Z', { what: 'Late' });
    expect(shown([early, late]).changes.map(({ what }) => what)).toEqual(['Late', 'Early']);
  });

  test('are told from the instant that they are dated to, not before', () => {
    const at = (asOf: string) => {
      const { updated, changes } = shown([update, clarification], asOf);
      return [updated?.text, changes.length];
    };
    expect(at('2026-01-22T11:59:59Z')).toEqual([undefined, 0]);
    expect(at('2026-01-22T12:00:00Z')).toEqual(['22 January 2026', 1]);
    expect(at('2026-01-24T11:59:59Z')).toEqual(['22 January 2026', 1]);
    expect(at('2026-01-24T12:00:00Z')).toEqual(['24 January 2026', 2]);
  });
});

describe('what an update added', () => {
  const fields: BriefingFields = {
    facts: [
      { id: 'cranes', label: 'Cranes', value: '3', by: 'office' },
      { label: 'Piers', value: '2', by: 'office' },
    ],
    timeline: [
      { id: 'ship', date: '2026-01-20', text: 'A ship calls' },
      { id: 'pier', date: '2026-01-21', text: 'A pier is built' },
    ],
    questions: [question('who'), question('why')],
    tallies: [tally('lost'), tally('found')],
    series: [series('drones'), series('ships')],
  };
  const added = (changes: ChangeFields[], asOf = AS_OF) => {
    const { facts, timeline, questions, tallies, series } = shown(changes, asOf, fields);
    return [facts, timeline, questions, tallies, series].map((parts) => parts.map((part) => part.added));
  };
  const NEW = 'New, 23 January 2026';
  const update = change('update', '2026-01-23T12:00:00Z', { added: ['cranes', 'pier', 'who', 'found', 'drones'] });

  test('says that it is new and when, on each kind of part, and on nothing else', () => {
    expect(added([update])).toEqual([
      [NEW, undefined],
      [undefined, NEW],
      [NEW, undefined],
      [undefined, NEW],
      [NEW, undefined],
    ]);
  });

  test('says so from that instant on', () => {
    expect(
      added([update], '2026-01-23T11:59:59Z')
        .flat()
        .every((text) => text === undefined),
    ).toBe(true);
  });

  test('is dated by the last update that names it', () => {
    const later = change('update', '2026-01-25T12:00:00Z', { added: ['who'] });
    expect(added([later, update])[2]).toEqual(['New, 25 January 2026', undefined]);
    expect(added([update, later])[2]).toEqual(['New, 25 January 2026', undefined]);
  });

  test('is marked on an event also where a newer briefing knows more of it, without its id', () => {
    const event = { date: '2026-02-01', text: 'The crane is lifted' };
    const changes = [change('update', '2026-01-23T12:00:00Z', { added: ['lift'] })];
    const old = briefing('2026/old', {
      story: 'port',
      changes,
      timeline: [{ ...event, id: 'lift', status: 'scheduled' }],
    });
    const newer = briefing('2026/new', {
      story: 'port',
      publishedAt: '2026-01-24T12:00:00Z',
      timeline: [{ ...event, status: 'cancelled' }],
    });
    const opened = edition({ briefings: [old, newer], stories: [story('port')] });
    const [told] = articleView(opened, old, Body.of('')).timeline;
    expect(told).toMatchObject({ status: 'cancelled', added: 'New, 23 January 2026' });
  });
});

describe('the sitemap', () => {
  const told = (id: string, publishedAt: string, changes: ChangeFields[]) =>
    briefing(id, { publishedAt, changes, story: 'port', timeline: [{ date: '2014', text: 'Event' }] });
  const entries = sitemaps(
    edition({
      stories: [story('port')],
      briefings: [
        told('2026/new', '2026-01-20T12:00:00Z', [change('correction', '2026-02-20T12:00:00Z')]),
        told('2026/old', '2026-01-10T12:00:00Z', [
          change('update', '2026-01-23T12:00:00+02:00'),
          change('correction', '2026-01-22T12:00:00Z'),
        ]),
      ],
    }),
  ).flat();
  const changedAt = (path: string) =>
    entries.find(({ address }) => address === `https://example.org${path}`)?.changedAt;

  test('dates a page by the newest change of what it shows, and by none that is still to come', () => {
    expect(changedAt('/briefings/2026/old/')).toBe('2026-01-23T12:00:00+02:00');
    expect(changedAt('/briefings/2026/new/')).toBe('2026-01-20T12:00:00Z');
    for (const path of [
      '/',
      '/briefings/',
      '/stories/',
      '/stories/port/',
      '/topics/',
      '/topics/harbour/',
      '/days/2026-01-10/',
    ]) {
      expect([path, changedAt(path)]).toEqual([path, '2026-01-23T12:00:00+02:00']);
    }
    expect(changedAt('/days/2026-01-20/')).toBe('2026-01-20T12:00:00Z');
  });

  test('dates the list of corrections by the newest of them', () => {
    expect(changedAt('/corrections/')).toBe('2026-01-22T12:00:00Z');
  });
});

describe('the briefings of a story', () => {
  const of = (day: number, fields: BriefingFields = {}) =>
    briefing(`2026/day-${day}`, { story: 'port', publishedAt: `2026-01-0${day}T12:00:00Z`, ...fields });
  const briefings = [
    of(1),
    of(2, { changes: [change('withdrawal', '2026-01-20T00:00:00Z')] }),
    of(3),
    of(4, { draft: true }),
    of(5, { story: 'pier' }),
    of(6),
    of(7, { story: undefined }),
  ];
  const opened = edition({ briefings, stories: [story('port'), story('pier')] });
  const neighbours = (entry: Entry<Briefing> | undefined) => {
    if (!entry) throw new RangeError('there is no such briefing');
    const { earlier, later } = briefingView(opened, entry, Body.of(''));
    return [earlier?.href, later?.href];
  };
  const find = (day: number) => opened.briefings.find(({ id }) => id === `2026/day-${day}`);

  test('lead to the one before and the one after that readers can see', () => {
    expect(neighbours(find(1))).toEqual([undefined, '/briefings/2026/day-3/']);
    expect(neighbours(find(3))).toEqual(['/briefings/2026/day-1/', '/briefings/2026/day-6/']);
    expect(neighbours(find(6))).toEqual(['/briefings/2026/day-3/', undefined]);
  });

  test('lead to none of another story, or without one', () => {
    expect(neighbours(find(5))).toEqual([undefined, undefined]);
    expect(neighbours(find(7))).toEqual([undefined, undefined]);
  });

  test('that are withdrawn keep their address with a notice and nothing else', () => {
    const [withdrawn] = opened.withdrawn;
    if (!withdrawn) throw new RangeError('nothing is withdrawn');
    const view = withdrawnView(opened, withdrawn);
    expect(view).toMatchObject({
      headline: 'Headline of 2026/day-2',
      published: { text: '2 January 2026' },
      at: { text: '20 January 2026' },
      notice: 'What the withdrawal says',
      corrections: '/corrections/',
    });
    expect(view.frame).toMatchObject({
      title: 'Withdrawn: Headline of 2026/day-2 – Harbour News',
      canonical: 'https://example.org/briefings/2026/day-2/',
    });
    expect(JSON.stringify(view)).not.toContain('Standfirst');
  });
});
