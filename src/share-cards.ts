import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import satori, { type SatoriOptions } from 'satori';
import sharp from 'sharp';
import { CARD, PADDING, SIZES, shareCard } from './metadata/share-card.ts';
import { SUBSETS } from './newsroom/glyphs.ts';
import type { ShareCardView } from './newsroom/views/share-card.ts';

const require = createRequire(join(process.cwd(), 'package.json'));
const CACHE = join(process.cwd(), 'node_modules/.astro/cards');
/** Moves when cards come to look different; new fonts and a new satori draw them differently as well. */
const LOOK = [5, ...['satori', '@fontsource/source-serif-4', '@fontsource/source-sans-3'].map(versionOf)];

/**
 * The card of a page as a PNG. One that was drawn before, of the same view, is taken from the cache.
 */
export async function cardPng(view: ShareCardView): Promise<Buffer> {
  const digest = createHash('sha256')
    .update(JSON.stringify([LOOK, view]))
    .digest('hex');
  const path = join(CACHE, `${digest}.png`);
  if (existsSync(path)) return readFileSync(path);
  const svg = await fittingCard(view);
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 64, compressionLevel: 9 }).toBuffer();
  mkdirSync(CACHE, { recursive: true });
  // Another build may read it meanwhile.
  writeFileSync(`${path}.${process.pid}`, png);
  renameSync(`${path}.${process.pid}`, path);
  return png;
}

/** The card with its headline as large as everything stays within the frame. SVG. */
async function fittingCard(view: ShareCardView): Promise<string> {
  let drawn = '';
  for (const size of SIZES) {
    let bottom = 0;
    drawn = await satori(shareCard(view, size), {
      ...CARD,
      fonts: fonts(),
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

let loaded: SatoriOptions['fonts'] | undefined;

/** The site's own type, in every script that it has. */
function fonts(): SatoriOptions['fonts'] {
  const face = (name: string, files: string, subset: string, weight: 400 | 600) => ({
    name: `${name} ${subset}`,
    data: readFileSync(require.resolve(`@fontsource/${files}/files/${files}-${subset}-${weight}-normal.woff`)),
    weight,
    style: 'normal' as const,
  });
  loaded ??= SUBSETS.flatMap((subset) => [
    face('Serif', 'source-serif-4', subset, 600),
    face('Sans', 'source-sans-3', subset, 400),
  ]);
  return loaded;
}
