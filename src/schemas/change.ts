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
    /**
     * `correction`: what was published was wrong. `clarification`: it was true and could mislead. `update`: something
     * happened since. `withdrawal`: the briefing is taken back; its address stays, with this notice.
     */
    kind: z.enum(['correction', 'clarification', 'update', 'withdrawal']),
    at: instant(),
    /** What was changed or why the briefing was withdrawn, in a sentence or two. */
    what: line(400),
    /** What stood there before, and what stands there now. A correction has both. */
    was: line(400).optional(),
    now: line(400).optional(),
    /** Puts the notice above the body. */
    grave: z.boolean().default(false),
    /** What an update added: ids of events, facts, questions, tallies and series of this briefing. They are marked as new. */
    added: z.array(slug()).min(1).optional(),
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
