/*
 * What of Pagefind is used here (pagefind.app/docs/api). Its own declarations are global names, which would be those of all files.
 */

/** A record as it was indexed, and where in it the words stand. */
export interface Fragment {
  url: string;
  raw_url?: string;
  content: string;
  raw_content?: string;
  meta: Readonly<Record<string, string>>;
  /** Places of words that were found, counted from 0. */
  locations: readonly number[];
  anchors: readonly FragmentAnchor[];
}

/** An element with an id: how many words stand before it. */
export interface FragmentAnchor {
  element: string;
  id: string;
  location: number;
}

/** Indexes, as they are asked. */
export interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  /** Another index, which is asked as well from then on. Its program is not loaded again. */
  mergeIndex(folder: string, options: object): Promise<void>;
  /** Loads what is needed for a search. */
  preload(words: string, options: object): Promise<void>;
  /** @param words null for all records that the filters let through. */
  search(words: string | null, options: object): Promise<{ results: FoundRecord[] } | null>;
}

export interface FoundRecord {
  /** Each record of all indexes has its own. */
  id: string;
  data(): Promise<Fragment>;
}
