import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspectContent } from '../../../src/checks/content.ts';
import { Body } from '../../../src/newsroom/body.ts';
import { type Edition, openEdition } from '../../../src/newsroom/edition.ts';
import { type Known, neighbourhoodOf, neighbourhoodOfStory, sourcesIn } from '../../../src/newsroom/neighbourhood.ts';
import { articleView } from '../../../src/newsroom/views/article.ts';
import { briefingView } from '../../../src/newsroom/views/briefing.ts';
import { feedFolders } from '../../../src/newsroom/views/feed.ts';
import { publishedBriefing } from '../../../src/newsroom/views/published.ts';
import { storyView } from '../../../src/newsroom/views/story.ts';
import type { Briefing } from '../../../src/schemas/briefing.ts';
import type { Entry } from '../../../src/schemas/publication.ts';
import { random } from '../../support/random.ts';
import { changeAtRandom } from '../../support/steps/changes.ts';
import { filesOf, firstState } from '../../support/steps/publication.ts';
import { withFolder } from '../../support/unit-content-folder.ts';
import {
  AS_OF,
  type BriefingFields,
  briefing,
  change,
  dailyBriefings,
  edition,
  place,
  site,
  source,
  story,
  topic,
} from '../../support/unit-factory.ts';

/** The ids of the briefings that one is told from. */
function around(whole: Edition, id: string): string[] {
  const entry = whole.briefings.find((one) => one.id === id);
  return entry
    ? neighbourhoodOf(whole, entry)
        .briefings.map((one) => one.id)
        .sort()
    : [];
}

const named = (id: string, fields: BriefingFields = {}) => briefing(`2026/${id}`, fields);

describe('a briefing is told from', () => {
  const stories = [story('crane'), story('pier')];

  test('the briefings of its story and no others, itself alone among them where it has none', () => {
    const briefings = [
      named('one', { story: 'crane' }),
      named('two', { story: 'crane' }),
      named('other', { story: 'pier' }),
      named('alone', { publishedAt: '2025-11-20T12:00:00Z' }),
    ];
    const whole = edition({ stories, briefings });
    expect(around(whole, '2026/one')).toEqual(['2026/one', '2026/two']);
    expect(around(whole, '2026/other')).toEqual(['2026/other']);
    expect(around(whole, '2026/alone')).toEqual(['2026/alone']);
    expect(neighbourhoodOfStory(whole, 'crane').stories.map(({ id }) => id)).toEqual(['crane']);
  });

  test('those in other languages and their stories, also where one between them is not public', () => {
    const briefings = [
      named('one', { story: 'crane' }),
      named('one-uk', { language: 'uk', translations: ['2026/one'], publishedAt: '2025-11-20T12:00:00Z' }),
      named('one-ar', { language: 'ar', translations: ['2026/draft'], story: 'pier' }),
      named('one-pl', { language: 'pl', translations: ['2026/draft'], publishedAt: '2025-10-20T12:00:00Z' }),
      named('draft', { language: 'de', draft: true }),
    ];
    const whole = edition({ stories, briefings });
    expect(around(whole, '2026/one')).toEqual(['2026/one', '2026/one-uk']);
    expect(around(whole, '2026/one-pl')).toEqual(['2026/one-ar', '2026/one-pl']);
  });
});

/** As a build knows content: bodies by their texts, which several briefings may have in common. */
function knownOf(digestOf: Known['digestOf'], textOf: (id: string) => string = () => 'Text.'): Known {
  return { digestOf, bodyOf: (_collection, id) => new Body(textOf(id), () => `<p>${textOf(id)}</p>`) };
}

