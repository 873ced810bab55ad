/** Marks in a row. */
export const COLUMNS = 30;

/** More than these, and nobody sees single ones any more. */
const LEGIBLE = 200;

/** How many units one mark stands for: one, or the smallest of 2, 5, 10, 20, 50 … that leaves a legible number of marks. */
export function unitsPerMark(total: number): number {
  for (let power = 1; ; power *= 10) {
    const fitting = [1, 2, 5].map((step) => step * power).find((units) => total / units <= LEGIBLE);
    if (fitting !== undefined) return fitting;
  }
}

/**
 * Gives each part its marks so that they add up to those of the total: the largest remainder first, and at least one for
 * a part that is not empty.
 *
 * @param values whole numbers.
 */
export function shareMarks(values: readonly number[], perMark: number): number[] {
  const exact = values.map((value) => value / perMark);
  const shares = exact.map((share) => Math.max(Math.floor(share), Math.ceil(Math.min(share, 1))));
  const left = Math.round(sumOf(values) / perMark) - sumOf(shares);
  const largest = shares.indexOf(Math.max(...shares));
  if (left < 0) return shares.map((share, index) => (index === largest ? share + left : share));
  const next = exact
    .map((share, index) => ({ index, rest: share - (shares[index] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, left);
  return shares.map((share, index) => (next.some((part) => part.index === index) ? share + 1 : share));
}

export function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Shapes that differ without their colours, as path data within one unit by one. */
const SHAPES = {
  disc: 'm.5.1a.4.4 0 1 0 .01 0z',
  square: 'm.14.14h.72v.72h-.72z',
  diamond: 'm.5 0l.5.5l-.5.5l-.5-.5z',
  triangle: 'm.5.08l.46.84h-.92z',
  cross: 'm.1.36h.26v-.26h.28v.26h.26v.28h-.26v.26h-.28v-.26h-.26z',
  bar: 'm.3.06h.4v.88h-.4z',
  ring: 'm.5.1a.4.4 0 1 0 .01 0zm0 .14a.26.26 0 1 1-.01 0z',
};

const PART_SHAPES = ['disc', 'square', 'diamond', 'triangle', 'cross', 'bar'] as const;

export interface MarkGroup {
  /** How many marks it has. */
  share: number;
  /** Its number, which gives it a shape of its own, or `ring` for what is left over. */
  shape: number | 'ring';
}

/** A group of marks as SVG path data: all of them in their places, and one of them alone. */
export interface DrawnMarks {
  path: string;
  mark: string;
}

/** Draws groups of marks one after the other, row by row. */
export function drawMarks<Group extends MarkGroup>(groups: readonly Group[]): (Group & DrawnMarks)[] {
  let drawn = 0;
  return groups.map((group) => {
    const shape = SHAPES[group.shape === 'ring' ? 'ring' : (PART_SHAPES[group.shape] ?? 'disc')];
    const path = Array.from({ length: group.share }, (_, index) => {
      const at = drawn + index;
      return `M${at % COLUMNS} ${Math.floor(at / COLUMNS)}${shape}`;
    }).join('');
    drawn += group.share;
    return { ...group, path, mark: `M0 0${shape}` };
  });
}
