import { type CheckedFile, wrongAt } from './between.ts';
import type { Mistake } from './mistake.ts';
import { idsIn, type Named } from './references.ts';

const UNUSED = {
  topics: ['unused-topic', 'No briefing has this topic: its page is empty.'],
  sources: ['unused-source', 'Nobody says anything by this source: it has no page.'],
  stories: ['unused-story', 'No briefing belongs to this story: it has no page.'],
} as const;

/**
 * Topics, sources and stories that no briefing names. Drafts count: they will.
 *
 * @param named what briefings name in their front matter.
 */
export function unusedEntries(files: readonly CheckedFile[], named: Named): Mistake[] {
  const speaking = new Set(
    files.flatMap(({ reading }) => reading.body?.statements.flatMap(({ by }) => by ?? []) ?? []),
  );
  return files.flatMap((file) => {
    const { collection } = file.reading;
    if (collection !== 'topics' && collection !== 'sources' && collection !== 'stories') return [];
    const [rule, message] = UNUSED[collection];
    const isUsed = (id: string) => named.get(collection)?.has(id) || (collection === 'sources' && speaking.has(id));
    return idsIn(file)
      .filter(({ id }) => !isUsed(id))
      .map(({ path }) => wrongAt(file, path, rule, message));
  });
}
