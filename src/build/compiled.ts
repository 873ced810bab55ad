import { hash } from 'node:crypto';
import type { WithBody } from '../given.ts';
import { openEdition } from '../newsroom/edition.ts';
import type { Content } from './content.ts';

/** An entry that Astro itself has to render: MDX, or Markdown with images beside it. */
export interface Compiled {
  collection: WithBody;
  id: string;
  /** The file that it stands in, relative to the content folder. */
  file: string;
  mdx: boolean;
  /** The address of its page, as Astro names it: `/briefings/2026/abu-dhabi-talks/`. */
  pathname: string;
}

/**
 * What Astro has to render of what is public.
 *
 * @param images of bodies in the store, by the names of the bodies.
 */
export function compiledOf(
  { publication, asOf, readings }: Content,
  images: ReadonlyMap<string, string[]>,
): Compiled[] {
  const isCompiled = ({ file }: { file: string }) =>
    file.endsWith('.mdx') || (images.get(readings.stored.get(file)?.body ?? '')?.length ?? 0) > 0;
  // Hardly any publication has such, and to know what is public takes time in a large one.
  if (![...publication.briefings, ...publication.stories, ...publication.pages].some(isCompiled)) return [];
  const { briefings, stories, pages } = openEdition(publication, asOf);
  const compiled =
    (collection: WithBody, folder: string) =>
    (entry: { id: string; file: string }): Compiled => ({
      collection,
      id: entry.id,
      file: entry.file,
      mdx: entry.file.endsWith('.mdx'),
      pathname: `/${folder}${entry.id}/`,
    });
  return [
    ...briefings.filter(isCompiled).map(compiled('briefings', 'briefings/')),
    ...stories.filter(isCompiled).map(compiled('stories', 'stories/')),
    ...pages.filter(isCompiled).map(compiled('pages', '')),
  ];
}

/**
 * The digest of these entries with all images that they may show.
 *
 * @param readings of the content; not needed for no entries, whose digest is always the same.
 */
export function digestOfCompiled(compiled: readonly Compiled[], readings?: Content['readings']): string {
  const digestOf = (name: string) => readings?.stored.get(name)?.digest;
  const texts = compiled.map(({ file }) => [file, digestOf(file)]);
  const images = texts.length === 0 ? [] : readings?.listing.images.map((name) => [name, digestOf(name)]);
  return hash('sha256', JSON.stringify([texts, images]));
}
