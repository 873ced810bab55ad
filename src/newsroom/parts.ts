import { eventAnchors, factAnchors, statementAnchors } from './anchors.ts';
import type { Edition } from './edition.ts';
import { eventsOf, eventsOfStory, type MergedEvent } from './events.ts';
import { splitAtStart, yearsIn } from './timeline.ts';
import { inLanguageOf } from './translations.ts';

/**
 * The ids that a page gives to its facts, statements, events and years: those of events hang on all briefings of a story.
 *
 * @param path the address of a briefing or a story, from the root of its host; other pages have none.
 */
export function linkedParts(edition: Edition, path: string): string[] {
  const { briefings, stories, paths } = edition;
  const entry = briefings.find(({ id }) => paths.briefing(id) === path);
  if (entry) {
    const { facts, questions } = entry.data;
    return [
      ...factAnchors(facts),
      ...questions.flatMap((question) => statementAnchors(question)),
      ...timelineParts(inLanguageOf(edition, entry), eventsOf(edition, entry), 'Year'),
    ];
  }
  const story = stories.find(({ id }) => paths.story(id) === path);
  if (!story) return [];
  const [before, since] = splitAtStart(eventsOfStory(edition, story.id), story.data.start);
  return [...timelineParts(edition, before, 'Before'), ...timelineParts(edition, since, 'Year')];
}

function timelineParts(edition: Edition, events: readonly MergedEvent[], prefix: 'Year' | 'Before'): string[] {
  return [...eventAnchors(events), ...yearsIn(edition, events, prefix).flatMap((year) => year?.anchor ?? [])];
}
