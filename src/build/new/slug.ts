import slugify from '@sindresorhus/slugify';
import { slug } from '../../schemas/scalars.ts';

/** Long enough to be told apart, short enough to be read out. */
const LONGEST = 60;

/**
 * The name of a file out of a headline: `Zelenskyy’s plan` becomes `zelenskyys-plan`, `Київ` `kiyiv`.
 *
 * @param language of the headline, as a BCP 47 tag: letters are written as it writes them in Latin ones.
 * @returns at most 60 characters, cut between words; the empty string where nothing of it can be written so.
 */
export function slugOf(headline: string, language: string): string {
  const [locale] = language.split('-', 1);
  const words = slugify(headline, { decamelize: false, locale }).split('-');
  const kept = words.reduce((made, word) => {
    const longer = made === '' ? word : `${made}-${word}`;
    return longer.length <= LONGEST ? longer : made === '' ? word.slice(0, LONGEST) : made;
  }, '');
  // What it cannot write it leaves as it is.
  return slug().safeParse(kept).success ? kept : '';
}
