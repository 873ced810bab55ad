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

/** The known name that a misspelt one can only mean: at most two letters away, and nearer than any other. */
export function meantName(name: string, known: readonly string[]): string | undefined {
  const near = known
    .map((other) => ({ other, far: distance(name.toLowerCase(), other.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const [first, second] = near;
  if (!first || first.far > 2 || first.far * 2 >= first.other.length) return undefined;
  return second === undefined || first.far < second.far ? first.other : undefined;
}
