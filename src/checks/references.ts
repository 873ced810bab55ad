import type { CollectionName } from '../schemas/publication.ts';
import { slug } from '../schemas/scalars.ts';
import type { Path } from './document.ts';
import type { ContentFile } from './files.ts';
import type { Mistake } from './mistake.ts';
import { didYouMean } from './suggest.ts';
import { valuesAt } from './values.ts';

const source = { kind: 'source', collection: 'sources', where: 'sources.yaml' } as const;

/** Where a briefing names entries of other files. A star stands for every entry of a list. */
const REFERENCES: readonly {
  path: readonly string[];
  kind: 'source' | 'story' | 'topic';
  collection: CollectionName;
  where: string;
}[] = [
  { path: ['story'], kind: 'story', collection: 'stories', where: 'stories/' },
  { path: ['topics', '*'], kind: 'topic', collection: 'topics', where: 'topics.yaml' },
  { path: ['facts', '*', 'by'], ...source },
  { path: ['timeline', '*', 'by'], ...source },
  { path: ['questions', '*', 'statements', '*', 'by'], ...source },
  { path: ['tallies', '*', 'by'], ...source },
  { path: ['series', '*', 'lines', '*', 'by'], ...source },
];

/**
 * What is named in one file has to exist in another. Looks at the files as they were read, so that a name is judged
 * even where something else in its file is wrong.
 *
 * @param broken collections that could not be read in full: names in them are not judged.
 */
export function checkReferences(files: readonly ContentFile[], broken: ReadonlySet<CollectionName>): Mistake[] {
  return REFERENCES.filter(({ collection }) => !broken.has(collection)).flatMap(({ path, kind, collection, where }) => {
    const known = files
      .filter((file) => file.collection === collection)
      .flatMap((file) => idsIn(file).map(({ id }) => id));
    const isKnown = new Set(known);
    return files
      .filter((file) => file.collection === 'briefings')
      .flatMap(({ document }) =>
        valuesAt(document.data, path)
          .filter(({ value }) => !isKnown.has(value) && isId(value))
          .map((found) => ({
            file: document.file,
            ...document.locate(found.path),
            rule: `unknown-${kind}` as const,
            message: `"${found.value}" is not in content/${where}.${didYouMean(found.value, known)}`,
          })),
      );
  });
}

/** What a file names in others: `topics harbour`. */
export function namesOf({ collection, document }: ContentFile): string[] {
  if (collection !== 'briefings') return [];
  return REFERENCES.flatMap((reference) =>
    valuesAt(document.data, reference.path).map(({ value }) => `${reference.collection} ${value}`),
  );
}

/** The ids of the entries of a file, each with the path of its entry: those that a data file lists, or that of its name. */
export function idsIn({ id, listed, document }: ContentFile): { id: string; path: Path }[] {
  if (!listed) return [{ id, path: [] }];
  return valuesAt(document.data, ['*', 'id']).map(({ value, path }) => ({ id: value, path: path.slice(0, 1) }));
}

/** What is no id at all is for the schema to judge. */
function isId(text: string): boolean {
  return slug().safeParse(text).success;
}
