import { z } from 'astro/zod';
import { unwrap } from '../schemas/unwrap.ts';
import type { Document, Path } from './document.ts';
import type { Fix, Mistake } from './mistake.ts';
import { repairedDate, repairedInstant } from './repairs.ts';
import { meantName } from './suggest.ts';
import { unknownKey, type Wording, wordingOf } from './wording.ts';

/**
 * Checks what one entry says against its schema.
 *
 * @param at the entry's own place in its document: `[]` for front matter, `[3]` for the fourth of a list.
 * @returns the entry as the schema puts it out, or all that is wrong with it.
 */
export function checkShape<Schema extends z.ZodType>(
  schema: Schema,
  document: Document,
  at: Path,
): { ok: true; data: z.output<Schema> } | { ok: false; mistakes: Mistake[] } {
  const entry = at.reduce(child, document.data);
  const result = schema.safeParse(entry);
  if (result.success) return { ok: true, data: result.data };
  const { issues } = result.error;
  const mistakes = issues.filter(isOwn).flatMap((issue): Mistake[] => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      const known = keysAt(schema, path);
      const there = path.reduce(child, entry);
      const meant = issue.keys.map((key) => meantName(key, known));
      const rivals = Map.groupBy(meant, (name) => name);
      return issue.keys.map((key, index) => ({
        file: document.file,
        ...document.locateKey([...at, ...path], key),
        ...unknownKey(key, known),
        fix:
          rivals.get(meant[index])?.length === 1
            ? keyFix(meant[index], there, document.lengthOf([...at, ...path], key))
            : undefined,
      }));
    }
    const there = [...at, ...path];
    const given = path.reduce(child, entry);
    const wording = wordingOf(issue, fieldName(path), given, document.written(there));
    return [{ file: document.file, ...document.locate(there), ...withMend(wording, given, document.lengthOf(there)) }];
  });
  return { ok: false, mistakes };
}

/** A misspelt key is mended where one key can be meant alone, and is not there already. */
function keyFix(meant: string | undefined, there: unknown, length: number | undefined): Fix | undefined {
  const taken = meant !== undefined && child(there, meant) !== undefined;
  return meant === undefined || taken || length === undefined ? undefined : { length, replacement: meant };
}

/** A date in another form that can mean one date alone is mended. */
function withMend(wording: Wording, given: unknown, length: number | undefined): Wording & { fix?: Fix } {
  if (typeof given !== 'string') return wording;
  const repair = { 'event-date': repairedDate, instant: repairedInstant }[String(wording.rule)];
  const replacement = repair?.(given);
  if (replacement === undefined) return wording;
  const message = `${wording.message} Write ${replacement}.`;
  return { ...wording, message, ...(length !== undefined && { fix: { length, replacement } }) };
}

/** Of a value of the wrong type only that is told, not that its length is wrong too. */
function isOwn(issue: z.core.$ZodIssue, _index: number, issues: readonly z.core.$ZodIssue[]): boolean {
  const typed = (other: z.core.$ZodIssue) =>
    other.code === 'invalid_type' &&
    other.path.length === issue.path.length &&
    other.path.every((step, index) => step === issue.path[index]);
  return issue.code === 'invalid_type' || !issues.some(typed);
}

/** The last key of a path, as the editor wrote it; an entry of a list has its number: "topics 2". */
function fieldName(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the entry';
  return typeof last === 'number' ? `${String(path.at(-2) ?? 'entry')} ${last + 1}` : last;
}

function child(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, step)?.value;
}

/** The keys that the schema knows at a path. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  const node = path.reduce<unknown>((parent, step) => {
    const schemaHere = unwrap(parent);
    if (schemaHere instanceof z.ZodObject) return schemaHere.shape[step];
    return schemaHere instanceof z.ZodArray ? schemaHere.element : undefined;
  }, schema);
  const object = unwrap(node);
  return object instanceof z.ZodObject ? Object.keys(object.shape) : [];
}
