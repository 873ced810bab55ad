import { distance } from 'fastest-levenshtein';
import { type Edition, openEdition } from '../newsroom/edition.ts';
import { isUnconfirmed, normalised, type Telling, tellings } from '../newsroom/events.ts';
import { hasWords } from '../newsroom/language.ts';
import { isPublic } from '../newsroom/public.ts';
import { wrongAt } from './between.ts';
import type { CheckedContent } from './content.ts';
import { type Mistake, sortMistakes } from './mistake.ts';

/**
 * What an editor should look at, and what may be published all the same. Asks the newsroom what the publication means at
 * an instant, so that a warning and a page cannot disagree.
 *
 * @param asOf the instant that the site speaks as of.
 */
export function warningsOf(content: CheckedContent, asOf: string): Mistake[] {
  // What is not public yet is looked at as well: afterwards it is too late.
  const edition = openEdition(content.publication, asOf, true);
  const stories = Map.groupBy(edition.briefings, ({ id, data }) => data.story ?? id);
  const found = [...stories.values()].flatMap((briefings) => {
    const told = tellings(briefings);
    const known = briefings.filter(({ data }) => isPublic(data, asOf));
    const toldNow = known.length === briefings.length ? told : tellings(known);
    return [...toldNow.flatMap(([newest]) => unconfirmed(content, edition, newest)), ...nearDuplicates(content, told)];
  });
  return sortMistakes([...found, ...openQuestions(content), ...futureChanges(content, asOf), ...withoutWords(content)]);
}

/** A scheduled event that is past, and of which no briefing says what became of it. */
function unconfirmed(content: CheckedContent, edition: Edition, newest: Telling | undefined): Mistake[] {
  if (!newest || !isUnconfirmed(edition, newest.event)) return [];
  const { id, text, date } = newest.event;
  const told = id === undefined ? 'Give it an id, and tell it' : `Tell "${id}"`;
  const where =
    newest.entry.data.story === undefined ? 'Say here that it' : `${told} in a newer briefing of the story: it`;
  const message = `"${text}" was scheduled for ${date}, which has passed. ${where} happened, has a new date, or is cancelled.`;
  return mistakeAt(content, newest, 'date', 'unconfirmed-event', message);
}

/** How much of the words of two events may differ for them to look like one. */
const ALIKE = 0.25;

/** Two events of one day with nearly the same words: one event, perhaps, that was told without an id. */
function nearDuplicates(content: CheckedContent, told: readonly Telling[][]): Mistake[] {
  const days = Map.groupBy(told, ([newest]) => newest?.event.date);
  return [...days.values()].flatMap((day) => {
    if (day.length < 2) return [];
    const sameDay = day.flatMap(worded);
    return sameDay.flatMap((event, index) => {
      const other = sameDay.slice(index + 1).find((others) => mayBeOne(event, others))?.newest;
      if (!other) return [];
      const file = content.files.get(other.entry.file)?.file;
      const message = `This looks like the same event as "${other.event.text}" in ${file}. If it is, give both the same id.`;
      return mistakeAt(content, event.newest, 'text', 'near-duplicate-event', message);
    });
  });
}

/** An event with its words as they are compared. */
interface Worded {
  newest: Telling;
  tellings: readonly Telling[];
  words: string;
  figures: string;
}

function worded(tellings: readonly Telling[]): Worded[] {
  const [newest] = tellings;
  if (!newest) return [];
  const words = normalised(newest.event.text);
  return [{ newest, tellings, words, figures: words.replaceAll(/\D+/g, ' ').trim() }];
}

/** What one briefing tells as two events is two. */
function mayBeOne(event: Worded, other: Worded): boolean {
  if (!areAlike(event, other)) return false;
  return !event.tellings.some(({ entry }) => other.tellings.some((telling) => telling.entry.id === entry.id));
}

function areAlike(a: Worded, b: Worded): boolean {
  // Other figures are other facts: 110 drones are not 138.
  if (a.figures !== b.figures) return false;
  const most = Math.max(a.words.length, b.words.length) * ALIKE;
  return Math.abs(a.words.length - b.words.length) <= most && distance(a.words, b.words) <= most;
}

/** Languages that the interface has no words in, each where it is named first: what stands around a text is English there. */
function withoutWords({ publication, files }: CheckedContent): Mistake[] {
  const named = [...publication.site, ...publication.briefings].flatMap(({ file, data: { language } }) => {
    return language === undefined || hasWords(language) ? [] : [[language, file] as const];
  });
  return [...new Map(named.toReversed())].flatMap(([language, name]) => {
    const file = files.get(name);
    const message = `The interface has no words in "${language}". Those around the text are English, and screen readers take them for "${language}": write them in src/languages/.`;
    return file ? [wrongAt(file, ['language'], 'interface-words', message)] : [];
  });
}

/** `open` says that no position is on record by name: not where two sides speak. */
function openQuestions({ publication, files }: CheckedContent): Mistake[] {
  const sides = new Map(publication.sources.map(({ id, data }) => [id, data.side]));
  return publication.briefings.flatMap(({ file, data }) =>
    data.questions.flatMap(({ standing, statements }, index) => {
      if (standing !== 'open') return [];
      const speaking = new Set(statements.flatMap(({ by }) => sides.get(by) ?? []));
      const checked = files.get(file);
      if (speaking.size < 2 || !checked) return [];
      const message = `"open" says that no position is on record by name; here ${speaking.size} sides speak. Is it "disputed"?`;
      return [wrongAt(checked, ['questions', index, 'standing'], 'open-question', message)];
    }),
  );
}

/** A change that is dated later than the site speaks: readers are not told of it yet. */
function futureChanges({ publication, files }: CheckedContent, asOf: string): Mistake[] {
  const now = Date.parse(asOf);
  return publication.briefings.flatMap(({ file, data }) =>
    data.changes.flatMap(({ at }, index) => {
      const checked = Date.parse(at) <= now ? undefined : files.get(file);
      if (!checked) return [];
      const message = `The change is dated later than the site speaks (${asOf}): it is not shown before.`;
      return [wrongAt(checked, ['changes', index, 'at'], 'future-change', message)];
    }),
  );
}

function mistakeAt(
  { files }: CheckedContent,
  { entry, index }: Telling,
  key: string,
  rule: Mistake['rule'],
  message: string,
): Mistake[] {
  const checked = files.get(entry.file);
  return checked ? [wrongAt(checked, ['timeline', index, key], rule, message)] : [];
}
