import { componentsIn } from '../schemas/body-components.ts';
import type { CheckedContent } from './content.ts';
import type { ContentFile } from './files.ts';
import type { Mistake } from './mistake.ts';
import { idsIn, namesOf } from './references.ts';

const UNUSED = {
  topics: ['unused-topic', 'No briefing has this topic: its page is empty.'],
  sources: ['unused-source', 'Nobody says anything by this source: it has no page.'],
  stories: ['unused-story', 'No briefing belongs to this story: it has no page.'],
} as const;

/** Topics, sources and stories that no briefing names. Drafts count: they will. */
export function unusedEntries({ files }: CheckedContent): Mistake[] {
  const all = [...files.values()];
  const named = new Set(all.flatMap((file) => [...namesOf(file), ...namedInBody(file)]));
  return all.flatMap((file) => {
    const { collection } = file;
    if (collection !== 'topics' && collection !== 'sources' && collection !== 'stories') return [];
    const [rule, message] = UNUSED[collection];
    return idsIn(file)
      .filter(({ id }) => !named.has(`${collection} ${id}`))
      .map(({ path }) => ({ file: file.document.file, ...file.document.locate(path), rule, message }));
  });
}

function namedInBody({ name, body }: ContentFile): string[] {
  if (!name.endsWith('.mdx')) return [];
  return componentsIn(body, ['Statement']).map(({ attributes }) => `sources ${attributes.get('by')}`);
}
