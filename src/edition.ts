import { getCollection } from 'astro:content';
import { openEdition } from './newsroom/edition.ts';
import { bodyFacts } from './schemas/body-components.ts';
import type { Entry } from './schemas/publication.ts';

// The one place that asks Astro for content. Opened once, every page is made from it.
const [site, topics, sources, stories, briefings, pages] = await Promise.all([
  entriesOf(getCollection('site')),
  entriesOf(getCollection('topics')),
  entriesOf(getCollection('sources')),
  entriesOf(getCollection('stories')),
  entriesOf(getCollection('briefings')),
  entriesOf(getCollection('pages')),
]);

export const edition = openEdition(
  { site, topics, sources, stories, briefings, pages },
  import.meta.env.AS_OF,
  import.meta.env.WITH_UNPUBLISHED,
);

async function entriesOf<Data>(
  collection: Promise<{ id: string; data: Data; body?: string; filePath?: string }[]>,
): Promise<Entry<Data>[]> {
  return (await collection).map(({ id, data, body = '', filePath = '' }) => ({
    id,
    file: filePath,
    data,
    body,
    ...bodyFacts(body),
  }));
}
