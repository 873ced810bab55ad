import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Made-up briefings to measure with: the same number gives the same bytes. Nothing in them is about anything.

/** A briefing before it takes the form of a publisher's files. */
export interface Article {
  /** `yyyy` of its date, and the name of its file. */
  year: string;
  slug: string;
  headline: string;
  standfirst: string;
  /** Instants. */
  publishedAt: string;
  updatedAt: string;
  topics: string[];
  story: string;
  facts: { label: string; value: string; by: string; note: string }[];
  timeline: { date: string; text: string; by: string }[];
  /** GitHub Markdown of about 450 words: headings, a table, a list, a quotation, links, a footnote. */
  body: string;
}

const DAY = 86_400_000;
const START = Date.UTC(2020, 0, 1, 6);
const YEARS = 5;

const FIELDS = 'harbour river rail bridge library market school water power housing forest coast tram archive park';
const SIDES = ['funding', 'safety', 'planning', 'access'];
export const TOPICS = FIELDS.split(' ').flatMap((field) => SIDES.map((side) => `${field}-${side}`));
export const STORIES = Array.from({ length: 25 }, (_, index) => {
  const field = FIELDS.split(' ')[index % 15];
  return `${field}-${index < 15 ? 'renewal' : 'inquiry'}`;
});
export const SOURCES = [
  'Records Office',
  'Planning Register',
  'Works Bulletin',
  'Budget Annex',
  'Survey Unit',
  'Session Minutes',
  'Data Desk',
  'Inspection Log',
  'Notice Board',
  'Statistics Bureau',
];

const KINDS = 'regional northern southern eastern western municipal interim joint annual revised local technical'.split(
  ' ',
);
const BODIES = 'council committee board office agency authority panel service institute department trust'.split(' ');
const ACTS = 'reviewed approved postponed extended outlined revised confirmed listed compared presented'.split(' ');
const PAPERS = 'timetable budget report plan schedule survey proposal register estimate inventory forecast'.split(' ');
const THINGS = 'platforms crossings tanks footpaths stalls classrooms meters flats saplings carriages ramps'.split(' ');
const PLACES = 'Norhaven Estmere Sudwick Westholm Quayford Millbeck Ashcross Greywell Longmere Fairfold'.split(' ');
const UNITS = ['million', 'thousand', 'sites', 'percent', 'hectares', 'kilometres', 'weeks', 'households'];
const LABELS = [
  'Total cost',
  'Sites affected',
  'Start of work',
  'Expected end',
  'People reached',
  'Vote count',
  'Share complete',
  'Area covered',
  'Response rate',
  'Annual saving',
];
const WHEN = [
  'for the coming quarter',
  'after two weeks of consultation',
  'ahead of the next session',
  'without a recorded objection',
  'following an earlier draft',
  'with three amendments',
  'in line with the published terms',
  'on the basis of new measurements',
  'under the existing rules',
  'at the request of members',
];

/** @param index from 0, the oldest, to `count - 1`. */
export function article(index: number, count: number): Article {
  const random = randomFrom(index + 1);
  const int = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pick = (list: readonly string[]) => list[int(0, list.length - 1)] ?? '';
  const some = (list: readonly string[], size: number) => {
    const left = [...list];
    return Array.from({ length: size }, () => left.splice(int(0, left.length - 1), 1)[0] ?? '');
  };
  const amount = () => `${int(1, 99)}.${int(0, 9)} ${pick(UNITS)}`;
  const body = () => `${pick(KINDS)} ${pick(BODIES)}`;
  const sentence = () =>
    pick([
      `The ${body()} ${pick(ACTS)} the ${pick(KINDS)} ${pick(PAPERS)} ${pick(WHEN)}.`,
      `It counts ${int(2, 240)} ${pick(THINGS)} in ${pick(PLACES)} and ${int(2, 90)} in ${pick(PLACES)}.`,
      `In ${pick(PLACES)} the ${pick(BODIES)} ${pick(ACTS)} one ${pick(PAPERS)} that sets the level at ${amount()}, against ${amount()} a year before.`,
      `The ${pick(PAPERS)} was ${pick(ACTS)} by the ${body()} and sent to the ${body()} ${pick(WHEN)}.`,
    ]);
  const paragraph = (words: number) => {
    let text = sentence();
    while (text.split(' ').length < words) text += ` ${sentence()}`;
    return text;
  };
  const step = (YEARS * 365 * DAY) / count;
  const published = Math.floor((START + (index + random() * 0.9) * step) / 1000) * 1000;
  const headline = `${capital(body())} ${pick(ACTS)} ${pick(KINDS)} ${pick(PAPERS)} for ${pick(PLACES)}`;
  const topics = some(TOPICS, 3);
  const date = new Date(published).toISOString();
  return {
    year: date.slice(0, 4),
    slug: `${headline.toLowerCase().replaceAll(' ', '-')}-${String(index + 1).padStart(6, '0')}`,
    headline,
    standfirst: `${sentence()} ${sentence()}`,
    publishedAt: instant(published),
    updatedAt: instant(published + int(1, 72) * 3_600_000),
    topics,
    story: pick(STORIES),
    facts: some(LABELS, 5).map((label) => ({
      label,
      value: amount(),
      by: pick(SOURCES),
      note: `entry ${int(10, 999)}`,
    })),
    timeline: Array.from({ length: 6 }, (_, place) => ({
      date: new Date(published - ((6 - place) * 20 + int(1, 18)) * DAY).toISOString().slice(0, 10),
      text: `${capital(pick(BODIES))} ${pick(ACTS)} the ${pick(PAPERS)}`,
      by: pick(SOURCES),
    })),
    body: `${paragraph(60)} The method has not changed.[^1]

## Background

${paragraph(62)} An [earlier notice](https://example.org/notices/${int(100, 9999)}) gives the **full terms**.

## Figures

| District | This year | Last year |
| --- | ---: | ---: |
${Array.from({ length: 4 }, () => `| ${pick(PLACES)} | ${amount()} | ${amount()} |`).join('\n')}

${paragraph(38)}

> ${sentence()}

## What changes

${Array.from({ length: 4 }, () => `- ${capital(pick(THINGS))} in ${pick(PLACES)}: ${amount()} ${pick(WHEN)}`).join('\n')}

${paragraph(48)} See the [topic page](/topics/${topics[0]}/) for *related* items.

## What happens next

${paragraph(58)}

[^1]: Measured by the ${body()}, entry ${int(1000, 9999)}.
`,
  };
}

