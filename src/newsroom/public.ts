import type { Briefing } from '../schemas/briefing.ts';

/** The one place that decides whether a briefing may be seen at an instant. */
export function isPublic({ draft, embargoUntil }: Pick<Briefing, 'draft' | 'embargoUntil'>, asOf: string): boolean {
  return !draft && (embargoUntil === undefined || Date.parse(embargoUntil) <= Date.parse(asOf));
}
