import { z } from 'astro/zod';
import { firstDay, parseEventDate } from './event-date.ts';
import { eventDateText, line, slug } from './scalars.ts';

const count = () => z.int().min(0);

const part = z.strictObject({
  label: line(80),
  value: count(),
  /** Drawn so that it is seen first. */
  emphasis: z.boolean().default(false),
});

/** A total and its parts, as one source reports them. What the parts leave over is computed, never typed. */
export const tally = z
  .strictObject({
    id: slug(),
    label: line(120),
    by: slug(),
    on: eventDateText(),
    /** What is counted: "drones". */
    unit: line(30).optional(),
    total: z.int().min(1),
    parts: z.array(part).min(1).max(6),
    /** What is known of the rest: "not accounted for in the report". */
    remainderNote: line(120).optional(),
    note: line(200).optional(),
  })
  .superRefine(({ total, parts, remainderNote }, context) => {
    const wrong = (path: string, rule: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message, params: { rule } });
    // What is negative is told by itself.
    if (total < 1 || parts.some(({ value }) => value < 0)) return;
    const rest = remainderOf({ total, parts });
    const sum = total - rest;
    if (rest < 0) wrong('parts', 'tally-sum', `the parts make ${sum}, more than the total of ${total}`);
    if (rest > 0 && remainderNote === undefined) {
      const mend = 'Add "remainderNote: …" to say what is known of the rest';
      wrong('parts', 'tally-remainder', `the parts make ${sum}, ${rest} less than the total of ${total}. ${mend}`);
    }
    if (rest === 0 && remainderNote !== undefined) {
      wrong('remainderNote', 'tally-remainder', `the parts make ${sum}, the whole total: nothing is left over to note`);
    }
  });

/** What the parts of a tally leave over of its total. */
export function remainderOf({ total, parts }: { total: number; parts: readonly { value: number }[] }): number {
  return parts.reduce((rest, { value }) => rest - value, total);
}

const point = z.strictObject({
  on: eventDateText().refine((edtf) => {
    const parsed = parseEventDate(edtf);
    return !parsed.ok || parsed.date.end === undefined;
  }, 'must be one date, not a range'),
  value: z.number(),
});

const seriesLine = z.strictObject({
  by: slug(),
  /** Tells two lines of one source apart. */
  label: line(60).optional(),
  values: z.array(point).min(2).max(400).refine(areDatesUnique, 'a date stands twice, or two begin on one day'),
});

/** Values over dates, as one source or several report them: a line each. */
export const series = z.strictObject({
  id: slug(),
  label: line(120),
  /** What is counted: "drones a night". */
  unit: line(30).optional(),
  /** `step` for what holds until the next value; `line` for what changes between them. */
  shape: z.enum(['line', 'step']).default('line'),
  lines: z.array(seriesLine).min(1).max(4),
  note: line(200).optional(),
});

export type Tally = z.output<typeof tally>;
export type Series = z.output<typeof series>;

/** A year and its January begin on one day, and would stand on one place. */
function areDatesUnique(values: readonly { on: string }[]): boolean {
  const days = values.map(({ on }) => {
    const parsed = parseEventDate(on);
    return parsed.ok ? firstDay(parsed.date) : on;
  });
  return new Set(days).size === days.length;
}
