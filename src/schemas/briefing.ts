import { z } from 'astro/zod';
import { change } from './change.ts';
import { series, tally } from './figure.ts';
import { question } from './question.ts';
import { eventDateText, instant, line, oldAddress, slug } from './scalars.ts';

const keyPoint = z.strictObject({
  /** What the point answers, set in bold before it: "What happened". */
  label: line(40).optional(),
  text: line(300),
});

const fact = z.strictObject({
  /** Names the fact within its briefing, so that an update can say that it is new. */
  id: slug().optional(),
  label: line(80),
  /** The figure or the few words themselves. Numbers go between quotation marks, so that they are shown as typed. */
  value: line(80),
  /** What a reader needs to weigh it: "not independently verified". */
  note: line(200).optional(),
  /** Who says so: the id of a source. */
  by: slug(),
  /** When they said so, or what date the fact speaks of. */
  asOf: eventDateText().optional(),
});

export const event = z.strictObject({
  /** Names the event across briefings, so that a story shows it once. */
  id: slug().optional(),
  date: eventDateText(),
  /** What happened, in a few words. */
  text: line(120),
  detail: line(240).optional(),
  /** Who says so: the id of a source. Left out only where nobody in particular does. */
  by: slug().optional(),
  status: z.enum(['happened', 'scheduled', 'cancelled']).default('happened'),
});

/** Its keys, before they are held against each other. */
export const briefingFields = z.strictObject({
  headline: line(200),
  /** The summary under the headline, in lists and in feeds. */
  standfirst: line(400),
  /** Told to search engines: news, the background to it, or an analysis (schema.org's kinds of NewsArticle). */
  kind: z.enum(['news', 'background', 'analysis']).default('news'),
  /** The label above the headline in lists. Without one, the first topic stands there. */
  eyebrow: line(40).optional(),
  /** Never moves once the briefing is public. */
  publishedAt: instant(),
  /** The place of reporting. */
  dateline: line(80).optional(),
  /** Who wrote it. Without one, the publication is the author. */
  byline: line(120).optional(),
  /** The running story that it belongs to: the name of a file in content/stories. */
  story: slug().optional(),
  topics: z.array(slug()).min(1).max(6).refine(isUnique, 'a topic stands twice'),
  keyPoints: z.array(keyPoint).min(2).max(5),
  facts: z.array(fact).min(1).max(12),
  timeline: z.array(event).min(1),
  /** Who says what on the same matter, and how it stands. */
  questions: z.array(question).max(8).default([]),
  /** Totals and their parts. */
  tallies: z.array(tally).max(6).default([]),
  /** Values over dates. */
  series: z.array(series).max(4).default([]),
  /** What was changed since it was published. When it was last changed follows from here. */
  changes: z.array(change).max(60).default([]),
  /** A draft is in no page, feed, list or count of a build; `npm run dev` shows it. */
  draft: z.boolean().default(false),
  /** Not public before this instant. */
  embargoUntil: instant().optional(),
  /** Addresses that it had before. Whoever asks for one is led here. */
  aliases: z.array(oldAddress()).max(20).default([]),
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
