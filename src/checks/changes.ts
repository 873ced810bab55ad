import type { Change } from '../schemas/change.ts';
import type { Path } from './document.ts';
import type { Mistake } from './mistake.ts';
import { didYouMean } from './suggest.ts';

/**
 * A change comes after publication, and what it says it added is there.
 *
 * @param parts the ids of all parts of the briefing.
 * @returns each problem with the place of its value within the change.
 */
export function changeProblems(
  { at, added = [] }: Change,
  publishedAt: string | undefined,
  parts: readonly string[],
): (Pick<Mistake, 'rule' | 'message'> & { path: Path })[] {
  const isEarly = publishedAt !== undefined && Date.parse(at) < Date.parse(publishedAt);
  const message = `The change is dated before "publishedAt", ${publishedAt}.`;
  return [
    ...(isEarly ? [{ path: ['at'], rule: 'change-time' as const, message }] : []),
    ...added.flatMap((id, index) => {
      if (parts.includes(id)) return [];
      const mend = didYouMean(id, parts);
      return [
        {
          path: ['added', index],
          rule: 'unknown-part' as const,
          message: `No part of this briefing has the id "${id}".${mend}`,
        },
      ];
    }),
  ];
}
