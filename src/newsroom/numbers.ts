import type { DateStyle } from './dates.ts';

/** A number as the publication's language writes it: "1,250". */
export function numberText(value: number, { language }: Pick<DateStyle, 'language'>): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
}

/** The same where there is little room: "20M". */
export function shortNumberText(value: number, { language }: Pick<DateStyle, 'language'>): string {
  const notation = Math.abs(value) < 10_000 ? 'standard' : 'compact';
  return new Intl.NumberFormat(language, { notation, maximumSignificantDigits: 4 }).format(value);
}
