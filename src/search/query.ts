import { SEARCH_FILTERS } from '../newsroom/search-part.ts';

/** What a reader asks for. What is not asked for is empty. */
export interface Query {
  q: string;
  topic: string;
  story: string;
  source: string;
  year: string;
  /** Empty for the best match first. */
  sort: string;
}

const NAMES = ['q', ...SEARCH_FILTERS, 'sort'] as const;

/** Reads what an address asks for. @param search its part behind the path: `?q=crane&topic=harbour`. */
export function readQuery(search: string): Query {
  const given = new URLSearchParams(search);
  const value = (name: string) => (given.get(name) ?? '').trim().slice(0, LONGEST);
  const [q, topic, story, source, year, sort] = ['q', 'topic', 'story', 'source', 'year', 'sort'].map(value);
  return {
    q: q ?? '',
    topic: topic ?? '',
    story: story ?? '',
    source: source ?? '',
    year: year ?? '',
    sort: sort ?? '',
  };
}

const LONGEST = 200;

/** The same as that part of an address: empty where nothing is asked for. */
export function queryText(query: Query): string {
  const asked = NAMES.flatMap((name) => (query[name] === '' ? [] : [[name, query[name]]]));
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`;
}

/** Whether there is anything to look for: words, or a choice. */
export function isAsking({ sort: _, ...asked }: Query): boolean {
  return Object.values(asked).some((value) => value !== '');
}
