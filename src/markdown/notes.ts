/** How footnotes are written (remark-rehype). */
export const notes = {
  // A capital, which no id of a heading has. Ids of footnotes are made here and nowhere else, see markup.ts.
  clobberPrefix: 'Note-',
  footnoteLabel: 'Notes',
  footnoteLabelProperties: {},
  footnoteBackLabel: (reference: number, again: number) =>
    `Back to where note ${reference + 1}${again > 1 ? ` is named for the ${ordinal(again)} time` : ' is named'}`,
};

function ordinal(number: number): string {
  return ['first', 'second', 'third'][number - 1] ?? `${number}th`;
}
