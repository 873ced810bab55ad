import type { Question } from '../schemas/question.ts';
import type { Source } from '../schemas/source.ts';
import { plural } from './mistake.ts';

/** What is wrong with the standing of a question: it has to follow from who speaks on it. */
export function standingProblem(
  { standing, statements }: Question,
  sources: ReadonlyMap<string, Source>,
): string | undefined {
  const speakers = [...new Set(statements.map(({ by }) => by))];
  const known = speakers.flatMap((by) => sources.get(by) ?? []);
  // Of an unknown source that alone is told: nobody knows whom it speaks for.
  if (known.length < speakers.length) return undefined;
  const sides = sidesOf(known);
  if ((standing === 'agreed' || standing === 'disputed') && sides.size < 2) {
    const mend = 'Add a statement of another side, or use "oneSource" or "open"';
    return `"${standing}" takes statements of two sides or more; ${hereAre(sides.size, 'side')}. ${mend}.`;
  }
  if (standing === 'notComparable' && statements.length < 2) {
    return `"notComparable" takes two statements or more; ${hereAre(statements.length, 'statement')}.`;
  }
  if (standing === 'oneSource' && speakers.length !== 1) {
    return `"oneSource" takes statements of one source; ${hereAre(speakers.length, 'source')}.`;
  }
  return undefined;
}

/** The sides that some sources speak for. Who speaks for none is a side alone. */
function sidesOf(sources: readonly Source[]): Set<string> {
  return new Set(sources.map(({ id, side }) => side ?? `source ${id}`));
}

function hereAre(count: number, noun: string): string {
  return `here ${count === 1 ? 'is' : 'are'} ${plural(count, noun)}`;
}
