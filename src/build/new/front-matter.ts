import { z } from 'astro/zod';
import { stringify } from 'yaml';
import { unwrap } from '../../schemas/unwrap.ts';

/**
 * Writes front matter with help in it. Every key has its description out of the schema as a comment, `# Like this.`. An
 * optional key is there as a line that is switched off, `#like: this`: taking the `#` away switches it on.
 *
 * @param schema of the front matter.
 * @param values what stands at each key; keys without a value are left out.
 * @param kept the optional keys that are switched on.
 * @returns YAML, a line break at its end.
 */
export function frontMatter(schema: z.ZodObject, values: object, kept: ReadonlySet<string>): string {
  const fields = fieldsOf(schema, values).map(({ key, description, value, field, optional }) => {
    const off = optional && !kept.has(key);
    const lines = written(key, value, field, optional);
    return [...prose(description), ...(off ? lines.map((line) => `#${line}`) : lines)].join('\n');
  });
  return `${fields.join('\n\n')}\n`;
}

interface Field {
  key: string;
  description: string | undefined;
  value: unknown;
  field: unknown;
  optional: boolean;
}

/** The keys that have a value, those that are required first. */
function fieldsOf(schema: z.ZodObject, values: object): Field[] {
  const given = new Map<string, unknown>(Object.entries(values));
  const fields = Object.entries(schema.shape).flatMap(([key, field]) => {
    const value = given.get(key);
    if (value === undefined || !(field instanceof z.ZodType)) return [];
    const optional = field.safeParse(undefined).success;
    return [{ key, description: field.description, value, field, optional }];
  });
  return [...fields.filter(({ optional }) => !optional), ...fields.filter(({ optional }) => optional)];
}

/** @param whole true for what is switched on or off as one: nothing within it is switched off alone. */
function written(key: string, value: unknown, field: unknown, whole: boolean): string[] {
  const inner = unwrap(field);
  if (inner instanceof z.ZodObject && isMap(value)) return [`${key}:`, ...indented(entry(inner, value, whole, true))];
  const element = inner instanceof z.ZodArray ? unwrap(inner.element) : undefined;
  if (element instanceof z.ZodObject && Array.isArray(value)) {
    const items = value.filter(isMap).map((item, index) => listed(entry(element, item, whole, index === 0)));
    return [`${key}:`, ...indented(items.flat())];
  }
  const text = Array.isArray(value) ? `[${value.map(scalar).join(', ')}]` : scalar(value);
  return [`${key}: ${text}`];
}

/** An object within the front matter. Of several alike, only the first explains its keys. */
function entry(schema: z.ZodObject, values: object, whole: boolean, explained: boolean): string[] {
  return fieldsOf(schema, values).flatMap(({ key, description, value, field, optional }) => {
    const lines = written(key, value, field, whole);
    const off = optional && !whole;
    return [...(explained ? prose(description) : []), ...(off ? lines.map((line) => `#${line}`) : lines)];
  });
}

/** Sets the dash of a list before the first line that is no comment. */
function listed(lines: string[]): string[] {
  const first = lines.findIndex((line) => !line.startsWith('#'));
  return lines.map((line, index) => (index < first ? line : index === first ? `- ${line}` : `  ${line}`));
}

function indented(lines: string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** As comments of at most 100 characters a line. */
function prose(text = ''): string[] {
  return [...text.matchAll(/\S.{0,96}\S(?=\s|$)|\S/g)].map(([line]) => `# ${line}`);
}

function scalar(value: unknown): string {
  return stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN', blockQuote: false }).trimEnd();
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
