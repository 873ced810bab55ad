import { distance } from 'fastest-levenshtein';
import { type Edition, openEdition } from '../newsroom/edition.ts';
import { isUnconfirmed, normalised, type Telling, tellings } from '../newsroom/events.ts';
import type { CheckedContent } from './content.ts';
import { type Mistake, sortMistakes } from './mistake.ts';

/**
 * What an editor should look at, and what may be published all the same. Asks the newsroom what the publication means at
 * an instant, so that a warning and a page cannot disagree.
 *
 * @param asOf the instant that the site speaks as of.
 */
export function warningsOf(content: CheckedContent, asOf: string): Mistake[] {
  const edition = openEdition(content.publication, asOf);
  const found = [
    ...eventsByStory(edition).flatMap((told) => told.flatMap(([newest]) => unconfirmed(content, edition, newest))),
    // What is not public yet is looked at as well: afterwards it is too late.
    ...eventsByStory(openEdition(content.publication, asOf, true)).flatMap((told) => nearDuplicates(content, told)),
    ...openQuestions(content),
    ...futureChanges(content, asOf),
  ];
  return sortMistakes(found);
}

/** The events of each story, each with its tellings. */
function eventsByStory({ briefings }: Edition): Telling[][][] {
  return [...Map.groupBy(briefings, ({ id, data }) => data.story ?? id).values()].map(tellings);
}

/** A scheduled event that is past, and of which no briefing says what became of it. */
function unconfirmed(content: CheckedContent, edition: Edition, newest: Telling | undefined): Mistake[] {
  if (!newest || !isUnconfirmed(edition, newest.event)) return [];
  const { id, text, date } = newest.event;
  const told = id === undefined ? 'Give it an id, and tell it' : `Tell "${id}"`;
  const where =
    newest.entry.data.story === undefined ? 'Say here that it' : `${told} in a newer briefing of the story: it`;
  const message = `"${text}" was scheduled for ${date}, which has passed. ${where} happened, has a new date, or is cancelled.`;
  return [mistakeAt(content, newest, 'date', 'unconfirmed-event', message)];
}

/** How much of the words of two events may differ for them to look like one. */
const ALIKE = 0.25;

/** Two events of one day with nearly the same words: one event, perhaps, that was told without an id. */
function nearDuplicates(content: CheckedContent, told: readonly Telling[][]): Mistake[] {
  const days = Map.groupBy(told, ([newest]) => newest?.event.date);
  return [...days.values()].flatMap((sameDay) =>
    sameDay.flatMap((tellings, index) => {
      const [newest] = tellings;
      const [other] = sameDay.slice(index + 1).find((others) => mayBeOne(tellings, others)) ?? [];
      if (!newest || !other) return [];
      const file = content.files.get(other.entry.file)?.document.file;
      const message = `This looks like the same event as "${other.event.text}" in ${file}. If it is, give both the same id.`;
      return [mistakeAt(content, newest, 'text', 'near-duplicate-event', message)];
    }),
  );
}

/** What one briefing tells as two events is two. */
function mayBeOne(tellings: readonly Telling[], others: readonly Telling[]): boolean {
  const [first, second] = [tellings[0], others[0]];
  const together = tellings.some(({ entry }) => others.some((other) => other.entry.id === entry.id));
  return !together && !!first && !!second && areAlike(first.event.text, second.event.text);
}

function areAlike(a: string, b: string): boolean {
  const [first, second] = [normalised(a), normalised(b)];
  // Other figures are other facts: 110 drones are not 138.
  if (first.replaceAll(/\D+/g, ' ').trim() !== second.replaceAll(/\D+/g, ' ').trim()) return false;
  return distance(first, second) <= Math.max(first.length, second.length) * ALIKE;
}

/** `open` says that no position is on record by name: not where two sides speak. */
function openQuestions({ publication, files }: CheckedContent): Mistake[] {
  const sides = new Map(publication.sources.map(({ id, data }) => [id, data.side]));
  return publication.briefings.flatMap(({ file, data }) =>
    data.questions.flatMap(({ standing, statements }, index) => {
      const speaking = new Set(statements.flatMap(({ by }) => sides.get(by) ?? []));
      const document = files.get(file)?.document;
      if (standing !== 'open' || speaking.size < 2 || !document) return [];
      const message = `"open" says that no position is on record by name; here ${speaking.size} sides speak. Is it "disputed"?`;
      return [
        { file: document.file, ...document.locate(['questions', index, 'standing']), rule: 'open-question', message },
      ];
    }),
  );
}

/** A change that is dated later than the site speaks: readers are not told of it yet. */
function futureChanges({ publication, files }: CheckedContent, asOf: string): Mistake[] {
  return publication.briefings.flatMap(({ file, data }) =>
    data.changes.flatMap(({ at }, index) => {
      const document = files.get(file)?.document;
      if (!document || Date.parse(at) <= Date.parse(asOf)) return [];
      const message = `The change is dated later than the site speaks (${asOf}): it is not shown before.`;
      return [{ file: document.file, ...document.locate(['changes', index, 'at']), rule: 'future-change', message }];
    }),
  );
}

function mistakeAt(
  { files }: CheckedContent,
  { entry, index }: Telling,
  key: string,
  rule: Mistake['rule'],
  message: string,
): Mistake {
  const document = files.get(entry.file)?.document;
  const place = document?.locate(['timeline', index, key]) ?? { line: 1, column: 1 };
  return { file: document?.file ?? entry.file, ...place, rule, message };
}
