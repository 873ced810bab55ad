/** What is found: a text as a whole, or one of the parts that say who said what. */
export const FOUND_KINDS = ['briefing', 'fact', 'statement', 'event'] as const;

export type FoundKind = (typeof FOUND_KINDS)[number];

/** A part of a briefing, as the index knows it. */
export interface PartName {
  kind: FoundKind;
  /** Of its place on the page; empty for the page itself. */
  anchor: string;
  /** The ids of those who say so. */
  by: readonly string[];
}

/** The name of a part in the index: one word, which no heading of a body has as its id. */
export function partName({ kind, anchor, by }: PartName): string {
  return [kind, anchor, by.join(',')].join('|');
}

/** What such a name says; nothing for an id of another form. */
export function readPartName(name: string): PartName | undefined {
  const [kind, anchor, by, ...more] = name.split('|');
  const known = FOUND_KINDS.find((one) => one === kind);
  if (!known || anchor === undefined || by === undefined || more.length > 0) return undefined;
  return { kind: known, anchor, by: by === '' ? [] : by.split(',') };
}

/** What readers may choose by, in the order of the address. */
export const SEARCH_FILTERS = ['topic', 'story', 'source', 'year'] as const;

export type SearchFilter = (typeof SEARCH_FILTERS)[number];

/** A filter is a file, and readers load it whole: so each is parted, and a value says in which part it is. */
const PARTS = 16;

/** The name in the index of the filter that has a value: "source-7". */
export function filterName(filter: SearchFilter, value: string): string {
  const sum = [...value].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return `${filter}-${sum % PARTS}`;
}
