import type { Words } from '../languages/index.ts';

/** What is said in pages that are read without a network. */
export type OfflineWords = Words['offline'];

/** What the worker of a site is told by the build. */
export interface Kept {
  /** The path of the site, with a slash at both ends. */
  base: string;
  /** A BCP 47 tag: dates in notices follow it. */
  language: string;
  words: OfflineWords;
  /** Addresses that are kept although nobody has read them yet: the home page and the latest briefings. */
  latest: string[];
  /** Addresses of briefings that were withdrawn: where one is kept, its notice takes its place. */
  withdrawn: string[];
  /** The page that an offline page is made out of: it has the head, the masthead and the foot of all. */
  shell: string;
}

/** What the caches of a site are called, from the beginning. */
export const cachesOf = (base: string) => `readout:${base}:`;