test('translations join no others of their months', () => {
  const months = ['2025-01', '2025-02', '2025-03'];
  const briefings = months.flatMap((month, index) => [
    named(`a-${month}`, { publishedAt: `${month}-28T12:00:00Z` }),
    named(`b-${month}`, { publishedAt: `${month}-01T12:00:00Z` }),
    named(`uk-${month}`, {
      publishedAt: `${month}-01T12:00:00Z`,
      language: 'uk',
      translations: index === 0 ? [] : [`2026/a-${months[index - 1]}`],
    }),
  ]);
  const whole = edition({ briefings });
  expect(around(whole, '2026/a-2025-01')).toEqual(['2026/a-2025-01', '2026/uk-2025-02']);
  expect(around(whole, '2026/b-2025-01')).toEqual(['2026/b-2025-01', '2026/uk-2025-01']);
});

describe('what a story and its briefings are made from', () => {
  const asIs = [named('one', { story: 'crane' }), named('two', { story: 'crane' }), named('other')];
  const parts = { stories: [story('crane')], briefings: asIs };

  function sourcesOf(whole: Edition, changed?: string): string {
    const { ofBriefing, ofStory } = sourcesIn(
      whole,
      knownOf((file) => (file === changed ? 'changed' : 'as it was')),
    );
    const two = whole.briefings.find(({ id }) => id === '2026/two');
    return [two && ofBriefing(two), ...whole.stories.map(ofStory)].join();
  }

  const before = sourcesOf(edition(parts));

  test('is another where its files are, or what is public of them, or what they name', () => {
    const others = [
      sourcesOf(edition(parts), 'briefings/2026/one.md'),
      sourcesOf(edition(parts), 'briefings/2026/two.md'),
      sourcesOf(edition({ ...parts, briefings: asIs.slice(1) })),
      sourcesOf(edition({ ...parts, sources: [source('office', { name: 'Another name' })] })),
      sourcesOf(edition({ ...parts, places: [place('quay')] })),
      sourcesOf(edition({ ...parts, stories: [story('crane', { headline: 'Another headline' })] })),
      sourcesOf(edition({ ...parts, briefings: [...asIs, named('uk', { language: 'uk' })] })),
      sourcesOf(edition(parts, '2026-01-28T00:00:00Z')),
    ];
    expect(new Set([before, ...others]).size).toBe(others.length + 1);
  });

  test('is another once a change of it is public', () => {
    const changes = [change('update', '2026-01-26T12:00:00Z')];
    const changing = { ...parts, briefings: [named('one', { story: 'crane', changes }), ...asIs.slice(1)] };
    const [earlier, later] = ['2026-01-26T11:00:00Z', '2026-01-26T13:00:00Z'].map((asOf) => edition(changing, asOf));
    expect(earlier && sourcesOf(earlier)).not.toBe(later && sourcesOf(later));
  });

  test('is the same where other briefings change, and later on the same day', () => {
    expect(sourcesOf(edition(parts), 'briefings/2026/other.md')).toBe(before);
    expect(sourcesOf(edition({ ...parts, briefings: [...asIs, named('new')] }))).toBe(before);
    expect(sourcesOf(edition(parts, AS_OF.replace('T00', 'T20')))).toBe(before);
  });

  test('is not told where the body is not known, nor of a story that nothing is left of', () => {
    const whole = edition({
      stories: [story('crane')],
      briefings: [named('one', { story: 'crane', changes: [change('withdrawal', AS_OF)] }), named('other')],
    });
    const known = knownOf(() => '');
    expect(whole.stories.map(sourcesIn(whole, known).ofStory)).toEqual([undefined]);
    const { ofBriefing } = sourcesIn(whole, { ...known, bodyOf: () => undefined });
    expect(whole.briefings.map(ofBriefing)).toEqual([undefined]);
  });
});

