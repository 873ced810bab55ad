import { localesOf } from '../languages/locales.ts';
import type { DateStyle } from './dates.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** Each is made once: making one takes far longer than using it. */
function formatOf(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = JSON.stringify([language, options]);
  const format = formats.get(key) ?? new Intl.NumberFormat(localesOf(language), options);
  formats.set(key, format);
  return format;
}

/** A number as the publication's language writes it: "1,250". */
export function numberText(value: number, { language }: Pick<DateStyle, 'language'>): string {
  return formatOf(language, { maximumFractionDigits: 6 }).format(value);
}

/** The same where there is little room: "20M". */
export function shortNumberText(value: number, { language }: Pick<DateStyle, 'language'>): string {
  const notation = Math.abs(value) < 10_000 ? 'standard' : 'compact';
  return formatOf(language, { notation, maximumSignificantDigits: 4 }).format(value);
}
