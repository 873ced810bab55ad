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
