import { getCollection } from 'astro:content';
import { openEdition } from './newsroom/edition.ts';
import type { Entry } from './schemas/publication.ts';

// The one place that asks Astro for content and looks at the clock. Opened once, every page is made from it.
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
  asOf(site[0]?.data.asOf),
  import.meta.env.WITH_UNPUBLISHED,
);

/** The instant that the site speaks as of: SOURCE_DATE_EPOCH (seconds, reproducible-builds.org), what site.yaml says, or now. */
function asOf(configured: string | undefined): string {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (!epoch) return configured ?? new Date().toISOString();
  if (!/^\d+$/.test(epoch)) throw new RangeError(`SOURCE_DATE_EPOCH takes a number of seconds, not "${epoch}"`);
  return new Date(Number(epoch) * 1000).toISOString();
}

async function entriesOf<Data>(
  collection: Promise<{ id: string; data: Data; body?: string; filePath?: string }[]>,
): Promise<Entry<Data>[]> {
  return (await collection).map(({ id, data, body = '', filePath = '' }) => ({ id, file: filePath, data, body }));
}
