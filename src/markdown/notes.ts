import { labels } from './labels.ts';

/** How footnotes are written (remark-rehype). */
export const notes = {
  // A capital, which no id of a heading has. Ids of footnotes are made here and nowhere else, see markup.ts.
  clobberPrefix: 'Note-',
  footnoteLabel: labels.notes,
  footnoteLabelProperties: {},
  footnoteBackLabel: (reference: number, again: number) => labels.backToNote(reference + 1, again),
};
