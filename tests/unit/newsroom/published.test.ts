import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../../src/metadata/json-schema.ts';
import type { Edition } from '../../../src/newsroom/edition.ts';
import { publishedBriefing, publishedNotice, publishedStory } from '../../../src/newsroom/views/published.ts';
import {
  publishedBriefing as briefingShape,
  type PublishedBriefing,
  publishedStory as storyShape,
} from '../../../src/schemas/published.ts';
import {
  type BriefingFields,
  briefing,
  change,
  edition,
  question,
  series,
  site,
  source,
  story,
  tally,
  topic,
} from '../../support/unit-factory.ts';

const ROOT = 'https://example.org/news/';
const port = story('port', { start: '2026-01' });
const full: BriefingFields = {
  story: 'port',
  kind: 'analysis',
  eyebrow: 'Cranes',
  byline: 'Ann Port',
  dateline: 'Odesa',
  topics: ['harbour', 'pier'],
  facts: [{ id: 'cranes', label: 'Cranes', value: '3', by: 'office', asOf: '2026-01-19' }],
  timeline: [
    { id: 'fall', date: '2026-01-20', text: 'The crane fell', by: 'crew' },
    { id: 'inquiry', date: '2026-03', text: 'The inquiry ends', status: 'scheduled' },
  ],
  questions: [
    question('why', {
      statements: [{ by: 'crew', on: '2026-01-21', says: 'The wind.', citation: { url: 'https://port.example/' } }],
    }),
  ],
  tallies: [tally('hulls'), tally('whole', { total: 131, remainderNote: undefined })],
  series: [series('ships')],
  changes: [change('update', '2026-01-23T12:00:00Z', { added: ['fall'] }), change('update', '2026-02-23T12:00:00Z')],
};

function open(fields: BriefingFields = full, asOf?: string): Edition {
  const briefings = [
    briefing('2026/a', fields, 'A <Statement by="captain" on="2026" says="x" /> text.'),
    briefing('2026/older', {
      story: 'port',
      publishedAt: '2026-01-10T12:00:00Z',
      timeline: [{ id: 'inquiry', date: '2026-02', text: 'The inquiry ends', status: 'scheduled', by: 'office' }],
      questions: [question('why', { standing: 'oneSource' }), question('who')],
    }),
    briefing('2026/elsewhere'),
  ];
  const sources = [
    source('office', { name: 'Harbour office', kind: 'organization' }),
    source('crew', { name: 'The crew' }),
    source('captain', { name: 'The captain', kind: 'person', role: 'Captain' }),
    source('silent'),
  ];
  const topics = [topic('harbour', 'Harbour'), topic('pier', 'Pier')];
  return edition({ briefings, sources, topics, stories: [port], site: [site({ url: ROOT })] }, asOf);
}

/** As it is sent, and as a program reads it. */
function sent(opened: Edition, id = '2026/a'): PublishedBriefing {
  const entry = opened.briefings.find((one) => one.id === id);
  if (!entry) throw new RangeError('the briefing is not public');
  const text: unknown = JSON.parse(JSON.stringify(publishedBriefing(opened, entry, '<p>Body</p>')));
  return briefingShape.parse(text);
}

const storyOf = (opened: Edition) =>
  storyShape.parse(JSON.parse(JSON.stringify(publishedStory(opened, port, '<p>Background</p>'))));

const validators = (opened: Edition) => {
  const ajv = formats.default(new Ajv2020({ strict: false }));
  const { briefing, story } = jsonSchemas(opened);
  return { briefing: ajv.compile(briefing), story: ajv.compile(story) };
};

