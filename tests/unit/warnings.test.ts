import { describe, expect, test } from 'vitest';
import { briefingFile, contentOf, warningsIn } from '../support/unit-content.ts';

type EventLine = { id?: string; date: string; text: string; status?: string };

/** Warnings for briefings of one story, the oldest first, each with a timeline. */
function told(timelines: EventLine[][], asOf?: string, fields: object = {}): string[] {
  const files = timelines.map((timeline, index) => {
    const publishedAt = `2026-01-0${index + 1}T12:00:00Z`;
    return [`briefings/2026/b-${index}.md`, briefingFile({ publishedAt, story: 'port', timeline, ...fields })];
  });
  return warningsIn(Object.fromEntries(files), asOf);
}

const ruleAndFile = (warning: string) => {
  const [place = '', , rule = ''] = warning.split('  ');
  return `${rule} in ${place.split('/').at(-1)?.split(':')[0]}`;
};

describe('a scheduled event whose date has passed', () => {
  const scheduled = { id: 'talks', date: '2026-01-20', text: 'Talks', status: 'scheduled' };

  test.each([
    ['2026-01-20', '2026-01-20T23:59:59Z', 0],
    ['2026-01-20', '2026-01-21T00:00:00Z', 1],
    ['2026-01', '2026-01-31T23:59:59Z', 0],
    ['2026-01', '2026-02-01T00:00:00Z', 1],
    ['2026-01-18/2026-01-20', '2026-01-20T12:00:00Z', 0],
    ['2026', '2026-12-31T12:00:00Z', 0],
  ])('is warned of: %s, as of %s, %i time(s)', (date, asOf, count) => {
    expect(told([[{ ...scheduled, date }]], asOf)).toHaveLength(count);
  });

  test('goes by the day of the publication', () => {
    const files = (timeZone: string) => ({
      'site.yaml': `name: A\ntagline: B\nurl: https://example.org/\nlanguage: en-GB\ntimeZone: ${timeZone}\n`,
      'briefings/2026/a.md': briefingFile({ publishedAt: '2026-01-01T12:00:00Z', timeline: [scheduled] }),
    });
    expect(warningsIn(files('Europe/Kyiv'), '2026-01-20T22:00:00Z')).toHaveLength(1);
    expect(warningsIn(files('UTC'), '2026-01-20T22:00:00Z')).toEqual([]);
  });

  test.each([
    ['has happened', { status: 'happened' }],
    ['was cancelled', { status: 'cancelled' }],
    ['was moved to a day to come', { date: '2026-02-20' }],
    ['was made more exact, to a day to come', { date: '2026-01-27' }],
  ])('is not warned of where a newer briefing says that it %s', (_, change) => {
    expect(told([[scheduled], [{ ...scheduled, text: 'Talks in Geneva', ...change }]])).toEqual([]);
  });

  test('is not warned of where a newer briefing tells the same words of the same day', () => {
    const { date, text } = scheduled;
    expect(told([[{ date, text, status: 'scheduled' }], [{ date, text: 'talks.' }]])).toEqual([]);
  });

  test('is warned of once, where it was told last', () => {
    expect(told([[scheduled], [{ ...scheduled, date: '2026-01-21' }]]).map(ruleAndFile)).toEqual([
      'unconfirmed-event in b-1.md',
    ]);
  });

  test('is warned of where only an older briefing, another story or a draft says that it has happened', () => {
    const held = { ...scheduled, status: 'happened' };
    expect(told([[held], [scheduled]])).toHaveLength(1);
    const publishedAt = '2026-01-01T12:00:00Z';
    const first = { 'briefings/2026/a.md': briefingFile({ publishedAt, story: 'port', timeline: [scheduled] }) };
    const others = [{}, { story: 'port', draft: true }, { story: 'port', embargoUntil: '2026-02-01T00:00:00Z' }];
    for (const fields of others) {
      const second = briefingFile({ timeline: [held], ...fields });
      expect(warningsIn({ ...first, 'briefings/2026/b.md': second }).map(ruleAndFile)).toEqual([
        'unconfirmed-event in a.md',
      ]);
    }
  });

  test('is not warned of in what is not public', () => {
    for (const fields of [{ draft: true }, { embargoUntil: '2026-02-01T00:00:00Z' }]) {
      expect(told([[scheduled]], undefined, fields)).toEqual([]);
    }
  });

  test('of a briefing without a story is to be changed there', () => {
    const timeline = [scheduled];
    const file = briefingFile({ publishedAt: '2026-01-01T12:00:00Z', timeline });
    expect(warningsIn({ 'briefings/2026/a.md': file })).toEqual([expect.stringContaining('Say here that it happened')]);
  });

  test('that has no id is told to get one', () => {
    const [warning, ...more] = told([[{ date: '2026-01-20', text: 'Talks', status: 'scheduled' }]]);
    expect(more).toEqual([]);
    expect(warning).toMatch(
      /^content\/briefings\/2026\/b-0\.md:\d+:\d+ {2}warning {2}unconfirmed-event {2}"Talks" .*an id/,
    );
  });
});

