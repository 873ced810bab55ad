import type { Fact } from '../schemas/briefing.ts';
import type { Question } from '../schemas/question.ts';
import { normalised } from './events.ts';
import { hashOf } from './hash.ts';

/**
 * The ids of the facts of a briefing on its page: by their own ids or, without one, by their labels and who says so. What is
 * corrected in the value leaves them as they are.
 */
export function factAnchors(facts: readonly Fact[]): string[] {
  return distinct(facts.map(({ id, label, by }) => `Fact-${id ?? hashOf(`${by} ${normalised(label) || label}`)}`));
}

/** The ids of the statements on a question, by who says what and when. */
export function statementAnchors({ id, statements }: Question): string[] {
  return distinct(
    statements.map(({ by, on, says = '', quote = '' }) => {
      const words = `${says} ${quote}`;
      return `Statement-${hashOf(`${id} ${by} ${on} ${normalised(words) || words}`)}`;
    }),
  );
}

/** The ids of the events of a page, by the keys that name them in their story. */
export function eventAnchors(events: readonly { key: string }[]): string[] {
  return distinct(events.map(({ key }) => `Event-${key}`));
}

/** The same names; where one stands again, a number is put after it, so that the first keeps it. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((name) => {
    let own = name;
    for (let number = 2; seen.has(own) || (own !== name && taken.has(own)); number += 1) own = `${name}-${number}`;
    seen.add(own);
    return own;
  });
}
