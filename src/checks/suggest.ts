import { closest, distance } from 'fastest-levenshtein';

/** ` Did you mean "diplomacy"?` for a name that is near a known one, else the empty string. */
export function didYouMean(name: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const nearest = closest(name, known);
  const near =
    distance(name, nearest) <= Math.max(2, Math.floor(name.length / 3)) ||
    nearest.startsWith(name) ||
    name.startsWith(nearest);
  return near ? ` Did you mean "${nearest}"?` : '';
}
