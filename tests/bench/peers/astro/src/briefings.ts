import { type CollectionEntry, getCollection } from 'astro:content';

export type Briefing = CollectionEntry<'briefings'>;

export async function newest(): Promise<Briefing[]> {
  return (await getCollection('briefings')).sort((one, other) => +other.data.date - +one.data.date);
}

export async function topics(): Promise<{ name: string; briefings: Briefing[] }[]> {
  const byName = Map.groupBy(
    (await newest()).flatMap((briefing) => briefing.data.topics.map((name) => ({ name, briefing }))),
    ({ name }) => name,
  );
  return [...byName]
    .map(([name, entries]) => ({ name, briefings: entries.map(({ briefing }) => briefing) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
