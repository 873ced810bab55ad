import { z } from 'astro/zod';
import { instant, languageTag, line, webAddress } from './scalars.ts';

/** What stands beside the pages, the latest feeds and the calendars, and may be left out. */
export const EXTRAS = ['cards', 'json', 'markdown', 'newsletters', 'archives', 'search'] as const;

export type Extra = (typeof EXTRAS)[number];

/** The publication: everything that is true of all its pages. */
export const site = z.strictObject({
  name: line(60),
  tagline: line(160),
  url: webAddress()
    .refine((url) => !/[?#]/.test(url), 'must be an address without ? and #')
    .describe('Where it is published. A path, as in https://example.org/news/, puts the whole site under it.'),
  language: languageTag().describe(
    'The language of the content, as a BCP 47 tag: en-GB. Dates, numbers and the words of the interface follow it.',
  ),
  timeZone: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone, like Europe/Kyiv')
    .describe('The IANA time zone in which days begin and end: Europe/Kyiv.'),
  contact: z
    .email({ error: 'must be an email address' })
    .optional()
    .describe('An address for email, shown at the foot of every page.'),
  licence: z
    .strictObject({ name: line(120), url: webAddress().optional() })
    .optional()
    .describe('What readers may do with the content.'),
  mdx: z.boolean().default(true).describe('Whether briefings may be MDX, which is code and trusted as such.'),
  asOf: instant()
    .optional()
    .describe('The instant that the site speaks as of. Left out, it is the start of each build.'),
  precompress: z
    .boolean()
    .default(false)
    .describe('Whether a build writes compressed files beside the others, for a server that sends them as they are.'),
  newSince: z
    .boolean()
    .default(false)
    .describe('Whether the home page and stories mark what is new since a reader was last there: by a small script.'),
  offline: z
    .boolean()
    .optional()
    .describe(
      'true: browsers keep the pages last read, for when there is no network. false: they drop what they keep.',
    ),
  extras: z
    .array(z.enum(EXTRAS))
    .default([...EXTRAS])
    .describe('What is published beside pages, feeds and calendars. Left out, it is all of these; [] is none.'),
});

export type Site = z.output<typeof site>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^(UTC|[A-Z][A-Za-z_]+\/.+)$/.test(name);
  } catch {
    return false;
  }
}
