import type { CollectionName } from '../schemas/publication.ts';
import { slug } from '../schemas/scalars.ts';
import type { Path } from './document.ts';
import type { ContentFile } from './files.ts';
import type { Mistake } from './mistake.ts';
import { didYouMean } from './suggest.ts';

const source = { kind: 'source', collection: 'sources', where: 'sources.yaml' } as const;

/** Where a briefing names entries of other files. A star stands for every entry of a list. */
const REFERENCES: readonly { path: readonly string[]; kind: string; collection: CollectionName; where: string }[] = [
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
    return files
      .filter((file) => file.collection === 'briefings')
      .flatMap(({ document }) =>
        valuesAt(document.data, path)
          .filter(({ value }) => isId(value) && !known.includes(value))
          .map((found) => ({
            file: document.file,
            ...document.locate(found.path),
            rule: `unknown-${kind}`,
            message: `"${found.value}" is not in content/${where}.${didYouMean(found.value, known)}`,
          })),
      );
  });
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

/** Every text at a path, with the path that leads to it. */
export function valuesAt(
  data: unknown,
  pattern: readonly string[],
  before: Path = [],
): { path: Path; value: string }[] {
  const [step, ...rest] = pattern;
  if (step === undefined) return typeof data === 'string' ? [{ path: before, value: data }] : [];
  if (step === '*') {
    return Array.isArray(data) ? data.flatMap((entry, index) => valuesAt(entry, rest, [...before, index])) : [];
  }
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data)
    .filter(([key]) => key === step)
    .flatMap(([key, value]) => valuesAt(value, rest, [...before, key]));
}
