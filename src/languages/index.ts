import { ar } from './ar.ts';
import { en } from './en.ts';
import { uk } from './uk.ts';

/** All words of the interface in one language. */
export type Words = ReturnType<typeof en>;

/** The languages that there are words in, by their subtags (BCP 47). */
export const LANGUAGES: Readonly<Record<string, (tag: string) => Words>> = { en, uk, ar };

const known = new Map<string, Words>();

/** The words of a language, or English where there are none in it. @param tag a BCP 47 tag. */
export function wordsOf(tag: string): Words {
  const words = known.get(tag) ?? (LANGUAGES[new Intl.Locale(tag).language] ?? en)(tag);
  known.set(tag, words);
  return words;
}

type Direction = 'ltr' | 'rtl';

const directions = new Map<string, Direction>();

/** Which way a language is written. @param tag a BCP 47 tag. */
export function directionOf(tag: string): Direction {
  const known = directions.get(tag);
  if (known) return known;
  const direction = RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
  directions.set(tag, direction);
  return direction;
}

/** ISO 15924. Intl.Locale's own getTextInfo is not in every runtime that this has to run on. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);
