import { z } from 'astro/zod';
import { mayTurn } from './characters.ts';
import { EVENT_DATE_FORMS, parseEventDate } from './event-date.ts';

/** One line of plain text: no markup is read in it. */
export const line = (max = 200) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\n\r]*$/, 'must be one line')
    .refine((text) => !CONTROL.test(text), {
      message: 'it has an invisible control character. Delete it',
      params: { rule: 'control-character' },
    })
    .refine(mayTurn, {
      message: 'an invisible character turns the direction of the text. Delete it',
      params: { rule: 'bidi-control' },
    });

/** What XML, and so every feed, cannot hold (w3.org/TR/xml, Char), and a calendar neither; line ends are told apart. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF\p{Cs}]/u;

export const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';

/** The name of a file or an entry as it stands in an address: lower-case letters, digits and single hyphens. */
export const slug = () => z.string().regex(new RegExp(`^${SLUG}$`), 'must be lower-case letters, digits and hyphens');

/** A briefing as other files name it: the name of its file within content/briefings, 2026/abu-dhabi-talks. */
export const briefingId = () =>
  z.string().regex(new RegExp(`^\\d{4}/${SLUG}$`), 'must be a year and the name of a file, like 2026/crane');

/** A point in time with its offset from UTC (RFC 3339), to the second or finer: 2026-01-26T18:30:00Z. */
export const instant = () =>
  z.iso.datetime({ offset: true, error: 'must be a date and time with an offset, like 2026-01-26T18:30:00Z' });

/** When something happened or was said, at the precision that is known. A bare year comes out of YAML as a number. */
export const eventDateText = () =>
  z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    z.string().superRefine((text, context) => {
      const parsed = parseEventDate(text);
      if (!parsed.ok) {
        context.addIssue({
          code: 'custom',
          message: `"${text}" cannot be read as a date: ${parsed.problem}. Accepted: ${EVENT_DATE_FORMS}`,
          params: { rule: 'event-date' },
        });
      }
    }),
  );

/** What a part of an old address may hold once it is decoded: nothing that means something to a server, a page or a file system. */
const OLD_PART = /^(?!\.)[\p{L}\p{M}\p{N}._~-]+$/u;

/**
 * An address that a page had before, from the root of the site: /2025/old-name/. It comes out as it stands in an address,
 * with letters outside ASCII percent-encoded (RFC 3986), whether they were written so or not.
 */
export const oldAddress = () =>
  z
    .string()
    .max(200)
    .refine((text) => decodedParts(text)?.every((part) => OLD_PART.test(part) && part !== 'index.html'), {
      error:
        'must be an old address from the root of the site, like /2025/old-name/, of letters, digits, hyphens, dots, tildes and underscores, without index.html',
    })
    .overwrite((text) => `/${(decodedParts(text) ?? []).map(encodeURIComponent).join('/')}/`);

/** The addresses that a page had before. */
export const aliases = () =>
  z
    .array(oldAddress())
    .max(20)
    .default([])
    .describe('Addresses that it had before, like /2025/old-name/. Whoever asks for one is led here.');

/** The parts of an address between its slashes, decoded; nothing if it does not begin and end with one. */
function decodedParts(address: string): string[] | undefined {
  if (!/^\/.+\/$/s.test(address)) return undefined;
  try {
    return address.slice(1, -1).split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** The name of a language as it is written everywhere (BCP 47, canonical): en-GB. */
export const languageTag = () => z.string().refine(isLanguage, 'must be a language tag, like en-GB');

function isLanguage(tag: string): boolean {
  try {
    // No language has a longer name than three letters (BCP 47, 2.2.1).
    return /^[a-z]{2,3}\b/.test(tag) && Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

/** An address on the web; letters that an address cannot hold are written as it holds them (RFC 3986). */
export const webAddress = () =>
  z
    .url({ protocol: /^https?$/, error: 'must be a web address, like https://example.org/' })
    .overwrite((address) => (URL.canParse(address) ? new URL(address).href : address));
