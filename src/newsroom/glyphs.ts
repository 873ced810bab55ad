import ranges from '@fontsource/source-serif-4/unicode.json' with { type: 'json' };

/** The parts of the site's own type, each in a file of its own. */
export const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'] as const;

export type Subset = (typeof SUBSETS)[number];

/** What a part has a glyph for, as a class of a regular expression has it. In CSS it stands as U+0400-045F. */
function drawnBy(subset: Subset): string {
  return ranges[subset]
    .replaceAll(/,\s*/g, '')
    .replaceAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi, (_range, first, last) =>
      last === undefined ? `\\u{${first}}` : `\\u{${first}}-\\u{${last}}`,
    );
}

const DRAWN = SUBSETS.map(drawnBy).join('');

/** Letters and numbers without a glyph. Marks that make a picture of a sign are no letters. */
const LACKING = new RegExp(`[[\\p{L}\\p{M}\\p{N}]--[${DRAWN}\\u{FE00}-\\u{FE0F}\\u{20E3}]]`, 'v');

const NOT_DRAWN = new RegExp(`[^${DRAWN}]|[\\p{Cf}\\p{Zl}\\p{Zp}]`, 'gv');

/** The parts of the type that a text needs. */
export function subsetsOf(text: string): Subset[] {
  return SUBSETS.filter((subset) => new RegExp(`[${drawnBy(subset)}]`, 'v').test(text));
}

/** Whether every letter and number of a text can be drawn in the site's own type. */
export function canDraw(text: string): boolean {
  return !LACKING.test(text.normalize('NFC'));
}

/** A text without pictures, signs and marks that the type has none of. */
export function drawnText(text: string): string {
  return text.normalize('NFC').replaceAll(NOT_DRAWN, '').replaceAll(/\s+/g, ' ').trim();
}
