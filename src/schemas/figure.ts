import { z } from 'astro/zod';
import { firstDay, parseEventDate } from './event-date.ts';
import { eventDateText, line, slug } from './scalars.ts';

const count = () => z.int().min(0).overwrite(unsigned);

/** YAML reads `-0`, which JSON cannot write. */
function unsigned(value: number): number {
  return value === 0 ? 0 : value;
}

const part = z.strictObject({
  label: line(80),
  value: count().describe('A whole number.'),
  emphasis: z.boolean().default(false).describe('Drawn so that it is seen first.'),
});

/** A total and its parts, as one source reports them. What the parts leave over is computed, never typed. */
export const tally = z
  .strictObject({
    id: slug().describe('Names the tally within its briefing.'),
    label: line(120).describe('What is counted, as its heading.'),
    by: slug().describe('Who reports it: the id of a source.'),
    on: eventDateText().describe('When they reported it.'),
    unit: line(30).optional().describe('What is counted: "drones".'),
    total: z.int().min(1).describe('A whole number; the parts make no more.'),
    parts: z.array(part).min(1).max(6).describe('What the total is made of. What they leave over is computed.'),
    remainderNote: line(120)
      .optional()
      .describe('What is known of the rest, where the parts leave one: "not accounted for in the report".'),
    note: line(200).optional().describe('What a reader needs to weigh it.'),
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
  value: z.number().overwrite(unsigned),
});

const seriesLine = z.strictObject({
  by: slug().describe('Who reports it: the id of a source.'),
  label: line(60).optional().describe('Tells two lines of one source apart.'),
  values: z.array(point).min(2).max(400).refine(areDatesUnique, 'a date stands twice, or two begin on one day'),
});

/** Values over dates, as one source or several report them: a line each. */
export const series = z.strictObject({
  id: slug().describe('Names the series within its briefing.'),
  label: line(120).describe('What is counted, as its heading.'),
  unit: line(30).optional().describe('What is counted: "drones a night".'),
  shape: z
    .enum(['line', 'step'])
    .default('line')
    .describe('`step` for what holds until the next value; `line` for what changes between them.'),
  lines: z.array(seriesLine).min(1).max(4).describe('One for each source.'),
  note: line(200).optional().describe('What a reader needs to weigh it.'),
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
