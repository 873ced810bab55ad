import { z } from 'astro/zod';
import { instant, line, slug } from './scalars.ts';

/** The keys of a change that belong to some kinds only. */
const ONLY_FOR = {
  was: ['correction', 'clarification'],
  now: ['correction', 'clarification'],
  added: ['update'],
} as const;

/** What was changed in a briefing after it was published, and when. */
export const change = z
  .strictObject({
    kind: z
      .enum(['correction', 'clarification', 'update', 'withdrawal'])
      .describe(
        '`correction`: what was published was wrong. `clarification`: it was true and could mislead. `update`: something ' +
          'happened since. `withdrawal`: the briefing is taken back; its address stays, with this notice.',
      ),
    at: instant().describe('When it was changed.'),
    what: line(400).describe('What was changed or why the briefing was withdrawn, in a sentence or two.'),
    was: line(400).optional().describe('What stood there before. A correction has it, a clarification may.'),
    now: line(400).optional().describe('What stands there now. A correction has it, a clarification may.'),
    grave: z.boolean().default(false).describe('Puts the notice above the body.'),
    added: z
      .array(slug())
      .min(1)
      .optional()
      .describe(
        'What an update added: ids of events, facts, questions and figures of this briefing. They are marked as new.',
      ),
  })
  .superRefine((given, context) => {
    const wrong = (path: string[], rule: string, message: string) =>
      context.addIssue({ code: 'custom', path, message, params: { rule } });
    for (const key of ['was', 'now', 'added'] as const) {
      const kinds: readonly string[] = ONLY_FOR[key];
      if (given[key] !== undefined && !kinds.includes(given.kind)) {
        wrong([key], 'change-kind', `it belongs to changes of the kind ${kinds.join(' or ')}, not ${given.kind}`);
      }
    }
    if (given.kind === 'correction' && (given.was === undefined || given.now === undefined)) {
      wrong([], 'missing', 'a correction says what "was" there and what is there "now"');
    }
  });

export type Change = z.output<typeof change>;
export type ChangeKind = Change['kind'];
