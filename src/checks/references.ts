import type { CollectionName } from '../schemas/publication.ts';
import type { CheckedPublication, Located } from './content.ts';
import type { Mistake } from './mistake.ts';
import { didYouMean } from './suggest.ts';

/** What is named in one place has to exist in another. Collections in `unsure` did not read well: names in them are not judged. */
export function checkReferences(publication: CheckedPublication, unsure: ReadonlySet<CollectionName>): Mistake[] {
  const known = {
    topic: { ids: idsOf(publication.topics), where: 'topics.yaml', unsure: unsure.has('topics') },
    source: { ids: idsOf(publication.sources), where: 'sources.yaml', unsure: unsure.has('sources') },
    story: { ids: idsOf(publication.stories), where: 'stories/', unsure: unsure.has('stories') },
  };
  const mistakes: Mistake[] = [];
  const expect = (kind: keyof typeof known, id: string | undefined, entry: Located, path: (string | number)[]) => {
    const { ids, where, unsure } = known[kind];
    if (id === undefined || unsure || ids.includes(id)) return;
    const message = `"${id}" is not in content/${where}.${didYouMean(id, ids)}`;
    mistakes.push({ ...entry.place(path), rule: `unknown-${kind}`, message });
  };
  for (const briefing of publication.briefings) {
    const { story, topics, facts, timeline } = briefing.data;
    expect('story', story, briefing, ['story']);
    for (const [index, topic] of topics.entries()) expect('topic', topic, briefing, ['topics', index]);
    for (const [index, fact] of facts.entries()) expect('source', fact.by, briefing, ['facts', index, 'by']);
    for (const [index, event] of timeline.entries()) expect('source', event.by, briefing, ['timeline', index, 'by']);
  }
  return mistakes;
}

function idsOf(entries: readonly { id: string }[]): string[] {
  return entries.map(({ id }) => id);
}
