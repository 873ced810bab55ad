import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';

export const MANY = {
  folder: 'tests/.output/many-content',
  url: 'https://example.org/news/',
  briefings: 55,
  /** How many of them carry the topic `often`; all others carry `seldom`. */
  often: 45,
  /** These are besides: drafts, and embargoed ones. */
  drafts: 7,
  embargoed: 3,
};

/**
 * Writes a publication that is long enough for every list to need a second page, and that stands under a path.
 * What is not public has the words "Kept back" in its headline.
 */
export function writeMany(): void {
  rmSync(MANY.folder, { recursive: true, force: true });
  const write = (name: string, text: string) => {
    const path = `${MANY.folder}/${name}`;
    mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true });
    writeFileSync(path, text);
  };
  write('site.yaml', stringify({ ...SITE, url: MANY.url }));
  write('topics.yaml', stringify([topic('often'), topic('seldom'), topic('never')]));
  write('sources.yaml', stringify([{ id: 'harbour-office', name: 'Harbour office' }]));
  write('stories/harbour.md', entry({ headline: 'The harbour', standfirst: 'What is built there.', state: 'active' }));
  write('pages/about.md', entry({ title: 'About', description: 'About this test.' }));
  for (let number = 0; number < MANY.briefings; number++) {
    const day = new Date(Date.UTC(2025, 0, 1 + number * 3, 12)).toISOString();
    write(`briefings/2025/harbour-${number + 1}.md`, briefing(`Harbour day ${number + 1}`, day, number < MANY.often));
  }
  for (let number = 0; number < MANY.drafts; number++) {
    const text = briefing(`Kept back ${number + 1}`, '2025-06-01T12:00:00Z', true).replace('---', '---\ndraft: true');
    write(`briefings/2025/kept-back-${number + 1}.md`, text);
  }
  for (let number = 0; number < MANY.embargoed; number++) {
    const embargo = '---\nembargoUntil: 2026-01-01T00:00:00Z';
    const text = briefing(`Kept back until later ${number + 1}`, '2025-06-02T12:00:00Z', true).replace('---', embargo);
    write(`briefings/2025/kept-back-until-later-${number + 1}.md`, text);
  }
}

const SITE = {
  name: 'Harbour News',
  tagline: 'Many briefings for a test',
  language: 'en-GB',
  timeZone: 'UTC',
  asOf: '2025-12-31T00:00:00Z',
};

function topic(id: string) {
  return { id, name: `Topic ${id}`, description: `What is here ${id}.` };
}

function briefing(headline: string, publishedAt: string, often: boolean): string {
  const date = publishedAt.slice(0, 10);
  const data = {
    headline,
    standfirst: `The standfirst of ${headline}.`,
    publishedAt,
    story: 'harbour',
    topics: [often ? 'often' : 'seldom'],
    keyPoints: [{ text: 'One crane was built.' }, { text: 'One crane was taken down.' }],
    facts: [{ label: 'Cranes', value: '3', by: 'harbour-office', asOf: date }],
    timeline: [{ date, text: `${headline} was counted`, by: 'harbour-office' }],
  };
  return entry(
    data,
    '---\n\nThe first part.\n\n---\n\n## Cranes\n\nSee [all topics](/topics/), [the first day](/briefings/2025/harbour-1/) and [above](#cranes).\n',
  );
}

function entry(data: object, body = 'Text.\n'): string {
  return `---\n${stringify(data)}---\n\n${body}`;
}
