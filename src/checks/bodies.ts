import type { CollectionName } from '../schemas/publication.ts';
import { instant } from '../schemas/scalars.ts';
import { characterMistakes } from './body/characters.ts';
import { footnoteMistakes } from './body/footnotes.ts';
import { headingMistakes } from './body/headings.ts';
import { imageMistakes } from './body/images.ts';
import { type From, linkMistakes } from './body/links.ts';
import { markupMistakes } from './body/markup.ts';
import { mdxMistakes } from './body/mdx.ts';
import { type Body, type Found, readBody } from './body/read.ts';
import type { SiteMap } from './body/site-map.ts';
import { targetsOf } from './body/targets.ts';
import type { ContentFile } from './files.ts';
import type { Mistake } from './mistake.ts';
import { entryOf } from './values.ts';

/** What of Markdown the checks look at: links, images, notes, headings and HTML. A body of prose alone has none of it. */
const WORTH_READING = /[[\]<#&]|^\s*[-=]+\s*$|:\/\/|www\.|@/m;

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
    if (file.body === '' || !(isMdx || WORTH_READING.test(file.body))) return [];
    const body = readBody(file);
    const found = 'tree' in body ? mistakesOf(body, images, map) : [body];
    return found.map((mistake) => ({ file: file.document.file, ...mistake }));
  });
}

function mistakesOf(body: Body, images: ReadonlySet<string>, map: SiteMap | undefined): Found[] {
  return [
    ...characterMistakes(body),
    ...headingMistakes(body),
    ...footnoteMistakes(body),
    ...markupMistakes(body),
    ...(body.isMdx ? mdxMistakes(body, images) : []),
    ...(map ? targetMistakes(body, images, map) : []),
  ];
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
