import type { z } from 'astro/zod';
import type { Path } from './document.ts';

/** The value of a key in what was read; nothing where it is not there. */
export function entryOf(data: unknown, key: string): unknown {
  return isRecord(data) ? data[key] : undefined;
}

/** What is asked for are keys of schemas, which no object has of itself. */
function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null;
}

/** Hands over every text at a path. A star stands for every entry of a list. */
export function eachText(data: unknown, pattern: readonly string[], take: (text: string) => void, depth = 0): void {
  const step = pattern[depth];
  if (step === undefined) {
    if (typeof data === 'string') take(data);
  } else if (step !== '*') eachText(entryOf(data, step), pattern, take, depth + 1);
  else if (Array.isArray(data)) for (const entry of data) eachText(entry, pattern, take, depth + 1);
}

/** The same texts, each with the path that leads to it. */
export function valuesAt(
  data: unknown,
  pattern: readonly string[],
  before: Path = [],
): { path: Path; value: string }[] {
  const [step, ...rest] = pattern;
  if (step === undefined) return typeof data === 'string' ? [{ path: before, value: data }] : [];
  if (step === '*') {
    return Array.isArray(data) ? data.flatMap((entry, index) => valuesAt(entry, rest, [...before, index])) : [];
  }
  return valuesAt(entryOf(data, step), rest, [...before, step]);
}

/** The entries of a list that fit a schema, each with its place. */
export function readable<Schema extends z.ZodType>(
  list: unknown,
  schema: Schema,
): { data: z.output<Schema>; index: number }[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry, index) => {
    const read = schema.safeParse(entry);
    return read.success ? [{ data: read.data, index }] : [];
  });
}
