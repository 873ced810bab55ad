import type { Briefing } from '../schemas/briefing.ts';
import type { Entry } from '../schemas/publication.ts';

/** Orders briefings by the instant of publication; those of one instant by their id, so that the order is total. */
export function newestFirst(a: Entry<Briefing>, b: Entry<Briefing>): number {
  return Date.parse(b.data.publishedAt) - Date.parse(a.data.publishedAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
