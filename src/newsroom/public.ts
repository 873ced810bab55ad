import { bodyFacts } from '../schemas/body-components.ts';
import type { Briefing } from '../schemas/briefing.ts';
import type { Change } from '../schemas/change.ts';
import type { Entry, Publication } from '../schemas/publication.ts';

/** The one place that decides whether a briefing may be seen at an instant. */
export function isPublic({ draft, embargoUntil }: Pick<Briefing, 'draft' | 'embargoUntil'>, asOf: string): boolean {
  return !draft && (embargoUntil === undefined || isReached(embargoUntil, asOf));
}

/**
 * What of a publication may be known at an instant: no draft and nothing under embargo, no body of what was withdrawn, and
 * no story that only the former belong to.
 */
export function publicPart(publication: Publication, asOf: string): Publication {
  const briefings = publication.briefings
    .filter(({ data }) => isPublic(data, asOf))
    .map((entry) => withoutWithdrawnBody(entry, asOf));
  const told = new Set(briefings.map(({ data }) => data.story));
  return { ...publication, briefings, stories: publication.stories.filter(({ id }) => told.has(id)) };
}

function withoutWithdrawnBody(entry: Entry<Briefing>, asOf: string): Entry<Briefing> {
  return withdrawalOf(entry.data, asOf) ? { ...entry, ...bodyFacts(''), body: '' } : entry;
}

/** The changes that have been made by an instant, the newest first. */
export function changesUntil({ changes }: Pick<Briefing, 'changes'>, asOf: string): Change[] {
  // Most have none, and every briefing is asked.
  if (changes.length === 0) return [];
  return changes
    .filter(({ at }) => isReached(at, asOf))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || compareText(a.what, b.what));
}

/** The change that took a briefing back by an instant: the first one, where there are several. */
export function withdrawalOf(briefing: Pick<Briefing, 'changes'>, asOf: string): Change | undefined {
  // Hardly any has one, and every briefing is asked.
  if (!briefing.changes.some(({ kind }) => kind === 'withdrawal')) return undefined;
  return changesUntil(briefing, asOf).findLast(({ kind }) => kind === 'withdrawal');
}

function isReached(instant: string, asOf: string): boolean {
  return Date.parse(instant) <= Date.parse(asOf);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
