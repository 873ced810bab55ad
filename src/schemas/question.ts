import { z } from 'astro/zod';
import { eventDateText, line, slug, webAddress } from './scalars.ts';

/** How the statements on a question stand to each other. */
export const STANDINGS = ['agreed', 'disputed', 'open', 'notComparable', 'oneSource'] as const;

/** Where a statement can be read. Only what is known stands here. */
const citation = z
  .strictObject({
    publisher: line(120).optional(),
    url: webAddress().optional(),
    /** A copy that stays when the page goes. */
    archiveUrl: webAddress().optional(),
    /** When it was read. */
    accessed: eventDateText().optional(),
    /** The passage itself. */
    excerpt: line(600).optional(),
  })
  .refine((given) => Object.keys(given).length > 0, 'must say something, or be left out');

const statement = z
  .strictObject({
    /** Who says so: the id of a source. */
    by: slug(),
    /** When they said so. */
    on: eventDateText(),
    /** What they said, in the words of the publication. */
    says: line(400).optional(),
    /** What they said, in their own words, without quotation marks. */
    quote: line(400)
      .refine((words) => !/^["“„«‹].*["”“»›]$/.test(words), 'must stand without quotation marks: the page sets them')
      .optional(),
    citation: citation.optional(),
  })
  .refine(({ says, quote }) => says !== undefined || quote !== undefined, {
    message: 'a statement takes "says", "quote" or both',
    params: { rule: 'missing' },
  });

/** What several statements are about, and how they stand to each other. */
export const question = z.strictObject({
  /** Names the question across briefings, so that a story can tell how its standing changed. */
  id: slug(),
  about: line(160),
  /** `open`: in dispute, without positions on record by name. */
  standing: z.enum(STANDINGS),
  /** Why it stands so. */
  note: line(300),
  statements: z.array(statement).max(12).default([]),
});

export type Question = z.output<typeof question>;
export type Statement = Question['statements'][number];
export type Standing = Question['standing'];
