import type { CollectionName } from '../schemas/publication.ts';
import { type CheckedFile, wrongAt } from './between.ts';
import type { Mistake } from './mistake.ts';
import { idsIn, type Named } from './references.ts';

const UNUSED = {
  topics: ['unused-topic', 'No briefing has this topic: its page is empty.'],
  sources: ['unused-source', 'Nobody says anything by this source: it has no page.'],
  places: ['unused-place', 'Nothing takes place here: it is on no map.'],
  stories: ['unused-story', 'No briefing belongs to this story: it has no page.'],
} as const;

/**
 * Topics, sources, places and stories that no briefing names. Drafts count: they will.
 *
 * @param named what briefings name in their front matter.
 */
export function unusedEntries(files: readonly CheckedFile[], named: Named): Mistake[] {
  const speaking = new Set(
    files.flatMap(({ reading }) => reading.body?.statements.flatMap(({ by }) => by ?? []) ?? []),
  );
  return files.flatMap((file) => {
    const { collection } = file.reading;
    if (!isNamed(collection)) return [];
    const [rule, message] = UNUSED[collection];
    const isUsed = (id: string) => named.get(collection)?.has(id) || (collection === 'sources' && speaking.has(id));
    return idsIn(file)
      .filter(({ id }) => !isUsed(id))
      .map(({ path }) => wrongAt(file, path, rule, message));
  });
}

function isNamed(collection: CollectionName): collection is keyof typeof UNUSED {
  return Object.hasOwn(UNUSED, collection);
}
