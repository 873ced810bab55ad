import sansRanges from '@fontsource-variable/source-sans-3/unicode.json' with { type: 'json' };
import serifRanges from '@fontsource-variable/source-serif-4/unicode.json' with { type: 'json' };
import { fontProviders } from 'astro/config';

type Ranges = typeof serifRanges;
type Face = { weight: string; style: 'normal' | 'italic'; src: [string]; unicodeRange: [string] };

const OTHER_SUBSETS = ['latin-ext', 'cyrillic', 'cyrillic-ext'] as const;
const SERIF = '@fontsource-variable/source-serif-4/files/source-serif-4';
const SANS = '@fontsource-variable/source-sans-3/files/source-sans-3';

/**
 * The two families, served by the site itself. Each is split by script, and a browser loads only the parts that a page
 * needs. A font that is not there when a page is painted is used from the next page on, so that nothing ever moves; until
 * then Astro's fallback, a font of the system scaled to the same metrics, stands in for it.
 */
export const fonts = [
  {
    provider: fontProviders.local(),
    name: 'Source Serif 4',
    display: 'optional' as const,
    cssVariable: '--font-serif',
    fallbacks: ['Georgia', 'serif'],
    options: {
      // Without optical sizes, which make a file more than twice as large: readers on slow networks would wait for it.
      variants: [...faces(SERIF, 'normal', serifRanges), ...faces(SERIF, 'italic', serifRanges)],
    },
  },
  {
    provider: fontProviders.local(),
    name: 'Source Sans 3',
    display: 'optional' as const,
    cssVariable: '--font-sans',
    fallbacks: ['system-ui', 'sans-serif'],
    options: { variants: faces(SANS, 'normal', sansRanges) },
  },
];

/** One face for each script, Latin first. */
function faces(files: string, style: Face['style'], ranges: Ranges): [Face, ...Face[]] {
  const face = (subset: keyof Ranges): Face => ({
    weight: '200 900',
    style,
    src: [`${files}-${subset}-wght-${style}.woff2`],
    unicodeRange: [ranges[subset]],
  });
  return [face('latin'), ...OTHER_SUBSETS.map(face)];
}
