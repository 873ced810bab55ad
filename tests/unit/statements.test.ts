import { describe, expect, test } from 'vitest';
import { briefingFile, mistakesOf } from '../support/unit-content.ts';

/** Anna Pilot speaks for the ships, the office for the harbour, Boris Tug and Carla Wind for nobody. */
function wrongWith(standing: string, ...speakers: string[]): string[] {
  const statements = speakers.map((by, index) => ({ by, on: '2026-01-20', says: `Answer ${index}` }));
  const questions = [{ id: 'who-pays', about: 'Who pays', standing, note: 'Note.', statements }];
  return mistakesOf({ 'briefings/2026/crane.md': briefingFile({ questions }) });
}

describe('how a question stands', () => {
  test.each([
    ['disputed', ['anna-pilot', 'office']],
    ['agreed', ['anna-pilot', 'office', 'anna-pilot']],
    ['disputed', ['boris-tug', 'carla-wind']],
    ['agreed', ['boris-tug', 'anna-pilot']],
    ['oneSource', ['boris-tug']],
    ['oneSource', ['anna-pilot', 'anna-pilot']],
    ['notComparable', ['anna-pilot', 'anna-pilot']],
    ['open', []],
    ['open', ['anna-pilot']],
  ])('may be %s where these speak on it: %j', (standing, speakers) => {
    expect(wrongWith(standing, ...speakers)).toEqual([]);
  });

  test.each([
    ['disputed', ['boris-tug', 'boris-tug'], 'here is 1 side'],
    ['agreed', ['anna-pilot'], 'here is 1 side'],
    ['oneSource', ['boris-tug', 'carla-wind'], 'here are 2 sources'],
    ['oneSource', [], 'here are 0 sources'],
    ['notComparable', ['anna-pilot'], 'here is 1 statement'],
  ])('may not be %s where these speak on it: %j', (standing, speakers, message) => {
    expect(wrongWith(standing, ...speakers)).toEqual([expect.stringContaining(`"${standing}"`)]);
    expect(wrongWith(standing, ...speakers)[0]).toContain(message);
  });

  test('is told beside what else is wrong in the publication', () => {
    const questions = [{ id: 'who-pays', about: 'Who pays', standing: 'oneSource', note: 'Note.' }];
    const changes = [{ kind: 'update', at: '2026-01-01T00:00:00Z', what: 'A ship came.', added: ['ship'] }];
    const mistakes = mistakesOf({
      'briefings/2026/a.md': briefingFile({ questions, changes }),
      'briefings/2026/b.md': briefingFile({ topics: ['pier'] }),
    });
    expect(mistakes.map((line) => line.split('  ')[2])).toEqual([
      'question-standing',
      'change-time',
      'unknown-part',
      'unknown-topic',
    ]);
  });

  test('is not judged by a source that cannot be read', () => {
    const sources = '- id: office\n- id: anna-pilot\n  name: Anna Pilot\n';
    const statements = ['anna-pilot', 'office'].map((by) => ({ by, on: '2026-01-20', says: 'We do not.' }));
    const questions = [{ id: 'who-pays', about: 'Who pays', standing: 'disputed', note: 'Note.', statements }];
    expect(mistakesOf({ 'briefings/2026/a.md': briefingFile({ questions }), 'sources.yaml': sources })).toEqual([
      expect.stringContaining('missing  "name" is missing'),
    ]);
  });
});

describe('a change', () => {
  const wrongAt = (at: string) =>
    mistakesOf({
      'briefings/2026/a.md': briefingFile({
        publishedAt: '2026-01-20T12:00:00Z',
        changes: [{ kind: 'update', at, what: 'A ship came.' }],
      }),
    });

  test('may be made at the instant of publication and later, whatever the offset says', () => {
    expect(wrongAt('2026-01-20T12:00:00Z')).toEqual([]);
    expect(wrongAt('2026-01-20T07:30:00-05:00')).toEqual([]);
  });

  test('may not be made before it', () => {
    expect(wrongAt('2026-01-20T11:59:59Z')).toEqual([expect.stringContaining('change-time')]);
    expect(wrongAt('2026-01-20T13:00:00+02:00')).toEqual([expect.stringContaining('change-time')]);
  });

  test('may name any part of the briefing as added', () => {
    const values = [
      { on: '2025', value: 1 },
      { on: '2026', value: 2 },
    ];
    const parts = { label: 'Cranes', by: 'office' };
    const fields = {
      facts: [{ id: 'fact', value: '3', ...parts }],
      timeline: [{ id: 'event', date: '2026', text: 'A crane is built' }],
      questions: [{ id: 'question', about: 'Who pays', standing: 'open', note: 'Note.' }],
      tallies: [{ id: 'tally', on: '2026', total: 1, parts: [{ label: 'lost', value: 1 }], ...parts }],
      series: [{ id: 'series', label: 'Cranes', lines: [{ by: 'office', values }] }],
    };
    const added = ['fact', 'event', 'question', 'tally', 'series'];
    const changes = [{ kind: 'update', at: '2026-01-21T00:00:00Z', what: 'All is new.', added }];
    expect(mistakesOf({ 'briefings/2026/a.md': briefingFile({ ...fields, changes }) })).toEqual([]);
  });
});
