/** Embeddings, overrides and isolates (Unicode Standard Annex 9, 2.1 to 2.5), and what ends them. */
export const BIDI = /[\u202A-\u202E\u2066-\u2069]/g;
const OPENS = /[\u202A\u202B\u202D\u202E\u2066-\u2068]/;
const ENDS = /[\u202C\u2069]/;

/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether characters that turn the direction of a line stand in text that runs from right to left, and each is ended. */
export function mayTurn(line: string): boolean {
  return line.search(BIDI) < 0 || (runsRightToLeft(line) && isEnded(line));
}

export function runsRightToLeft(line: string): boolean {
  return RIGHT_TO_LEFT.test(line);
}

function isEnded(line: string): boolean {
  let open = 0;
  for (const character of line) {
    if (OPENS.test(character)) open += 1;
    if (ENDS.test(character)) open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}
