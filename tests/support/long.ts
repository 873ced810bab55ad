import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';

export const LONG = {
  folder: 'tests/.output/long-content',
  url: 'https://example.org/',
  /** Of the one story, over ten years. */
  events: 500,
  /** These came before the story began, and are folded away. */
  before: 100,
  years: 10,
  story: '/stories/harbour/',
  /** A briefing of 3,000 words, with a table that is wider than any phone. */
  briefing: '/briefings/2025/harbour-1/',
  /** The headings of its text. */
  headings: ['The first berth', 'The second berth', 'The third berth', 'The last berth'],
};

const BRIEFINGS = 10;
const FIRST_YEAR = 2016;

/** Writes a publication whose one story has a very long timeline, and one very long briefing. */
export function writeLong(): void {
  rmSync(LONG.folder, { recursive: true, force: true });
  const write = (name: string, text: string) => {
    const path = `${LONG.folder}/${name}`;
    mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true });
    writeFileSync(path, text);
  };
  write('site.yaml', stringify(SITE));
  write('topics.yaml', stringify([{ id: 'harbour', name: 'Harbour', description: 'What is built there.' }]));
  write('sources.yaml', stringify([{ id: 'harbour-office', name: 'Harbour office' }]));
  const story = { headline: 'The harbour', standfirst: 'What is built there.', state: 'active', start: '2018' };
  write('stories/harbour.md', entry(story, 'Background.\n'));
  for (let number = 1; number <= BRIEFINGS; number += 1) {
    write(`briefings/2025/harbour-${number}.md`, briefing(number, number === 1 ? longBody() : 'Text.\n'));
  }
}

const SITE = {
  name: 'Harbour News',
  tagline: 'Long lists for a test',
  url: LONG.url,
  language: 'en-GB',
  timeZone: 'UTC',
  asOf: '2025-12-31T00:00:00Z',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  extras: [],
};

function briefing(number: number, body: string): string {
  const each = LONG.events / BRIEFINGS;
  const data = {
    headline: `Harbour day ${number}`,
    standfirst: `The standfirst of day ${number}.`,
    publishedAt: `2025-12-${String(number).padStart(2, '0')}T12:00:00Z`,
    story: 'harbour',
    topics: ['harbour'],
    keyPoints: [{ text: 'One crane was built.' }, { text: 'One crane was taken down.' }],
    facts: [
      { id: 'cranes', label: 'Cranes', value: '3', by: 'harbour-office' },
      { label: 'Ships', value: 'about 40', note: 'at the berths', by: 'harbour-office', asOf: '2025-12' },
    ],
    timeline: Array.from({ length: each }, (_, index) => event((number - 1) * each + index)),
    questions: [
      {
        id: 'crane-date',
        about: 'When the crane will stand',
        standing: 'oneSource',
        note: 'Only the office speaks of it.',
        statements: [{ by: 'harbour-office', on: '2025-12-01', says: 'It will stand in May.' }],
      },
    ],
    changes: [{ kind: 'update', at: `2025-12-${20 + number}T12:00:00Z`, what: 'The office counted again.' }],
  };
  return entry(data, body);
}

/** Spread evenly over the years. */
function event(index: number) {
  const each = LONG.events / LONG.years;
  const year = FIRST_YEAR + Math.floor(index / each);
  const day = new Date(Date.UTC(year, 0, 1 + (index % each) * 7)).toISOString().slice(0, 10);
  return { date: day, text: `Ship number ${index + 1} was moored at the long berth`, by: 'harbour-office' };
}

function longBody(): string {
  const paragraph = `${'The office counts the ships at the berth every day of the week. '.repeat(6).trim()}\n`;
  const part = (heading: string) => `## ${heading}\n\n${`${paragraph}\n`.repeat(10)}`;
  const columns = Array.from({ length: 14 }, (_, index) => `Berth number ${index + 1}`);
  const row = (cells: string[]) => `| ${cells.join(' | ')} |\n`;
  const table = row(columns) + row(columns.map(() => '---')) + row(columns.map((_, index) => `${index} ships`));
  return [`${paragraph}\n${table}\n`, ...LONG.headings.map(part)].join('\n');
}

function entry(data: object, body: string): string {
  return `---\n${stringify(data)}---\n\n${body}`;
}
