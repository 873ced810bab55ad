import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { SatoriOptions } from 'satori';
import { CARD, GROUND, INKS, PADDING, SIZES, shareCard } from './metadata/share-card.ts';
import { type Subset, subsetsOf } from './newsroom/glyphs.ts';
import type { ShareCardView } from './newsroom/views/share-card.ts';
import { palettePng } from './palette-png.ts';

const require = createRequire(join(process.cwd(), 'package.json'));
const CACHE = join(process.cwd(), 'node_modules/.astro/cards');
/** Moves when cards come to look different; new fonts and a new satori draw them differently as well. */
const LOOK = [6, ...['satori', '@fontsource/source-serif-4', '@fontsource/source-sans-3'].map(versionOf)];

/**
 * The card of a page as a PNG. One that was drawn before, of the same view, is taken from the cache.
 */
export async function cardPng(view: ShareCardView): Promise<Buffer> {
  const digest = createHash('sha256')
    .update(JSON.stringify([LOOK, view]))
    .digest('hex');
  const path = join(CACHE, `${digest}.png`);
  if (existsSync(path)) return readFileSync(path);
  const png = await drawCard(view);
  mkdirSync(CACHE, { recursive: true });
  // Another thread may draw the same, and another build read it meanwhile.
  const part = `${path}.${process.pid}.${threadId}`;
  writeFileSync(part, png);
  renameSync(part, path);
  return png;
}

async function drawCard(view: ShareCardView): Promise<Buffer> {
  // Loaded for the first card that is not in the cache: most builds draw none.
  const { default: sharp } = await import('sharp');
  const svg = await fittingCard(view);
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return palettePng(data, info, GROUND, INKS);
}

/** The card with its headline as large as everything stays within the frame. SVG. */
async function fittingCard(view: ShareCardView): Promise<string> {
  const { default: satori } = await import('satori');
  const fonts = fontsFor(subsetsOf(JSON.stringify(view)));
  let drawn = '';
  for (const size of SIZES) {
    let bottom = 0;
    drawn = await satori(shareCard(view, size), {
      ...CARD,
      fonts,
      onNodeDetected: ({ top, height }) => {
        if (height < CARD.height) bottom = Math.max(bottom, top + height);
      },
    });
    if (bottom <= CARD.height - PADDING) break;
  }
  return drawn;
}

function versionOf(name: string): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(process.cwd(), 'node_modules', name, 'package.json'), 'utf8'),
  );
  return version;
}

const loaded = new Map<string, SatoriOptions['fonts']>();

/** The site's own type in the scripts that a card needs: satori reads a list of fonts once, for as long as it is the same. */
function fontsFor(subsets: readonly Subset[]): SatoriOptions['fonts'] {
  const face = (name: string, files: string, subset: Subset, weight: 400 | 600) => ({
    name: `${name} ${subset}`,
    data: readFileSync(require.resolve(`@fontsource/${files}/files/${files}-${subset}-${weight}-normal.woff`)),
    weight,
    style: 'normal' as const,
  });
  const key = subsets.join(' ');
  const fonts =
    loaded.get(key) ??
    subsets.flatMap((subset) => [
      face('Serif', 'source-serif-4', subset, 600),
      face('Sans', 'source-sans-3', subset, 400),
    ]);
  loaded.set(key, fonts);
  return fonts;
}
