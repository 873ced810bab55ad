import { SUBSETS } from '../newsroom/glyphs.ts';
import type { ShareCardView } from '../newsroom/views/share-card.ts';

/** As satori takes it: an element with its style and what is in it. */
export interface Box {
  type: 'div';
  /** As elements of React have one. */
  key: null;
  props: { style: Record<string, string | number>; children: Box[] | string };
}

/** What is drawn in one colour: its edges fade into the ground in so many steps, the last of which is the colour itself. */
export interface Ink {
  /** As CSS has it: `#11181b`. */
  colour: string;
  steps: number;
}

/** What Open Graph asks for (ogp.me), in pixels. */
export const CARD = { width: 1200, height: 630 };

const INK = '#11181b';
const SOFT = '#50595d';
const ACCENT = '#0a5a5c';

/** All that a card is drawn in; the more is written in an ink, the finer it fades. */
export const GROUND = '#fbfcfc';
export const INKS: readonly Ink[] = [
  { colour: INK, steps: 8 },
  { colour: SOFT, steps: 4 },
  { colour: ACCENT, steps: 3 },
];

const SERIF = SUBSETS.map((subset) => `Serif ${subset}`).join(', ');
const SANS = SUBSETS.map((subset) => `Sans ${subset}`).join(', ');

/** Between the picture's edge and whatever is in it. */
export const PADDING = 64;

/** Of a headline, in pixels: the largest that fits is taken. */
export const SIZES = [84, 76, 68, 60, 54, 48, 43, 38, 34, 30] as const;

const SMALLEST = SIZES[SIZES.length - 1];

/** At the smallest size these fit, whatever letters they are; others are cut off. */
const HEADLINE_LETTERS = 150;

/** The drawing of a card with its headline at a size. */
export function shareCard({ site, label, headline, meta, figure }: ShareCardView, size: number): Box {
  return box(
    {
      ...CARD,
      boxSizing: 'border-box',
      background: GROUND,
      color: INK,
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: PADDING,
      // Between the headline and the foot, at the least.
      gap: 36,
      borderTop: `12px solid ${INK}`,
      // A word that is longer than its line is broken.
      wordBreak: 'break-word',
    },
    [
      box({ flexDirection: 'column', gap: 18 }, [
        box({ fontFamily: SANS, fontSize: 30, color: ACCENT }, cut(label, 60)),
        box(
          { fontFamily: SERIF, fontSize: size, lineHeight: 1.08, letterSpacing: '-0.02em' },
          size === SMALLEST ? cut(headline, HEADLINE_LETTERS) : headline,
        ),
      ]),
      box({ justifyContent: 'space-between', alignItems: 'flex-end', fontFamily: SANS, fontSize: 28, gap: 40 }, [
        box({ flexDirection: 'column', gap: 6, maxWidth: 460 }, [
          box({ fontFamily: SERIF, fontSize: site.length > 20 ? 28 : 40, lineHeight: 1.15 }, cut(site, 60)),
          box({ color: SOFT }, meta),
        ]),
        ...(figure ? [figureBox(figure)] : []),
      ]),
    ],
  );
}

function figureBox({ label, value, by }: NonNullable<ShareCardView['figure']>): Box {
  return box({ flexDirection: 'column', alignItems: 'flex-end', textAlign: 'right', maxWidth: 560 }, [
    box({ color: SOFT, fontSize: 24 }, cut(label, 40)),
    box({ fontFamily: SERIF, fontSize: value.length > 20 ? 30 : 48, lineHeight: 1.15 }, cut(value, 50)),
    box({ color: SOFT, fontSize: 24 }, cut(by, 40)),
  ]);
}

/** As much of a text as there is room for. */
function cut(text: string, length: number): string {
  const letters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  return letters.length <= length
    ? text
    : `${letters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

function box(style: Box['props']['style'], children: Box[] | string): Box {
  return { type: 'div', key: null, props: { style: { display: 'flex', ...style }, children } };
}
