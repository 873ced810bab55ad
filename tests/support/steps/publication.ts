import type { z } from 'astro/zod';
import sharp from 'sharp';
import { stringify } from 'yaml';
import { isPublic } from '../../../src/newsroom/public.ts';
import type { briefing } from '../../../src/schemas/briefing.ts';
import type { page } from '../../../src/schemas/page.ts';
import type { site } from '../../../src/schemas/site.ts';
import type { source } from '../../../src/schemas/source.ts';
import type { story } from '../../../src/schemas/story.ts';
import type { topic } from '../../../src/schemas/topic.ts';

// A publication that changes step by step: what its files say, before they are written. It holds at every step.

/** An entry with a body. */
export interface Text<Fields extends object> {
  /** From the address of its page: `2026/harbour-1`. */
  id: string;
  fields: Fields;
  paragraphs: string[];
  /** Numbers of the briefings that the body leads to, as long as they are public. */
  links: number[];
}

export interface Briefing extends Text<z.input<typeof briefing>> {
  /** Stays when it is renamed. */
  number: number;
  mdx: boolean;
  /** The colour of the picture beside it; 0 for none. */
  picture: number;
}

export interface State {
  /** The instant that the site speaks as of, in milliseconds. */
  asOf: number;
  site: z.input<typeof site>;
  topics: z.input<typeof topic>[];
  sources: z.input<typeof source>[];
  stories: Text<z.input<typeof story>>[];
  pages: Text<z.input<typeof page>>[];
  briefings: Briefing[];
  /** Counts what was written, so that no two texts are alike. */
  written: number;
}

export const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 0, 1, 6);

/** An instant as a file has it. */
export const instant = (time: number) => new Date(time).toISOString();
/** A date as a file has it. */
export const day = (time: number) => instant(time).slice(0, 10);

/** Sixty briefings of a month. */
export function firstState(): State {
  const state: State = {
    asOf: FIRST + 31 * DAY,
    site: {
      name: 'Harbour Steps',
      tagline: 'A publication that changes',
      url: 'https://steps.example/news/',
      language: 'en-GB',
      timeZone: 'Europe/London',
    },
    topics: ['harbour', 'rail', 'water', 'school'].map((id) => ({
      id,
      name: `Topic ${id}`,
      description: `All ${id}.`,
    })),
    sources: ['office', 'union', 'council', 'survey'].map((id) => ({
      id,
      name: `The ${id}`,
      side: `Side of the ${id}`,
    })),
    stories: ['crane', 'pier', 'bridge'].map((id) => ({
      id,
      fields: { headline: `The ${id}`, standfirst: `What becomes of the ${id}.`, state: 'active' },
      paragraphs: [`How the ${id} began.`],
      links: [],
    })),
    pages: ['about', 'method'].map((id) => ({
      id,
      fields: { title: `Page ${id}`, description: `What is here: ${id}.` },
      paragraphs: [`This is ${id}.`],
      links: [1],
    })),
    briefings: [],
    written: 0,
  };
  for (let number = 1; number <= 60; number += 1) state.briefings.push(newBriefing(state, FIRST + number * (DAY / 2)));
  return state;
}

/** A briefing of the publication. Every fourth has a question, every fifth figures, every twelfth is MDX or has a picture. */
export function newBriefing(state: State, publishedAt: number): Briefing {
  state.written += 1;
  const number = state.written;
  const date = day(publishedAt);
  const { id: story } = state.stories[number % state.stories.length] ?? { id: '' };
  const { id: topic } = state.topics[number % state.topics.length] ?? { id: '' };
  const hasFigures = number % 5 === 0;
  const [mdx, picture] = [number % 24 === 0 || number === 35, number % 12 === 6 || number === 35 ? number : 0];
  const timeline: Briefing['fields']['timeline'] = [
    { id: `count-${number}`, date, text: `Count ${number} is made`, by: 'office' },
    { id: `${story}-opens`, date: '2026-02-20', text: `The ${story} opens`, by: 'council', status: 'scheduled' },
    { id: `${story}-survey`, date: '2025-11', text: `The ${story} is surveyed` },
  ];
  return {
    number,
    id: `2026/text-${number}`,
    fields: {
      headline: `Headline ${number}`,
      standfirst: `Standfirst ${number}.`,
      publishedAt: instant(publishedAt),
      ...(number % 7 !== 0 && { story }),
      topics: [topic],
      keyPoints: [{ text: `Point ${number}.` }, { label: 'Next', text: `Point after ${number}.` }],
      facts: [{ id: `fact-${number}`, label: 'Cranes', value: String(number), by: 'office', asOf: date }],
      timeline: number % 7 === 0 ? timeline.slice(0, 1) : timeline,
      questions: number % 4 === 0 ? [questionOf(story, date, number)] : [],
      tallies: hasFigures ? [tallyOf(date, number)] : [],
      series: hasFigures ? [seriesOf(number)] : [],
    },
    paragraphs: [`First words of ${number}.`, `More words of ${number}, *with weight*.`],
    // Whatever becomes of a text that a compiled one leads to compiles that one again.
    links: mdx || picture !== 0 ? [] : [number - 1, number + 3],
    mdx,
    picture,
  };
}

