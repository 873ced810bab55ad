import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspectContent } from '../../../src/checks/content.ts';
import { Body } from '../../../src/newsroom/body.ts';
import { type Edition, openEdition } from '../../../src/newsroom/edition.ts';
import { neighbourhoodOf, neighbourhoodOfStory, stateOf } from '../../../src/newsroom/neighbourhood.ts';
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
import { AS_OF, type BriefingFields, briefing, change, edition, source, story } from '../../support/unit-factory.ts';

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

describe('the state of what a briefing is told from', () => {
  const asIs = [named('one', { story: 'crane' }), named('two', { story: 'crane' }), named('other')];
  const parts = { stories: [story('crane')], briefings: asIs };

  function stateIn(whole: Edition, changed?: string): string {
    const part = neighbourhoodOfStory(whole, 'crane');
    return stateOf(part, (file) => (file === changed ? 'changed' : 'as it was'));
  }

  const before = stateIn(edition(parts));

  test('is another where its files are, or what is public of them, or what they name', () => {
    const others = [
      stateIn(edition(parts), 'briefings/2026/one.md'),
      stateIn(edition(parts), 'briefings/2026/two.md'),
      stateIn(edition({ ...parts, briefings: asIs.slice(1) })),
      stateIn(edition({ ...parts, sources: [source('office', { name: 'Another name' })] })),
      stateIn(edition({ ...parts, stories: [story('crane', { headline: 'Another headline' })] })),
      stateIn(edition({ ...parts, briefings: [...asIs, named('uk', { language: 'uk' })] })),
      stateIn(edition(parts, '2026-01-28T00:00:00Z')),
    ];
    expect(new Set([before, ...others]).size).toBe(others.length + 1);
  });

  test('is another once a change of it is public', () => {
    const changes = [change('update', '2026-01-26T12:00:00Z')];
    const changing = { ...parts, briefings: [named('one', { story: 'crane', changes }), ...asIs.slice(1)] };
    expect(stateIn(edition(changing, '2026-01-26T13:00:00Z'))).not.toBe(
      stateIn(edition(changing, '2026-01-26T11:00:00Z')),
    );
  });

  test('is the same where other briefings change, and later on the same day', () => {
    expect(stateIn(edition(parts), 'briefings/2026/other.md')).toBe(before);
    expect(stateIn(edition({ ...parts, briefings: [...asIs, named('new')] }))).toBe(before);
    expect(stateIn(edition(parts, AS_OF.replace('T00', 'T20')))).toBe(before);
  });
});

/** Every view that says what it is made from: the two, by its address. */
async function told(whole: Edition, digestOf: (file: string) => string): Promise<Map<string, [string, string]>> {
  const bodyOf = ({ file }: { file: string }) => new Body(`body ${digestOf(file)}`, () => `<p>${file}</p>`);
  const sourceOf = (entry: Entry<Briefing>) => stateOf(neighbourhoodOf(whole, entry), digestOf) + bodyOf(entry).name;
  const all = new Map<string, [string, string]>();
  const tell = (name: string, source: string, view: object) => all.set(name, [source, JSON.stringify(view)]);
  for (const entry of whole.briefings) {
    const body = bodyOf(entry);
    const forms = [articleView(whole, entry, body), publishedBriefing(whole, entry, body.name)];
    tell(entry.id, sourceOf(entry), [briefingView(whole, entry, body), ...forms]);
  }
  for (const entry of whole.stories) {
    const part = neighbourhoodOfStory(whole, entry.id);
    // A story whose briefings were all taken back is no part: it says nothing.
    if (part.isPart)
      tell(entry.id, stateOf(part, digestOf) + bodyOf(entry).name, storyView(whole, entry, digestOf(entry.file)));
  }
  for (const { folder, view, source } of feedFolders(whole, async (entry) => bodyOf(entry), sourceOf)) {
    const from = source();
    if (from !== undefined) tell(`feed ${folder}`, from, await view());
  }
  return all;
}

test.each([20261127, 7, 42])('where the state is the same, so are the views, whatever changes (%i)', async (seed) => {
  const chance = random(seed);
  const state = firstState();
  let before = new Map<string, [string, string]>();
  let [same, other] = [0, 0];
  for (let step = 0; step < 60; step += 1) {
    const did = changeAtRandom(state, chance);
    const files = new Map([...(await filesOf(state))].map(([name, content]) => [name, String(content)]));
    const { publication } = withFolder(Object.fromEntries(files), (folder) => inspectContent(folder));
    const digestOf = (file: string) => hash('sha256', files.get(file) ?? file);
    const now = await told(openEdition(publication, new Date(state.asOf).toISOString()), digestOf);
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