/** A seeded generator of numbers from 0 up to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The id of a source, a topic or a story out of its name, and a name out of an id. */
const idOf = (name: string) => name.toLowerCase().replaceAll(' ', '-');
const nameOf = (id: string) => capital(id.replaceAll('-', ' '));

/** A briefing as Readout takes it. */
export function readoutFile({ facts, timeline, ...article }: Article): string {
  // A text in JSON is one in YAML.
  const text = JSON.stringify;
  return `---
headline: ${text(article.headline)}
standfirst: ${text(article.standfirst)}
publishedAt: ${article.publishedAt}
story: ${article.story}
topics: [${article.topics.join(', ')}]
keyPoints:
${facts
  .slice(0, 2)
  .map(({ label, value }) => `  - text: ${text(`${label}: ${value}`)}`)
  .join('\n')}
facts:
${facts.map(({ label, value, by, note }) => `  - label: ${label}\n    value: ${value}\n    by: ${idOf(by)}\n    note: ${note}`).join('\n')}
timeline:
${timeline.map((event) => `  - date: ${event.date}\n    text: ${event.text}\n    by: ${idOf(event.by)}`).join('\n')}
changes:
  - kind: update
    at: ${article.updatedAt}
    what: The figures of the ${facts[0]?.by ?? 'register'} were added.
---

${article.body}`;
}

/** A briefing as other site builders take it: front matter of plain names and values. */
export function peerFile({ facts, timeline, ...article }: Article): string {
  const text = JSON.stringify;
  return `---
title: ${text(article.headline)}
summary: ${text(article.standfirst)}
date: ${article.publishedAt}
updated: ${article.updatedAt}
story: ${text(nameOf(article.story))}
topics: [${article.topics.join(', ')}]
facts:
${facts.map(({ label, value, by, note }) => `  - label: ${label}\n    value: ${value}\n    note: ${note}\n    source: ${by}`).join('\n')}
timeline:
${timeline.map((event) => `  - date: "${event.date}"\n    text: ${event.text}\n    source: ${event.by}`).join('\n')}
---

${article.body}`;
}

/** Where the file and the page of a briefing are, below the folder of all briefings. */
export function placeOf({ year, slug }: Article): string {
  return `${year}/${slug}`;
}

/** All briefings of a corpus, the oldest first. One at a time: a large corpus does not fit into memory. */
export function* articles(count: number): Generator<Article> {
  for (let index = 0; index < count; index += 1) yield article(index, count);
}

/**
 * Writes a whole publication of so many briefings into a folder, in place of what is there.
 *
 * @param settings further lines of its site.yaml.
 */
export function writeReadout(folder: string, count: number, settings = ''): void {
  rmSync(folder, { recursive: true, force: true });
  write(
    folder,
    'site.yaml',
    'name: Bench\ntagline: Made-up briefings to measure with\nurl: https://bench.example/\nlanguage: en-GB\n' +
      `timeZone: UTC\nasOf: 2025-01-10T00:00:00Z\n${settings}`,
  );
  const description = (id: string) => `What belongs to ${nameOf(id).toLowerCase()}.`;
  const list = (entries: string[]) => `${entries.join('\n')}\n`;
  write(
    folder,
    'topics.yaml',
    list(TOPICS.map((id) => `- id: ${id}\n  name: ${nameOf(id)}\n  description: ${description(id)}`)),
  );
  const sources = SOURCES.map((name) => `- id: ${idOf(name)}\n  name: ${name}\n  kind: organization`);
  write(folder, 'sources.yaml', list(sources));
  for (const id of STORIES) {
    const text = `---\nheadline: ${nameOf(id)}\nstandfirst: ${description(id)}\nstate: active\n---\n\nThe background of it.\n`;
    write(folder, `stories/${id}.md`, text);
  }
  for (const made of articles(count)) write(folder, `briefings/${placeOf(made)}.md`, readoutFile(made));
}

/** Writes so many briefings into a folder as other site builders take them, in place of those that are there. */
export function writePeer(folder: string, count: number): void {
  for (const year of globSync('2???', { cwd: folder })) rmSync(join(folder, year), { recursive: true });
  for (const made of articles(count)) write(folder, `${placeOf(made)}.md`, peerFile(made));
}

function write(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
