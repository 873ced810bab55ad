import ranges from '@fontsource/source-serif-4/unicode.json' with { type: 'json' };

/** The parts of the site's own type, each in a file of its own. */
export const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'] as const;

export type Subset = (typeof SUBSETS)[number];

/** What each has a glyph for, first and last code point each; in the words of CSS: U+0400-045F. */
const DRAWN = SUBSETS.map((subset) => ({
  subset,
  ranges: ranges[subset].split(',').map((range) => {
    const [first = '', last = first] = range.slice(2).split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  }),
}));

/** The parts of the type that a text needs. */
export function subsetsOf(text: string): Subset[] {
  const points = new Set(Array.from(text, (letter) => letter.codePointAt(0) ?? 0));
  return DRAWN.filter(({ ranges }) => [...points].some((point) => isWithin(ranges, point))).map(({ subset }) => subset);
}

/** Whether every letter and number of a text can be drawn in the site's own type. */
export function canDraw(text: string): boolean {
  // Marks that make a picture of a sign are no letters.
  const letters = [...text.normalize('NFC')].filter((letter) => !/[\u{FE00}-\u{FE0F}]|\u{20E3}/u.test(letter));
  return letters.every((letter) => !/[\p{L}\p{M}\p{N}]/u.test(letter) || isDrawn(letter));
}

/** A text without pictures, signs and marks that the type has none of. */
export function drawnText(text: string): string {
  const letters = [...text.normalize('NFC')].filter(
    (letter) => !/\p{Cf}|\p{Zl}|\p{Zp}/u.test(letter) && isDrawn(letter),
  );
  return letters.join('').replaceAll(/\s+/g, ' ').trim();
}

function isDrawn(letter: string): boolean {
  const point = letter.codePointAt(0) ?? 0;
  return DRAWN.some(({ ranges }) => isWithin(ranges, point));
}

function isWithin(ranges: readonly (readonly [number, number])[], point: number): boolean {
  return ranges.some(([first, last]) => first <= point && point <= last);
}
