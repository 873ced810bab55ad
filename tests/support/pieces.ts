/** A list of pieces of text, written with "¦" between them: a space or the end of a line may be a piece, or of one. */
export function pieces(list: string): string[] {
  return list.slice(1, -1).replaceAll('¦\n', '¦').split('¦');
}
