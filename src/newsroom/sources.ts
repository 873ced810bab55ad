import type { Briefing } from '../schemas/briefing.ts';
import type { Entry } from '../schemas/publication.ts';
import { type Foreign, foreignNames } from './language.ts';
import { listsBy } from './lists.ts';
import { onceForEach, oncePerEdition } from './once.ts';
import { oneOfEachIn } from './translations.ts';

/** The name of a source; a link where the source has a page. */
export interface SourceName {
  text: string;
  href?: string | undefined;
  foreign?: Foreign | undefined;
}

export const sourceName = onceForEach((edition, id: string): SourceName => {
  const text = edition.sources.get(id)?.name ?? id;
  const href = namedSources(edition).has(id) ? edition.paths.source(id) : undefined;
  return { text, href, foreign: foreignNames(edition) };
});

/**
 * Every source that a public briefing names, and the briefings that do, newest first; one in several languages once. No
 * other source has a page.
 */
export const namedSources = oncePerEdition((edition): ReadonlyMap<string, readonly Entry<Briefing>[]> => {
  return oneOfEachIn(edition, listsBy(edition.briefings, sourcesOf));
});

const known = new WeakMap<Entry<Briefing>, ReadonlySet<string>>();

/** The ids of all sources that a briefing names. */
export function sourcesOf(entry: Entry<Briefing>): ReadonlySet<string> {
  const made = known.get(entry);
  if (made) return made;
  const sources = findSources(entry);
  known.set(entry, sources);
  return sources;
}

function findSources({ data, speakers }: Entry<Briefing>): Set<string> {
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
