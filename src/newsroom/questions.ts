import type { Briefing } from '../schemas/briefing.ts';
import type { Entry } from '../schemas/publication.ts';
import type { Question, Standing, Statement } from '../schemas/question.ts';
import type { Source } from '../schemas/source.ts';
import { statementAnchors } from './anchors.ts';
import { type Published, publishedView } from './cards.ts';
import { type DateView, dateText, dateView } from './dates.ts';
import type { Edition } from './edition.ts';
import { type Foreign, foreignWords } from './language.ts';
import { type SourceName, sourceName } from './sources.ts';

/** Who says something, and when. */
export interface SpeakerView {
  by: SourceName;
  role?: string | undefined;
  kind?: Source['kind'];
  date: DateView;
}

export interface StatementView extends SpeakerView {
  /** Its id where it can be linked to: on the page of its briefing. */
  anchor?: string | undefined;
  says?: string | undefined;
  /** Verbatim, without quotation marks. */
  quote?: string | undefined;
  citation?: CitationView | undefined;
}

/** Where a statement can be read. */
export interface CitationView {
  /** The publisher or, where only an address is known, its host. */
  name?: string | undefined;
  url?: string | undefined;
  archiveUrl?: string | undefined;
  /** "read on 26 January 2026" */
  accessed?: string | undefined;
  excerpt?: string | undefined;
}

export interface QuestionView {
  /** Of its place on the page of its briefing. */
  anchor: string;
  about: string;
  /** How it stands, in words. */
  standingText: string;
  isDisputed: boolean;
  note: string;
  statements: StatementView[];
  /** When an update added it, in words. */
  added?: string | undefined;
}

export function questionView(edition: Edition, question: Question, added?: string): QuestionView {
  const { id, about, standing, note, statements } = question;
  const anchors = statementAnchors(question);
  return {
    anchor: questionAnchor(id),
    about,
    standingText: edition.words.standings[standing],
    isDisputed: isDisputed(standing),
    note,
    statements: statements.map((statement, index) => ({
      anchor: anchors[index],
      ...statementView(edition, statement),
    })),
    added,
  };
}

function isDisputed(standing: Standing): boolean {
  return standing === 'disputed' || standing === 'open';
}

export function questionAnchor(id: string): string {
  return `Question-${id}`;
}

export function statementView(edition: Edition, { by, on, says, quote, citation }: Statement): StatementView {
  const { publisher, url, archiveUrl, accessed, excerpt } = citation ?? {};
  return {
    ...speakerView(edition, by, on),
    says,
    quote,
    citation: citation && {
      name: publisher ?? (url === undefined ? undefined : new URL(url).host),
      url,
      archiveUrl,
      accessed: accessed && edition.words.sources.readOn(dateText(dateView(accessed, edition.style))),
      excerpt,
    },
  };
}

/**
 * @param by the id of a source.
 * @param on an event's date.
 */
export function speakerView(edition: Edition, by: string, on: string): SpeakerView {
  const { role, kind } = edition.sources.get(by) ?? {};
  return { by: sourceName(edition, by), role, kind, date: dateView(on, edition.style) };
}

/** How a question of a story stands now, and how it stood before. */
export interface StandingView {
  about: string;
  standingText: string;
  isDisputed: boolean;
  note: string;
  /** The newest briefing that has the question: its place there. */
  href: string;
  headline: string;
  published: Published;
  /** Of its words and of the headline, where they are in another language than the page. */
  foreign?: Foreign | undefined;
  /** Each standing that it has had, the oldest first; empty where it has had one only. */
  history: Pick<StandingView, 'standingText' | 'published' | 'href'>[];
}

/** A question as one briefing has it. */
interface AskedQuestion {
  entry: Entry<Briefing>;
  question: Question;
}

/** The questions of several briefings, each as the newest has it; @param briefings newest first. */
export function newestQuestions(briefings: readonly Entry<Briefing>[]): AskedQuestion[] {
  return asked(briefings).flatMap(([newest]) => newest ?? []);
}

/** For each question those who have it, the newest first. */
function asked(briefings: readonly Entry<Briefing>[]): AskedQuestion[][] {
  const all = briefings.flatMap((entry) => entry.data.questions.map((question) => ({ entry, question })));
  return [...Map.groupBy(all, ({ question }) => question.id).values()];
}

/**
 * Where the questions of a story stand now: those told last come first, and in the order of their briefing.
 *
 * @param briefings newest first.
 */
export function standings(edition: Edition, briefings: readonly Entry<Briefing>[]): StandingView[] {
  return asked(briefings).flatMap((tellings) => {
    const [now] = tellings;
    return now ? [{ ...standingAt(edition, now), history: historyOf(edition, tellings) }] : [];
  });
}

function standingAt(edition: Edition, { entry, question }: AskedQuestion): Omit<StandingView, 'history'> {
  const { id, about, standing, note } = question;
  return {
    about,
    note,
    standingText: edition.words.standings[standing],
    isDisputed: isDisputed(standing),
    headline: entry.data.headline,
    foreign: foreignWords(edition, entry.id),
    published: publishedView(edition, entry.data.publishedAt),
    href: `${edition.paths.briefing(entry.id)}#${questionAnchor(id)}`,
  };
}

/** Each standing that a question has had, the oldest first; nothing where it has had one only. */
function historyOf(edition: Edition, tellings: readonly AskedQuestion[]): StandingView['history'] {
  const oldestFirst = tellings.toReversed();
  const turns = oldestFirst.filter(
    ({ question }, index) => question.standing !== oldestFirst[index - 1]?.question.standing,
  );
  return turns.length > 1 ? turns.map((turn) => standingAt(edition, turn)) : [];
}
