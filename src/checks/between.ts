import type { CollectionName } from '../schemas/publication.ts';
import type { Path } from './document.ts';
import type { ContentFile } from './files.ts';
import type { Mistake } from './mistake.ts';
import type { Reading, ReadingIn } from './reading.ts';

/** A file whose YAML could be read, as what holds between files is checked on it. */
export interface CheckedFile<Read extends Reading = Reading> {
  reading: Read;
  /** From the folder above the content folder: `content/topics.yaml`. */
  file: string;
  /** The file itself, which is opened where something is wrong; nothing if it can no longer be read. */
  open(): ContentFile | undefined;
}

/** What a file says: as the schema puts it out or, where that is not all of it, as it stands there. */
export function dataOf({ reading, open }: CheckedFile): unknown {
  if (reading.state !== 'whole') return open()?.document.data;
  const entries = reading.entries.map(({ data }) => data);
  return reading.listed ? entries : entries[0];
}

/** A mistake at a value of a file. */
export function wrongAt({ file, open }: CheckedFile, path: Path, rule: Mistake['rule'], message: string): Mistake {
  const place = open()?.document.locate(path) ?? { line: 1, column: 1 };
  return { file, ...place, rule, message };
}

/** The files of a collection. */
export function filesOf<Name extends CollectionName>(
  files: readonly CheckedFile[],
  name: Name,
): CheckedFile<ReadingIn<Name>>[] {
  return files.filter((file): file is CheckedFile<ReadingIn<Name>> => file.reading.collection === name);
}
