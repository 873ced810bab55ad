/** What keeps a briefing from readers, each with a Markdown and an MDX body. */
export const HIDDEN = (['draft', 'embargoed', 'withdrawn'] as const).flatMap((kind, index) =>
  (['md', 'mdx'] as const).map((format, at) => ({
    kind,
    format,
    /** Stands in each of its words. */
    name: `${kind}${format}`,
    /** Stands in each date that it alone has. */
    year: 2011 + index * 2 + at,
    /** Its language, and that of another site that has it too: dates and numbers look as they do in that of the publication. */
    language: ['en-AU', 'en-HK', 'en-IE', 'en-JM', 'en-NZ', 'en-SG'][index * 2 + at] ?? '',
    elsewhere: ['de', 'es', 'fr', 'it', 'nl', 'pt'][index * 2 + at] ?? '',
  })),
);

export type Hidden = (typeof HIDDEN)[number];

/** A word that readers see once the briefing is public. Nothing else contains it. */
export function word({ name }: Hidden, field: string): string {
  return `zq${name}${field}zq`;
}

/** The id of a briefing as it stands in its address. */
export function idOf(hidden: Hidden): string {
  return `2026/${word(hidden, 'slug')}`;
}

/** A word that readers never see: a name for editors and for programs. */
export function innerWord({ name }: Hidden, field: string): string {
  return `zx${name}${field}zx`;
}
