import { z } from 'astro/zod';
import { instant, line, webAddress } from './scalars.ts';

/** The publication: everything that is true of all its pages. */
export const site = z.strictObject({
  name: line(60),
  tagline: line(160),
  /** Where it is published. A path, as in https://example.org/news/, puts the whole site under it. */
  url: webAddress().refine((url) => !/[?#]/.test(url), 'must be an address without ? and #'),
  /** The language of the content, as a BCP 47 tag: en-GB. Dates and numbers follow it. */
  language: z.string().refine(isLanguage, 'must be a language tag, like en-GB'),
  /** The IANA time zone in which days begin and end: Europe/Kyiv. */
  timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone, like Europe/Kyiv'),
  /** An address for email, shown at the foot of every page. */
  contact: z.email({ error: 'must be an email address' }).optional(),
  /** What readers may do with the content. */
  licence: z.strictObject({ name: line(120), url: webAddress().optional() }).optional(),
  /** Whether briefings may be MDX, which is code and trusted as such. */
  mdx: z.boolean().default(true),
  /** The instant that the site speaks as of. Left out, it is the start of each build. */
  asOf: instant().optional(),
  /** Whether a build writes compressed files beside the others, for a server that sends them as they are. */
  precompress: z.boolean().default(false),
});

export type Site = z.output<typeof site>;

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^(UTC|[A-Z][A-Za-z_]+\/.+)$/.test(name);
  } catch {
    return false;
  }
}
