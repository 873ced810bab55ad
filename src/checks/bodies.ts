import type { CollectionName } from '../schemas/publication.ts';
import { instant } from '../schemas/scalars.ts';
import { characterMistakes } from './body/characters.ts';
import { footnoteMistakes } from './body/footnotes.ts';
import { headingMistakes } from './body/headings.ts';
import { imageMistakes } from './body/images.ts';
import { type From, linkMistakes } from './body/links.ts';
import { markupMistakes, nestingMistakes } from './body/markup.ts';
import { mdxMistakes } from './body/mdx.ts';
import { type Body, type Found, NESTED, readBody, TOO_DEEP } from './body/read.ts';
import type { SiteMap } from './body/site-map.ts';
import { targetsOf } from './body/targets.ts';
import { placeIn } from './components.ts';
import type { ContentFile } from './files.ts';
import type { Mistake } from './mistake.ts';
import { entryOf } from './values.ts';

/** What of Markdown the checks look at: links, images, notes, headings and HTML. A body of prose alone has none of it. */
const WORTH_READING = /__ASTRO_|[[\]<#&]|^\s*[-=]+\s*$|:\/\/|www\.|@/m;

/**
 * The text below the front matter of every file.
 *
 * @param images the names of the images of the content folder.
 * @param map what links may lead to; nothing where the site's own address is not known.
 */
export function checkBodies(
  files: readonly ContentFile[],
  images: ReadonlySet<string>,
  map: SiteMap | undefined,
): Mistake[] {
  return files.flatMap((file) => {
    const isMdx = file.name.endsWith('.mdx');
    if (file.body === '' || !(isMdx || WORTH_READING.test(file.body) || TOO_DEEP.test(file.body))) return [];
    const found = foundIn(file, images, map);
    return found.map((mistake) => ({ file: file.document.file, ...mistake }));
  });
}

function foundIn(file: ContentFile, images: ReadonlySet<string>, map: SiteMap | undefined): Found[] {
  try {
    const body = readBody(file);
    return 'tree' in body ? mistakesOf(body, images, map) : [body];
  } catch (error) {
    // What could be parsed may still be too deep to be walked through.
    if (error instanceof RangeError) return [{ line: file.bodyLine, column: 1, ...NESTED }];
    throw error;
  }
}

function mistakesOf(body: Body, images: ReadonlySet<string>, map: SiteMap | undefined): Found[] {
  return [
    ...characterMistakes(body),
    ...headingMistakes(body),
    ...footnoteMistakes(body),
    ...markupMistakes(body),
    ...nestingMistakes(body),
    ...(body.isMdx ? mdxMistakes(body, images) : []),
    ...reservedText(body),
    ...(map ? targetMistakes(body, images, map) : []),
  ];
}

/** By these letters Astro finds the places of images in finished HTML, in whatever they stand. */
const RESERVED = '__ASTRO_IMAGE_';

function reservedText(body: Body): Found[] {
  const at = body.file.body.indexOf(RESERVED);
  if (at < 0) return [];
  const message = `The build takes the letters ${RESERVED} for an image. Write them apart.`;
  return [{ ...placeIn(body.file, at), rule: 'reserved-text', message }];
}

function targetMistakes(body: Body, images: ReadonlySet<string>, map: SiteMap): Found[] {
  const { file } = body;
  const from: From = {
    map,
    page: pageOf(file.collection, file.id, map),
    publicFrom: publicFrom(file),
  };
  return targetsOf(body).flatMap((target) =>
    target.kind === 'image' ? imageMistakes(target, body, images, map) : linkMistakes(target, from),
  );
}

function pageOf(collection: CollectionName, id: string, { paths }: SiteMap): string {
  if (collection === 'briefings') return paths.briefing(id);
  return collection === 'stories' ? paths.story(id) : paths.page(id);
}

/** When a text comes to be public, in milliseconds: at once, at the end of its embargo or, for a draft, never. */
function publicFrom({ collection, document }: ContentFile): number {
  if (collection !== 'briefings') return Number.NEGATIVE_INFINITY;
  if (entryOf(document.data, 'draft') === true) return Number.POSITIVE_INFINITY;
  const embargo = instant().safeParse(entryOf(document.data, 'embargoUntil'));
  return embargo.success ? Date.parse(embargo.data) : Number.NEGATIVE_INFINITY;
}