describe('a briefing as JSON', () => {
  test('holds against its own schema, in full and at its least', () => {
    const opened = open();
    for (const id of ['2026/a', '2026/older', '2026/elsewhere']) expect(() => sent(opened, id)).not.toThrow();
  });

  test('holds against the JSON Schema that the site publishes, which takes what is added and no other shape', () => {
    const opened = open();
    const { briefing, story } = validators(opened);
    const given = sent(opened);
    expect(briefing(given), JSON.stringify(briefing.errors)).toBe(true);
    expect(briefing({ ...given, colour: 'red' })).toBe(true);
    expect(briefing({ ...given, headline: undefined })).toBe(false);
    expect(briefing({ ...given, publishedAt: 'yesterday' })).toBe(false);
    expect(story(storyOf(opened)), JSON.stringify(story.errors)).toBe(true);
    expect(story({ ...storyOf(opened), briefings: [{}] })).toBe(false);
  });

  test('names the schema that it follows, which says where it is', () => {
    const opened = open();
    const { briefing, story } = jsonSchemas(opened);
    expect(sent(opened).$schema).toBe(`${ROOT}schema/v1/briefing.json`);
    expect(briefing.$id).toBe(`${ROOT}schema/v1/briefing.json`);
    expect(storyOf(opened).$schema).toBe(`${ROOT}schema/v1/story.json`);
    expect(story.$id).toBe(`${ROOT}schema/v1/story.json`);
  });

  test('says where it is, in which story, and on what, with whole addresses', () => {
    expect(sent(open())).toMatchObject({
      id: '2026/a',
      url: `${ROOT}briefings/2026/a/`,
      headline: 'Headline of 2026/a',
      publishedAt: '2026-01-20T12:00:00Z',
      updatedAt: '2026-01-23T12:00:00Z',
      story: { name: 'Story port', url: `${ROOT}stories/port/` },
      topics: [
        { name: 'Harbour', url: `${ROOT}topics/harbour/` },
        { name: 'Pier', url: `${ROOT}topics/pier/` },
      ],
      body: '<p>Body</p>',
    });
    expect(sent(open(), '2026/elsewhere')).not.toHaveProperty('story');
    expect(sent(open(), '2026/elsewhere')).toMatchObject({ updatedAt: '2026-01-20T12:00:00Z' });
  });

  test('tells what was scheduled as the newest briefing of the story knows it', () => {
    const older = sent(open(), '2026/older');
    expect('timeline' in older && older.timeline).toEqual([
      { id: 'inquiry', date: '2026-03', text: 'The inquiry ends', by: [], status: 'scheduled', movedFrom: '2026-02' },
    ]);
  });

  test('counts what the parts of a tally leave over', () => {
    expect(sent(open())).toMatchObject({ tallies: [{ remainder: 7 }, { remainder: 0 }] });
  });

  test('has each source that it names, in its facts, statements, figures and body, and no other', () => {
    const given = sent(open());
    expect('sources' in given && given.sources).toEqual([
      { id: 'captain', name: 'The captain', kind: 'person', role: 'Captain', url: `${ROOT}sources/captain/` },
      { id: 'crew', name: 'The crew', url: `${ROOT}sources/crew/` },
      { id: 'office', name: 'Harbour office', kind: 'organization', url: `${ROOT}sources/office/` },
    ]);
  });

  test('tells no change that is still to come, and nothing of how it was edited', () => {
    const given = sent(open({ ...full, embargoUntil: '2026-01-20T13:00:00Z' }));
    expect('changes' in given && given.changes.map(({ at }) => at)).toEqual(['2026-01-23T12:00:00Z']);
    expect(given).not.toHaveProperty('draft');
    expect(given).not.toHaveProperty('embargoUntil');
  });

  test('that was withdrawn is its headline and its notice, and holds against the same schema', () => {
    const what = 'It was invented.';
    const opened = open({ ...full, changes: [change('withdrawal', '2026-01-24T12:00:00Z', { what })] });
    const [gone] = opened.withdrawn;
    const given = gone && briefingShape.parse(JSON.parse(JSON.stringify(publishedNotice(opened, gone))));
    expect(given).toEqual({
      $schema: `${ROOT}schema/v1/briefing.json`,
      id: '2026/a',
      url: `${ROOT}briefings/2026/a/`,
      headline: 'Headline of 2026/a',
      publishedAt: '2026-01-20T12:00:00Z',
      updatedAt: '2026-01-24T12:00:00Z',
      withdrawn: { at: '2026-01-24T12:00:00Z', what },
    });
    expect(validators(opened).briefing(given)).toBe(true);
  });
});

describe('a story as JSON', () => {
  test('holds against its schema, and says where it stands', () => {
    expect(storyOf(open())).toMatchObject({
      id: 'port',
      url: `${ROOT}stories/port/`,
      headline: 'Story port',
      state: 'active',
      start: '2026-01',
      updatedAt: '2026-01-23T12:00:00Z',
      background: '<p>Background</p>',
    });
  });

  test('has its briefings, newest first, and no other', () => {
    expect(storyOf(open()).briefings.map(({ url }) => url)).toEqual([
      `${ROOT}briefings/2026/a/`,
      `${ROOT}briefings/2026/older/`,
    ]);
  });

  test('has one timeline out of all of them, with everyone who says so', () => {
    expect(storyOf(open()).timeline).toEqual([
      { id: 'fall', date: '2026-01-20', text: 'The crane fell', by: ['crew'], status: 'happened' },
      { id: 'inquiry', date: '2026-03', text: 'The inquiry ends', by: [], status: 'scheduled', movedFrom: '2026-02' },
    ]);
    expect(storyOf(open()).sources.map(({ id }) => id)).toEqual(['crew']);
  });

  test('has each question as the newest briefing has it, and its place there', () => {
    expect(storyOf(open()).questions.map(({ id, standing, url }) => [id, standing, url])).toEqual([
      ['why', 'open', `${ROOT}briefings/2026/a/#Question-why`],
      ['who', 'open', `${ROOT}briefings/2026/older/#Question-who`],
    ]);
  });

  test('is dated by what its briefings say and by what was withdrawn, whenever it is built', () => {
    const gone = { ...full, changes: [change('withdrawal', '2026-01-24T12:00:00Z')] };
    for (const asOf of ['2026-01-27T00:00:00Z', '2026-02-20T00:00:00Z']) {
      expect(storyOf(open(full, asOf)).updatedAt).toBe('2026-01-23T12:00:00Z');
      expect(storyOf(open(gone, asOf)).updatedAt).toBe('2026-01-24T12:00:00Z');
      const alone = edition({ briefings: [briefing('2026/a', gone)], stories: [port] }, asOf);
      expect(storyOf(alone)).toMatchObject({ updatedAt: '2026-01-24T12:00:00Z', briefings: [], timeline: [] });
    }
  });
});
