import type { Briefing } from '../schemas/briefing.ts';
import type { Entry } from '../schemas/publication.ts';

/** Orders briefings by the instant of publication, the newest first; those of one instant by their id, so that the order is total. */
export function newestFirst(briefings: readonly Entry<Briefing>[]): Entry<Briefing>[] {
  return briefings
    .map((entry) => ({ entry, id: entry.id, time: Date.parse(entry.data.publishedAt) }))
    .sort((a, b) => b.time - a.time || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map(({ entry }) => entry);
}
