import { z } from 'astro/zod';
import { change } from './change.ts';
import { series, tally } from './figure.ts';
import { question } from './question.ts';
import { aliases, briefingId, eventDateText, instant, languageTag, line, slug, webAddress } from './scalars.ts';

const keyPoint = z.strictObject({
  label: line(40).optional().describe('What the point answers, set in bold before it: "What happened".'),
  text: line(300).describe('The point, in a sentence.'),
});

const fact = z.strictObject({
  id: slug().optional().describe('Names the fact within its briefing, so that an update can say that it is new.'),
  label: line(80).describe('What the figure is of: "Height of the crane".'),
  value: line(80).describe(
    'The figure or the few words themselves. Numbers go between quotation marks, so that they are shown as typed.',
  ),
  note: line(200).optional().describe('What a reader needs to weigh it: "not independently verified".'),
  by: slug().describe('Who says so: the id of a source.'),
  asOf: eventDateText().optional().describe('When they said so, or what date the fact speaks of.'),
});

export const event = z.strictObject({
  id: slug().optional().describe('Names the event across briefings, so that a story shows it once.'),
  date: eventDateText().describe(
    'As exactly as it is known: 2014, 2022-02, 2026-02-01, a range with a slash, or about, 2026-02~.',
  ),
  text: line(120).describe('What happened, in a few words.'),
  detail: line(240).optional().describe('A sentence more on it.'),
  place: slug().optional().describe('Where, for the map of the story: an id of places.yaml.'),
  by: slug().optional().describe('Who says so: the id of a source. Left out only where nobody in particular does.'),
  status: z
    .enum(['happened', 'scheduled', 'cancelled'])
    .default('happened')
    .describe('Whether it happened, is to come, or was called off.'),
});

/** The same briefing in another language, on another site. */
const elsewhere = z.strictObject({
  language: languageTag().describe('Its language, as a BCP 47 tag.'),
  url: webAddress()
    .refine((url) => url.startsWith('https:'), 'must be an address that begins with https:')
    .describe('Its whole address, from https:// on.'),
});

/** Its keys, before they are held against each other. */
export const briefingFields = z.strictObject({
  headline: line(200).describe('What is new, in one line.'),
  standfirst: line(400).describe('The summary under the headline, in lists and in feeds.'),
  kind: z
    .enum(['news', 'background', 'analysis'])
    .default('news')
    .describe('Told to search engines: news, the background to it, or an analysis.'),
  eyebrow: line(40)
    .optional()
    .describe('The label above the headline in lists. Without one, the first topic stands there.'),
  publishedAt: instant().describe(
    'When it is published, with the offset from UTC. Never moves once the briefing is public.',
  ),
  dateline: line(80).optional().describe('The place of reporting.'),
  place: slug().optional().describe('Where what it tells takes place: an id of places.yaml.'),
  byline: line(120).optional().describe('Who wrote it. Without one, the publication is the author.'),
  story: slug().optional().describe('The running story that it belongs to: the name of a file in content/stories.'),
  topics: z
    .array(slug())
    .min(1)
    .max(6)
    .refine(isUnique, 'a topic stands twice')
    .describe('Ids of topics.yaml, the main one first.'),
  keyPoints: z.array(keyPoint).min(2).max(5).describe('The points above the body, two to five.'),
  facts: z.array(fact).min(1).max(12).describe('The fact box. Its first fact is drawn large.'),
  timeline: z.array(event).min(1).describe('What happened when, in any order.'),
  questions: z.array(question).max(8).default([]).describe('Who says what on the same matter, and how it stands.'),
  tallies: z.array(tally).max(6).default([]).describe('Totals and their parts.'),
  series: z.array(series).max(4).default([]).describe('Values over dates.'),
  changes: z
    .array(change)
    .max(60)
    .default([])
    .describe('What was changed since it was published. When it was last changed follows from here.'),
  draft: z
    .boolean()
    .default(false)
    .describe('`true` keeps it out of every page, feed, list and count of a build; `npm run dev` shows it.'),
  embargoUntil: instant().optional().describe('Not public before this instant.'),
  aliases: aliases(),
  language: languageTag()
    .optional()
    .describe('Its language, as a BCP 47 tag: uk. Left out, it is that of the publication.'),
  translations: z
    .array(briefingId())
    .max(50)
    .refine(isUnique, 'a briefing stands twice')
    .default([])
    .describe(
      'The same briefing in other languages: their ids, like 2026/crane. It is enough that one of them names the others.',
    ),
  translatedElsewhere: z
    .array(elsewhere)
    .max(50)
    .default([])
    .describe('The same briefing in other languages, on other sites.'),
});

/** One dated article. Its body is the Markdown or MDX below the front matter. */
export const briefing = briefingFields.superRefine((given, context) => {
  const taken = new Set<string>();
  for (const name of PARTS) {
    for (const [index, { id }] of given[name].entries()) {
      const message = `"${id}" names another part of the briefing already`;
      if (id !== undefined && taken.has(id)) context.addIssue({ code: 'custom', path: [name, index, 'id'], message });
      if (id !== undefined) taken.add(id);
    }
  }
});

export type Briefing = z.output<typeof briefing>;
export type Fact = Briefing['facts'][number];
export type Event = Briefing['timeline'][number];
export type KeyPoint = Briefing['keyPoints'][number];

/** The lists whose entries may have ids. No two entries of a briefing have the same. */
export const PARTS = ['facts', 'timeline', 'questions', 'tallies', 'series'] as const;

function isUnique(list: readonly string[]): boolean {
  return new Set(list).size === list.length;
}
