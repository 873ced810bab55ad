import { z } from 'astro/zod';
import { eventDateText, line, slug, webAddress } from './scalars.ts';

/** How the statements on a question stand to each other. */
export const STANDINGS = ['agreed', 'disputed', 'open', 'notComparable', 'oneSource'] as const;

/** Where a statement can be read. Only what is known stands here. */
const citation = z
  .strictObject({
    publisher: line(120).optional(),
    url: webAddress().optional(),
    archiveUrl: webAddress().optional().describe('A copy that stays when the page goes.'),
    accessed: eventDateText().optional().describe('When it was read.'),
    excerpt: line(600).optional().describe('The passage itself.'),
  })
  .refine((given) => Object.keys(given).length > 0, 'must say something, or be left out');

const statement = z
  .strictObject({
    by: slug().describe('Who says so: the id of a source.'),
    on: eventDateText().describe('When they said so.'),
    says: line(400).optional().describe('What they said, in the words of the publication.'),
    quote: line(400)
      .refine((words) => !/^["“„«‹].*["”“»›]$/.test(words), 'must stand without quotation marks: the page sets them')
      .optional()
      .describe('What they said, in their own words, without quotation marks.'),
    citation: citation.optional().describe('Where it can be read. Only what is known stands here.'),
  })
  .refine(({ says, quote }) => says !== undefined || quote !== undefined, {
    message: 'a statement takes "says", "quote" or both',
    params: { rule: 'missing' },
  });

/** What several statements are about, and how they stand to each other. */
export const question = z.strictObject({
  id: slug().describe('Names the question across briefings, so that a story can tell how its standing changed.'),
  about: line(160).describe('What the statements are about.'),
  standing: z
    .enum(STANDINGS)
    .describe('How the statements stand to each other. `open`: in dispute, and no position is on record by name.'),
  note: line(300).describe('Why it stands so.'),
  statements: z.array(statement).max(12).default([]).describe('Who says what: each has "says", "quote" or both.'),
});

export type Question = z.output<typeof question>;
export type Statement = Question['statements'][number];
export type Standing = Question['standing'];
