import type { z } from 'astro/zod';
import type { BodyFacts } from './body-components.ts';
import { briefing } from './briefing.ts';
import { page } from './page.ts';
import { place } from './place.ts';
import { site } from './site.ts';
import { source } from './source.ts';
import { story } from './story.ts';
import { topic } from './topic.ts';

/** What one entry of each collection may say. */
export const schemas = {
  site,
  topics: topic,
  sources: source,
  places: place,
  stories: story,
  briefings: briefing,
  pages: page,
};

export type CollectionName = keyof typeof schemas;

/** One checked entry. */
export interface Entry<Data> extends BodyFacts {
  /** Its name within its collection: `2026/abu-dhabi-talks`, `territory`. */
  id: string;
  /** The file that it stands in, with forward slashes: from the checks relative to the content folder, from Astro to the project. */
  file: string;
  data: Data;
  /** The Markdown or MDX below the front matter, which is left out where nothing is to be rendered from here. */
  body?: string | undefined;
}

/** All that the content folder says. Entries of one data file keep its order; files are in the order of their names. */
export type Publication = {
  [Name in CollectionName]: Entry<z.output<(typeof schemas)[Name]>>[];
};
