import type { CollectionName } from '../schemas/publication.ts';
import { briefingId, slug } from '../schemas/scalars.ts';
import { type CheckedFile, dataOf, filesOf, wrongAt } from './between.ts';
import type { Path } from './document.ts';
import type { Mistake } from './mistake.ts';
import { didYouMean } from './suggest.ts';
import { eachText, valuesAt } from './values.ts';

const place = { kind: 'place', collection: 'places', where: 'places.yaml' } as const;
const source = { kind: 'source', collection: 'sources', where: 'sources.yaml' } as const;

/** Where a briefing names entries of other files. A star stands for every entry of a list. */
const REFERENCES: readonly {
  path: readonly string[];
  kind: 'briefing' | 'place' | 'source' | 'story' | 'topic';
  collection: CollectionName;
  where: string;
}[] = [
  { path: ['story'], kind: 'story', collection: 'stories', where: 'stories/' },
  { path: ['topics', '*'], kind: 'topic', collection: 'topics', where: 'topics.yaml' },
  { path: ['translations', '*'], kind: 'briefing', collection: 'briefings', where: 'briefings/' },
  { path: ['place'], ...place },
  { path: ['timeline', '*', 'place'], ...place },
  { path: ['facts', '*', 'by'], ...source },
  { path: ['timeline', '*', 'by'], ...source },
  { path: ['questions', '*', 'statements', '*', 'by'], ...source },
  { path: ['tallies', '*', 'by'], ...source },
  { path: ['series', '*', 'lines', '*', 'by'], ...source },
];

/** The names by which briefings name entries of other files, by the collection of those. */
export type Named = ReadonlyMap<CollectionName, ReadonlySet<string>>;

/** All that briefings name in other files. */
export function namedIn(files: readonly CheckedFile[]): Named {
  const all = filesOf(files, 'briefings').map(dataOf);
  const named = new Map<CollectionName, Set<string>>();
  for (const { path, collection } of REFERENCES) {
    const names = named.get(collection) ?? new Set();
    named.set(collection, names);
    for (const data of all) eachText(data, path, (name) => names.add(name));
  }
  return named;
}

/**
 * What is named in one file has to exist in another. Looks at the files as they were read, so that a name is judged
 * even where something else in its file is wrong.
 *
 * @param named what briefings name: only where some of it is not there are they looked through for it.
 * @param broken collections that could not be read in full: names in them are not judged.
 */
export function checkReferences(
  files: readonly CheckedFile[],
  named: Named,
  broken: ReadonlySet<CollectionName>,
): Mistake[] {
  return REFERENCES.filter(({ collection }) => !broken.has(collection)).flatMap(({ path, kind, collection, where }) => {
    if (named.get(collection)?.size === 0) return [];
    const known = filesOf(files, collection).flatMap((file) => idsIn(file).map(({ id }) => id));
    const isKnown = new Set(known);
    if (named.get(collection)?.isSubsetOf(isKnown)) return [];
    return filesOf(files, 'briefings').flatMap((file) =>
      valuesAt(dataOf(file), path)
        .filter(({ value }) => !isKnown.has(value) && isId(value, collection))
        .map((found) => {
          const message = `"${found.value}" is not in content/${where}.${didYouMean(found.value, known)}`;
          return wrongAt(file, found.path, `unknown-${kind}`, message);
        }),
    );
  });
}

/** The ids of the entries of a file, each with the path of its entry: those that a data file lists, or that of its name. */
export function idsIn(file: CheckedFile): { id: string; path: Path }[] {
  const { id, listed } = file.reading;
  if (!listed) return [{ id, path: [] }];
  return valuesAt(dataOf(file), ['*', 'id']).map(({ value, path }) => ({ id: value, path: path.slice(0, 1) }));
}

/** What is no id at all is for the schema to judge. */
function isId(text: string, collection: CollectionName): boolean {
  return (collection === 'briefings' ? briefingId() : slug()).safeParse(text).success;
}
