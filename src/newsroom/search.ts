import type { Briefing, KeyPoint } from '../schemas/briefing.ts';
import type { Entry } from '../schemas/publication.ts';
import type { Question, Statement } from '../schemas/question.ts';
import { eventAnchors, factAnchors, statementAnchors } from './anchors.ts';
import { dateText, dateView, dayOf, dayText } from './dates.ts';
import type { Edition } from './edition.ts';
import { eventsOf } from './events.ts';
import { type Foreign, foreignWords } from './language.ts';
import { oncePerEdition } from './once.ts';
import { questionAnchor } from './questions.ts';
import type { PartName, SearchFilter } from './search-part.ts';
import { sourceName, sourcesOf } from './sources.ts';
import { inLanguageOf } from './translations.ts';

/** What is found of a briefing. One record each: ten times as many would make the index larger than its readers want to load. */
export interface SearchRecord {
  /** The address of its page, from the root of the host. */
  url: string;
  headline: string;
  standfirst: string;
  keyPoints: KeyPoint[];
  /** "26 January 2026" */
  date: string;
  /** Where it is in another language than the publication. */
  foreign?: Foreign | undefined;
  /** Ids of what a reader may choose it by. */
  filters: Record<SearchFilter, string[]>;
  parts: SearchPart[];
}

/** A fact, a statement or an event of it, in words. */
export interface SearchPart extends PartName {
  text: string;
}

/** The names of the indexes, the newer first. */
export type SearchIndex = 'recent' | 'older';

/** Fewer briefings than these are indexed as quickly as a site is put together. */
const WORTH_TWO = 1_000;

/**
 * All that can be found: what is public, newest first, and nothing of what was withdrawn. Of many briefings, those of the last two
 * quarters are an index of their own, so that an edit of one of them does not cost an index of all. Not more indexes than two:
 * readers load something of each.
 *
 * @returns briefings by index, none of them empty.
 */
export const searchIndexes = oncePerEdition((edition): Map<SearchIndex, Entry<Briefing>[]> => {
  const { briefings } = edition;
  const newest = briefings[0];
  if (briefings.length < WORTH_TWO || !newest) return new Map(newest ? [['recent', briefings]] : []);
  const since = quarterOf(edition, newest) - 1;
  return Map.groupBy(briefings, (entry) => (quarterOf(edition, entry) < since ? 'older' : 'recent'));
});

/** Quarters of the year since the year 0, in which a briefing was published. */
function quarterOf({ style }: Edition, { data }: Entry<Briefing>): number {
  const [year = 0, month = 1] = dayOf(data.publishedAt, style).split('-').map(Number);
  return year * 4 + Math.floor((month - 1) / 3);
}

/** What is found of a public briefing, with its dates as its language writes them. */
export function searchRecord(whole: Edition, entry: Entry<Briefing>): SearchRecord {
  const edition = inLanguageOf(whole, entry);
  const { id, data } = entry;
  const { paths, style, words } = edition;
  const events = eventsOf(edition, entry);
  const [ofFacts, ofEvents] = [factAnchors(data.facts), eventAnchors(events)];
  return {
    url: paths.briefing(id),
    headline: data.headline,
    standfirst: data.standfirst,
    keyPoints: data.keyPoints,
    date: dayText(data.publishedAt, style),
    foreign: foreignWords(whole, id),
    filters: {
      topic: data.topics,
      story: data.story === undefined ? [] : [data.story],
      source: [...sourcesOf(entry)].sort(),
      year: [publicationYear(edition, entry)],
    },
    parts: [
      ...data.facts.map((fact, index): SearchPart => {
        const { label, value, note, by } = fact;
        const text = `${label}: ${value}${note === undefined ? '' : ` (${note})`} – ${sourceName(edition, by).text}`;
        return { kind: 'fact', anchor: ofFacts[index] ?? '', by: [by], text };
      }),
      ...data.questions.flatMap((question) => questionParts(edition, question)),
      ...events.map(({ date, text, detail, by }, index): SearchPart => {
        const names = by.map((source) => sourceName(edition, source).text).join(words.comma);
        const told = [text, detail ?? []].flat().join('. ');
        const said = `${dateText(dateView(date, style))}: ${told}${names === '' ? '' : ` – ${names}`}`;
        return { kind: 'event', anchor: ofEvents[index] ?? '', by, text: said };
      }),
    ],
  };
}

/** What a question is about, and who says what on it. */
function questionParts(edition: Edition, question: Question): SearchPart[] {
  const { id, about, note, statements } = question;
  const anchors = statementAnchors(question);
  return [
    { kind: 'statement', anchor: questionAnchor(id), by: [], text: `${about}: ${note}` },
    ...statements.map((statement, index): SearchPart => {
      const text = statementText(edition, statement);
      return { kind: 'statement', anchor: anchors[index] ?? '', by: [statement.by], text };
    }),
  ];
}

function statementText(edition: Edition, { by, on, says, quote }: Statement): string {
  const said = [says ?? [], quote === undefined ? [] : edition.words.quoted(quote)].flat().join(' ');
  return `${sourceName(edition, by).text}${edition.words.comma}${dateText(dateView(on, edition.style))}: ${said}`;
}

/** The year that a briefing was published in, where the publication is. */
export function publicationYear({ style }: Edition, { data }: Entry<Briefing>): string {
  return dayOf(data.publishedAt, style).slice(0, 'yyyy'.length);
}