/** Every view that says what it is made from: the two, by its name. */
async function told(whole: Edition, known: Known): Promise<Map<string, [source: string, view: string]>> {
  const { ofBriefing, ofStory } = sourcesIn(whole, known);
  const bodyOf = ({ id }: Entry<Briefing>) => known.bodyOf('briefings', id) ?? Body.of('');
  const all = new Map<string, [string, string]>();
  const tell = (name: string, source: string | undefined, view: object) => {
    if (source !== undefined) all.set(name, [source, JSON.stringify(view)]);
  };
  for (const entry of whole.briefings) {
    const body = bodyOf(entry);
    const forms = [articleView(whole, entry, body), publishedBriefing(whole, entry, body.name)];
    tell(entry.id, ofBriefing(entry), [briefingView(whole, entry, body), ...forms]);
  }
  for (const entry of whole.stories) {
    const { html } = known.bodyOf('stories', entry.id) ?? Body.of('');
    tell(entry.id, ofStory(entry), storyView(whole, entry, html));
  }
  for (const { folder, view, source } of feedFolders(whole, async (entry) => bodyOf(entry), ofBriefing)) {
    tell(`feed ${folder}`, source(), await view());
  }
  return all;
}

describe('what a feed is made from is another', () => {
  const known = knownOf(() => 'as it was');
  const stories = [story('crane'), story('pier')];
  /** So many briefings with the same text, one a day; one of them is of another story. */
  const daily = (count: number, other: number) =>
    dailyBriefings(count).map((entry, index) => {
      return { ...entry, data: { ...entry.data, story: index === other ? 'pier' : 'crane' } };
    });

  async function expectOther(feed: string, before: Edition, after: Edition): Promise<void> {
    const [old, now] = [(await told(before, known)).get(feed), (await told(after, known)).get(feed)];
    expect(old?.[0]).toBeDefined();
    expect(now?.[1]).not.toBe(old?.[1]);
    expect(now?.[0]).not.toBe(old?.[0]);
  }

  test.each(['feed archive/1', 'feed archive/2'])('where it holds others (%s)', async (feed) => {
    const briefings = daily(120, 10);
    const fewer = briefings.toSpliced(10, 1);
    await expectOther(feed, edition({ stories, briefings }), edition({ stories, briefings: fewer }));
  });

  test('where there is a newer archive', async () => {
    const [fewer, more] = [daily(100, 100), daily(101, 100)];
    await expectOther('feed archive/1', edition({ stories, briefings: fewer }), edition({ stories, briefings: more }));
  });

  test('where it holds notices alone, and is described in other words or under another licence', async () => {
    const changes = [change('withdrawal', AS_OF)];
    const briefings = [named('gone', { changes }), named('there', { topics: ['pier'] })];
    const pier = topic('pier');
    const before = edition({ topics: [topic('harbour'), pier], briefings });
    await expectOther('feed topics/harbour', before, edition({ topics: [topic('harbour', 'Port'), pier], briefings }));
    const licensed = [site({ licence: { name: 'Another licence' } })];
    await expectOther(
      'feed topics/harbour',
      before,
      edition({ topics: [topic('harbour'), pier], briefings, site: licensed }),
    );
  });
});

test.each([20261127, 7, 42])('where that is the same, so are the views, whatever changes (%i)', async (seed) => {
  const chance = random(seed);
  const state = firstState();
  let before = new Map<string, [source: string, view: string]>();
  let [same, other] = [0, 0];
  for (let step = 0; step < 60; step += 1) {
    const did = changeAtRandom(state, chance);
    const files = new Map([...(await filesOf(state))].map(([name, content]) => [name, String(content)]));
    const { publication } = withFolder(Object.fromEntries(files), (folder) => inspectContent(folder));
    const bodies = new Map([...publication.briefings, ...publication.stories].map(({ id, body }) => [id, body ?? '']));
    const known = knownOf(
      (file) => hash('sha256', files.get(file) ?? ''),
      (id) => bodies.get(id) ?? '',
    );
    const now = await told(openEdition(publication, new Date(state.asOf).toISOString()), known);
    for (const [name, [source, view]] of now) {
      const [sourceBefore, viewBefore] = before.get(name) ?? [];
      if (source === sourceBefore) expect(view, `${name} after step ${step}: ${did}`).toBe(viewBefore);
      if (source === sourceBefore) same += 1;
      else other += 1;
    }
    before = now;
  }
  // Both happen.
  expect(other).toBeGreaterThan(100);
  expect(same).toBeGreaterThan(1_000);
});
