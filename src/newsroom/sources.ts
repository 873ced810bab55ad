import type { Briefing } from '../schemas/briefing.ts';
import type { Entry } from '../schemas/publication.ts';
import type { Edition } from './edition.ts';
import { oncePerEdition } from './once.ts';

/** The name of a source; a link where the source has a page. */
export interface SourceName {
  text: string;
  href?: string | undefined;
}

export function sourceName(edition: Edition, id: string): SourceName {
  const text = edition.sources.get(id)?.name ?? id;
  return { text, href: namedSources(edition).has(id) ? edition.paths.source(id) : undefined };
}

/** Every source that a public briefing names, and the briefings that do, newest first. No other source has a page. */
export const namedSources = oncePerEdition(({ briefings }): ReadonlyMap<string, readonly Entry<Briefing>[]> => {
  const named = new Map<string, Entry<Briefing>[]>();
  for (const entry of briefings) {
    for (const id of sourcesOf(entry)) {
      const entries = named.get(id);
      if (entries) entries.push(entry);
      else named.set(id, [entry]);
    }
  }
  return named;
});

/** The ids of all sources that a briefing names. */
export function sourcesOf({ data, speakers }: Entry<Briefing>): Set<string> {
  const { facts, timeline, questions, tallies, series } = data;
  const said = [
    ...facts,
    ...timeline,
    ...questions.flatMap(({ statements }) => statements),
    ...tallies,
    ...series.flatMap(({ lines }) => lines),
  ].flatMap(({ by }) => by ?? []);
  return new Set([...said, ...speakers]);
}
