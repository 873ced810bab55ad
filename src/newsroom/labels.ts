import type { MapLabel } from './map.ts';

/** A place in a drawing. */
export interface Point {
  x: number;
  y: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The size of the letters where they are largest, on narrow screens. */
const SIZE = 17;
/** Half a point, with the room around it. */
const DOT = 6;

/**
 * Puts names beside their points so that none lies on another, on a point or over the edge: to the right where there is room,
 * or to the left, above or below.
 *
 * @returns for each point its label; nothing where there is no room for it.
 */
export function labelsOf(
  points: readonly (Point & { text: string })[],
  { width, height }: { width: number; height: number },
): (MapLabel | undefined)[] {
  const dots = points.map(({ x, y }) => ({ left: x - DOT, top: y - DOT, right: x + DOT, bottom: y + DOT }));
  const taken: Box[] = [];
  return points.map((point, own) => {
    const fits = (box: Box) =>
      box.left >= 2 &&
      box.top >= 2 &&
      box.right <= width - 2 &&
      box.bottom <= height - 2 &&
      ![...taken, ...dots.filter((_, index) => index !== own)].some((other) => overlap(box, other));
    const label = sidesOf(point).find((side) => fits(boxOf(side)));
    if (label) taken.push(boxOf(label));
    return label;
  });
}

function sidesOf({ x, y, text }: Point & { text: string }): MapLabel[] {
  return [
    { text, anchor: 'start', x: x + 9, y: y + 5 },
    { text, anchor: 'end', x: x - 9, y: y + 5 },
    { text, anchor: 'middle', x, y: y - 11 },
    { text, anchor: 'middle', x, y: y + 22 },
  ];
}

/** What a label takes at most. */
function boxOf({ x, y, text, anchor }: MapLabel): Box {
  const width = widthOf(text);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { left, top: y - SIZE * 0.8, right: left + width, bottom: y + SIZE * 0.3 };
}

/** Letters of Chinese, Japanese and Korean are as wide as they are high; no other is wider than two thirds of it on average. */
function widthOf(text: string): number {
  const wide = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)?.length ?? 0;
  return SIZE * (wide + ([...text].length - wide) * 0.6);
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
