import { question } from '../schemas/question.ts';
import { instant } from '../schemas/scalars.ts';
import { type CheckedFile, dataOf } from './between.ts';
import { characterMistakes } from './body/characters.ts';
import { footnoteMistakes } from './body/footnotes.ts';
import { headingIds, headingMistakes } from './body/headings.ts';
import { imageMistakes } from './body/images.ts';
import { linkMistakes } from './body/links.ts';
import { markupMistakes, nestingMistakes } from './body/markup.ts';
import { type Import, importMistakes, importsOf, mdxMistakes } from './body/mdx.ts';
import { partsOf } from './body/parts.ts';
import { type Body, NESTED, readBody, TOO_DEEP } from './body/read.ts';
import type { SiteMap } from './body/site-map.ts';
import { type Target, targetsOf } from './body/targets.ts';
import { placeIn, type Spoken, statementsIn } from './components.ts';
import type { ContentFile } from './files.ts';
import type { Found, Mistake } from './mistake.ts';
import { pageOf } from './pages.ts';
import { type Quotation, quotationsIn } from './quotes.ts';
import { entryOf, readable } from './values.ts';

/** The text below the front matter, as far as other files matter to it or it to them. */
export interface BodyReading {
  /** The line of the file that it begins on. */
  line: number;
  /** The ids on the page that it stands on; nothing where it cannot be read. */
  anchors?: string[];
  /** What it leads to and shows. */
  targets: Target[];
  imports: Import[];
  statements: Spoken[];
  quotations: Quotation[];
  /** What is wrong with it by itself. */
  mistakes: Found[];
}

/** What of Markdown the checks look at: links, images, notes, headings and HTML. A body of prose alone has none of it. */
const WORTH_READING = /__ASTRO_|[[\]<#&]|^\s*[-=]+\s*$|:\/\/|www\.|@/m;

/** Reads the body of a file. It is parsed once, and only if there is something in it to be found. */
export function readBodyOf(file: ContentFile): BodyReading {
  const isMdx = file.name.endsWith('.mdx');
  const isWorth = isMdx || WORTH_READING.test(file.body) || TOO_DEEP.test(file.body);
  return {
    line: file.bodyLine,
    ...(file.body !== '' && isWorth ? parsed(file) : { ...NOTHING, anchors: partsOf(file, undefined) }),
    statements: statementsIn(file),
    quotations: quotationsIn(
      file,
      readable(entryOf(file.document.data, 'questions'), question).map(({ data }) => data),
    ),
  };
}

type Parsed = Pick<BodyReading, 'anchors' | 'targets' | 'imports' | 'mistakes'>;

const NOTHING = { targets: [], imports: [], mistakes: [] };

function parsed(file: ContentFile): Parsed {
  try {
    const body = readBody(file);
    if (!('tree' in body)) return { ...NOTHING, mistakes: [body] };
    return {
      anchors: [...headingIds(body), ...partsOf(file, body)],
      targets: targetsOf(body),
      imports: importsOf(body),
      mistakes: mistakesOf(body),
    };
  } catch (error) {
    // What could be parsed may still be too deep to be walked through.
    if (error instanceof RangeError) return { ...NOTHING, mistakes: [{ line: file.bodyLine, column: 1, ...NESTED }] };
    throw error;
  }
}

function mistakesOf(body: Body): Found[] {
  return [
    ...characterMistakes(body),
    ...headingMistakes(body),
    ...footnoteMistakes(body),
    ...markupMistakes(body),
    ...nestingMistakes(body),
    ...(body.isMdx ? mdxMistakes(body) : []),
    ...reservedText(body),
  ];
}

/** By these letters Astro finds the places of images in finished HTML, in whatever they stand. */
const RESERVED = '__ASTRO_IMAGE_';

function reservedText({ file }: Body): Found[] {
  const at = file.body.indexOf(RESERVED);
  if (at < 0) return [];
  const message = `The build takes the letters ${RESERVED} for an image. Write them apart.`;
  return [{ ...placeIn(file, at), rule: 'reserved-text', message }];
}

/**
 * What the bodies of files say, and where they lead.
 *
 * @param images the names of the images of the content folder.
 * @param map what links may lead to; nothing where the site's own address is not known.
 */
export function checkBodies(
  files: readonly CheckedFile[],
  images: ReadonlySet<string>,
  map: SiteMap | undefined,
): Mistake[] {
  return files.flatMap((checked) => {
    const { body } = checked.reading;
    if (!body) return [];
    const found = [
      ...body.mistakes,
      ...body.imports.flatMap((imported) => importMistakes(imported, images)),
      ...(map && body.targets.length > 0 ? targetMistakes(checked, body.targets, images, map) : []),
    ];
    return found.map((mistake) => ({ file: checked.file, ...mistake }));
  });
}

function targetMistakes(
  checked: CheckedFile,
  targets: readonly Target[],
  images: ReadonlySet<string>,
  map: SiteMap,
): Found[] {
  const { collection, id } = checked.reading;
  const from = { map, page: pageOf(map.paths, collection, id), publicFrom: publicFrom(checked) };
  return targets.flatMap((target) =>
    target.kind === 'image' ? imageMistakes(target, checked.file, images, map) : linkMistakes(target, from),
  );
}

/** When a text comes to be public, in milliseconds: at once, at the end of its embargo or, for a draft, never. */
function publicFrom(checked: CheckedFile): number {
  if (checked.reading.collection !== 'briefings') return Number.NEGATIVE_INFINITY;
  const data = dataOf(checked);
  if (entryOf(data, 'draft') === true) return Number.POSITIVE_INFINITY;
  const embargo = entryOf(data, 'embargoUntil');
  if (embargo === undefined) return Number.NEGATIVE_INFINITY;
  const read = instant().safeParse(embargo);
  return read.success ? Date.parse(read.data) : Number.NEGATIVE_INFINITY;
}