describe('two events that look like one', () => {
  const pair = (first: string, second: string, fields: Partial<EventLine> = {}) =>
    told([[{ date: '2026-01-05', text: first }], [{ date: '2026-01-05', text: second, ...fields }]]);

  test.each([
    ['The old crane is taken down', 'The old cranes are taken down'],
    ['Talks resume in Abu Dhabi', 'Talks resumed in Abu Dhabi'],
    ['138 drones are shot down', '138 drones were shot down'],
    ['Переговори в Абу-Дабі', 'Перемовини в Абу-Дабі'],
  ])('are warned of, at the newer one: %s, %s', (first, second) => {
    const [warning, ...more] = pair(first, second);
    expect(more).toEqual([]);
    expect(warning && ruleAndFile(warning)).toBe('near-duplicate-event in b-1.md');
    expect(warning).toContain(`"${first}" in content/briefings/2026/b-0.md`);
  });

  test.each([
    ['110 drones are shot down', '138 drones are shot down'],
    ['Three ships come', 'A pier is built and painted'],
    ['Talks', 'Shelling'],
  ])('are not warned of where they say other things: %s, %s', (first, second) => {
    expect(pair(first, second)).toEqual([]);
  });

  test('are not warned of where they have one id, the same words, or other days', () => {
    const [first, second] = ['The old crane is taken down', 'The old cranes are taken down'];
    const named = { id: 'down', date: '2026-01-05' };
    expect(told([[{ ...named, text: first }], [{ ...named, text: second }]])).toEqual([]);
    expect(pair(first, 'The old crane is taken down.')).toEqual([]);
    expect(pair(first, second, { date: '2026-01-06' })).toEqual([]);
    expect(pair(first, second, { date: '2026-01' })).toEqual([]);
  });

  test('are not warned of where one briefing tells both, or where they are of two stories', () => {
    const [first, second] = ['The old crane is taken down', 'The old cranes are taken down'].map((text) => ({
      date: '2026-01-05',
      text,
    }));
    const both = [first, second].flatMap((event) => event ?? []);
    expect(told([both])).toEqual([]);
    expect(told([both, [first].flatMap((event) => event ?? [])])).toEqual([]);
    const files = {
      'briefings/2026/a.md': briefingFile({ story: 'port', timeline: [first] }),
      'briefings/2026/b.md': briefingFile({ timeline: [second] }),
      'briefings/2026/c.md': briefingFile({ timeline: [first] }),
    };
    expect(warningsIn(files)).toEqual([]);
  });

  test('are warned of before they are public', () => {
    const [first, second] = ['The old crane is taken down', 'The old cranes are taken down'].map((text) => [
      { date: '2026-01-05', text },
    ]);
    expect(told([first ?? [], second ?? []], undefined, { draft: true })).toHaveLength(1);
    expect(told([first ?? [], second ?? []], undefined, { embargoUntil: '2026-02-01T00:00:00Z' })).toHaveLength(1);
  });
});

describe('a question that is open', () => {
  const open = (standing: string, ...speakers: string[]) => {
    const statements = speakers.map((by) => ({ by, on: '2026-01-20', says: 'We do not.' }));
    const questions = [{ id: 'who-pays', about: 'Who pays', standing, note: 'Note.', statements }];
    return warningsIn({ 'briefings/2026/a.md': briefingFile({ questions }) }).map(ruleAndFile);
  };

  test('is warned of where two sides speak on it by name', () => {
    expect(open('open', 'anna-pilot', 'office')).toEqual(['open-question in a.md']);
  });

  test.each([
    ['open', []],
    ['open', ['anna-pilot', 'anna-pilot']],
    ['open', ['boris-tug', 'carla-wind']],
    ['disputed', ['anna-pilot', 'office']],
  ])('is not warned of where it is %s and these speak on it: %j', (standing, speakers) => {
    expect(open(standing, ...speakers)).toEqual([]);
  });
});

describe('a change that is dated later than the site speaks', () => {
  const files = (at: string) => ({
    'briefings/2026/a.md': briefingFile({ changes: [{ kind: 'update', at, what: 'A ship came.' }] }),
  });

  test.each([
    ['2026-01-26T23:59:59Z', 0],
    ['2026-01-27T00:00:00Z', 0],
    ['2026-01-27T02:00:00+02:00', 0],
    ['2026-01-27T00:00:01Z', 1],
    ['2026-01-26T23:59:59-02:00', 1],
  ])('is warned of: at %s, %i time(s)', (at, count) => {
    expect(warningsIn(files(at)).map(ruleAndFile)).toEqual(Array(count).fill('future-change in a.md'));
  });
});

test('warnings are in the order of their files and lines, whatever they are about', () => {
  const scheduled = { date: '2026-01-05', text: 'Talks', status: 'scheduled' };
  const changes = [{ kind: 'update', at: '2026-02-01T00:00:00Z', what: 'A ship came.' }];
  const content = {
    'briefings/2026/b.md': briefingFile({ publishedAt: '2026-01-01T00:00:00Z', timeline: [scheduled], changes }),
    'briefings/2026/a.md': briefingFile({ publishedAt: '2026-01-01T00:00:00Z', changes }),
  };
  expect(warningsIn(content).map(ruleAndFile)).toEqual([
    'future-change in a.md',
    'unconfirmed-event in b.md',
    'future-change in b.md',
  ]);
  expect(contentOf(content).publication.briefings).toHaveLength(2);
});
