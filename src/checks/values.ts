import type { z } from 'astro/zod';
import type { Path } from './document.ts';

/** The value of a key in what was read; nothing where it is not there. */
export function entryOf(data: unknown, key: string): unknown {
  if (typeof data !== 'object' || data === null) return undefined;
  return Object.entries(data).find(([name]) => name === key)?.[1];
}

/** Every text at a path, with the path that leads to it. */
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
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data)
    .filter(([key]) => key === step)
    .flatMap(([key, value]) => valuesAt(value, rest, [...before, key]));
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
