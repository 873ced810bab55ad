import { localesOf } from '../../languages/locales.ts';
import { dayOf, monthText } from '../dates.ts';
import type { Edition } from '../edition.ts';
import { type Frame, frameOf, type Link } from '../frame.ts';
import { publicationYear, searchIndexes } from '../search.ts';
import type { SearchFilter } from '../search-part.ts';
import { listingSlices, monthAnchor } from './listing.ts';
import { publicSources } from './source.ts';

/** The page that finds things, and what leads to them without a script. */
export interface SearchView {
  frame: Frame;
  /** The folders of the indexes, that of the newest first. */
  indexes: string[];
  choices: SearchChoice[];
  topics: Link[];
  stories: Link[];
  months: Link[];
}

/** What a reader may choose by: one of these, or any. */
export interface SearchChoice {
  name: SearchFilter;
  label: string;
  options: { value: string; text: string }[];
}

export function searchView(edition: Edition): SearchView {
  const { paths, site, words, topics, stories, briefings } = edition;
  const years = [...new Set(briefings.map((entry) => publicationYear(edition, entry)))].sort().reverse();
  const option = (value: string, text = value) => ({ value, text });
  const sources = publicSources(edition).sort((a, b) => a.name.localeCompare(b.name, localesOf(site.language)));
  return {
    frame: frameOf(edition, {
      title: words.titles.search,
      description: words.search.about(site.name),
      path: paths.search(),
    }),
    indexes: [...searchIndexes(edition).keys()].map((name) => paths.searchIndex(name)),
    choices: [
      { name: 'topic', label: words.search.topic, options: topics.map(({ id, name }) => option(id, name)) },
      { name: 'story', label: words.search.story, options: stories.map(({ id, data }) => option(id, data.headline)) },
      { name: 'source', label: words.search.source, options: sources.map(({ id, name }) => option(id, name)) },
      { name: 'year', label: words.search.year, options: years.map((year) => option(year)) },
    ],
    topics: topics.map(({ id, name }) => ({ text: name, href: paths.topic(id) })),
    stories: stories.map(({ id, data }) => ({ text: data.headline, href: paths.story(id) })),
    months: months(edition),
  };
}

/** Where each month begins in the list of all briefings, the newest first. */
function months(edition: Edition): Link[] {
  const { paths, style } = edition;
  const links = new Map<string, Link>();
  for (const { items, page } of listingSlices(edition)) {
    for (const { data } of items) {
      const text = monthText(data.publishedAt, style);
      const href = `${paths.briefings(page)}#${monthAnchor(dayOf(data.publishedAt, style))}`;
      if (!links.has(text)) links.set(text, { text, href });
    }
  }
  return [...links.values()];
}
