import { localesOf } from './locales.ts';

/** A text for each plural form that a language has (CLDR), with the number in place of `#`. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * How a language says how many.
 *
 * @param language of the texts: its rules choose among them.
 * @param tag of what they stand in, as a BCP 47 tag: numbers are written as it writes them.
 */
export function counter(language: string, tag: string): (forms: Forms) => (count: number) => string {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(localesOf(tag));
  return (forms) => (count) => (forms[rules.select(count)] ?? forms.other).replace('#', numbers.format(count));
}