function questionOf(story: string, date: string, number: number) {
  return {
    id: `${story}-cost`,
    about: `What the ${story} costs`,
    standing: 'disputed' as const,
    note: `Note ${number}.`,
    statements: [
      { by: 'office', on: date, says: `It costs ${number} million.` },
      { by: 'union', on: date, says: `It costs ${number + 1} million.`, citation: { publisher: 'The Union' } },
    ],
  };
}

function tallyOf(on: string, number: number) {
  const parts = [{ label: 'mended', value: number }];
  return { id: 'boats', label: 'Boats', by: 'survey', on, total: number + 9, parts, remainderNote: 'not counted' };
}

function seriesOf(number: number) {
  const values = [
    { on: '2026-01-02', value: number },
    { on: '2026-01-03', value: number + 4 },
  ];
  return { id: 'waiting', label: 'Days of waiting', lines: [{ by: 'survey', values }] };
}

/** Whether it has a page. */
export function isOut({ fields: { draft = false, embargoUntil } }: Briefing, { asOf }: State): boolean {
  return isPublic({ draft, embargoUntil }, instant(asOf));
}

/** Whether Astro has to render it. */
export function isCompiled({ mdx, picture }: Briefing): boolean {
  return mdx || picture !== 0;
}

/** The file of a briefing. */
export function fileOf({ id, mdx }: Briefing): string {
  return `briefings/${id}.md${mdx ? 'x' : ''}`;
}

/** All files of the content folder. */
export async function filesOf(state: State): Promise<Map<string, string | Buffer>> {
  const files = new Map<string, string | Buffer>([
    ['site.yaml', stringify(state.site)],
    ['topics.yaml', stringify(state.topics)],
    ['sources.yaml', stringify(state.sources)],
  ]);
  for (const story of state.stories) files.set(`stories/${story.id}.md`, textOf(story, state));
  for (const page of state.pages) files.set(`pages/${page.id}.md`, textOf(page, state));
  for (const briefing of state.briefings) {
    files.set(fileOf(briefing), textOf(briefing, state, shownIn(briefing)));
    if (briefing.picture !== 0) files.set(`briefings/${briefing.id}.png`, await picture(briefing.picture));
  }
  return files;
}

function textOf({ fields, paragraphs, links }: Text<object>, state: State, shown: string[] = []): string {
  const leading = links.flatMap((number) => {
    const target = state.briefings.find((briefing) => briefing.number === number);
    return target && isOut(target, state) ? `- [text ${number}](/briefings/${target.id}/#Timeline)` : [];
  });
  const [first = '', ...others] = paragraphs;
  const list = leading.length > 0 ? [leading.join('\n')] : [];
  const body = [first, ...shown, '## More', ...others, 'All of [the topics](/topics/).', ...list].join('\n\n');
  return `---\n${stringify(fields)}---\n\n${body}\n`;
}

/** What its body has that Astro has to render. */
function shownIn({ id, fields, mdx, picture }: Briefing): string[] {
  const shown = picture === 0 ? [] : [`![A colour](./${id.slice(5)}.png)`];
  if (!mdx) return shown;
  const figures = [...(fields.tallies ?? []).map(() => '<Tally id="boats" />')];
  const [question] = fields.questions ?? [];
  if (question)
    figures.push(`<Statement by="office" on="${fields.publishedAt.slice(0, 10)}">It has a cost.</Statement>`);
  return [...shown, ...figures];
}

/** A picture of one colour. */
function picture(number: number): Promise<Buffer> {
  const background = { r: number % 256, g: (number * 7) % 256, b: 90 };
  return sharp({ create: { width: 12, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
}
