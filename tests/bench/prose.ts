import { random } from '../support/random.ts';

const WORDS = 30_000;
const SYLLABLES = 'ba de fi go hu ka le mi no pu ra se ti vo wu za bre cli dro flu'.split(' ');
const PARAGRAPHS = 5;
const PER_PARAGRAPH = 90;

/** A made-up word. @param rank how many others are more frequent, from 1 to 30,000. */
export function wordOf(rank: number): string {
  const last = SYLLABLES[rank % SYLLABLES.length] ?? '';
  return rank < SYLLABLES.length ? last : wordOf(Math.floor(rank / SYLLABLES.length)) + last;
}

/**
 * A text of 450 made-up words, each as frequent as its rank is in a language (Zipf's law): the first ones stand in every text, the
 * last ones in one of a thousand. The same seed gives the same text.
 */
export function prose(seed: number): string {
  const next = random(seed);
  const paragraph = () =>
    Array.from({ length: PER_PARAGRAPH }, () => wordOf(Math.max(1, Math.floor(WORDS ** next())))).join(' ');
  return `${Array.from({ length: PARAGRAPHS }, () => `${paragraph()}.`).join('\n\n')}\n`;
}
