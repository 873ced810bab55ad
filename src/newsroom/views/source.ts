import { localesOf } from '../../languages/locales.ts';
import type { Briefing } from '../../schemas/briefing.ts';
import { compareEventDates, eventDate } from '../../schemas/event-date.ts';
import type { Entry } from '../../schemas/publication.ts';
import type { Question, Statement } from '../../schemas/question.ts';
import type { Source } from '../../schemas/source.ts';
import { type Card, cardView, type Published, publishedView } from '../cards.ts';
import type { Edition } from '../edition.ts';
import { type Frame, frameOf, type Link } from '../frame.ts';
import { type Foreign, foreignWords } from '../language.ts';
import { onceForEach } from '../once.ts';
import { numberedTitle, type PaginationView, paginate, paginationView, type Slice } from '../pagination.ts';
import { questionAnchor, type StatementView, statementView } from '../questions.ts';
import { namedSources } from '../sources.ts';

/** Who a source is, and whom they speak for. */
export interface SourceCard extends Link {
  role?: string | undefined;
  side?: string | undefined;
  /** How many statements of theirs are on record. */
  count: number;
}

export interface SourcesView {
  frame: Frame;
  sources: SourceCard[];
}

/** A statement on record, with the question that it answers. */
export interface RecordedView extends StatementView {
  question: Link;
  /** How it stood in that briefing. */
  standingText: string;
  briefing: Link;
  published: Published;
  /** Of its words, where they are in another language than the page. */
  foreign?: Foreign | undefined;
}

export interface SourceView {
  frame: Frame;
  card: SourceCard;
  /** Newest first. */
  statements: RecordedView[];
  /** The newest briefings that name them. */
  cards: Card[];
  pagination: PaginationView;
}

interface Recorded {
  entry: Entry<Briefing>;
  question: Question;
  statement: Statement;
}

const PAGE_SIZE = 20;
const BRIEFINGS = 5;

export function sourcesView(edition: Edition): SourcesView {
  const { site, paths, words } = edition;
  return {
    frame: frameOf(edition, {
      title: words.titles.sources,
      description: words.sources.about(site.name),
      path: paths.sources(),
    }),
    sources: publicSources(edition)
      .map((source) => sourceCard(edition, source))
      .sort((a, b) => a.text.localeCompare(b.text, localesOf(site.language))),
  };
}

/** The sources that have a page: those that a public briefing names. */
export function publicSources(edition: Edition): Source[] {
  return [...namedSources(edition).keys()].flatMap((id) => edition.sources.get(id) ?? []);
}

/** The pages of a source, at least one. */
export function sourceSlices(edition: Edition, { id }: Source): Slice<Recorded>[] {
  return paginate(statementsOf(edition, id), PAGE_SIZE);
}

export function sourceView(edition: Edition, source: Source, slice: Slice<Recorded>): SourceView {
  const { paths, words } = edition;
  const card = sourceCard(edition, source);
  return {
    frame: frameOf(edition, {
      title: numberedTitle(words, source.name, slice),
      description: [words.sources.onRecord(source.name), source.role ?? []].flat().join('. '),
      path: paths.source(source.id, slice.page),
      part: { text: words.titles.sources, href: paths.sources() },
    }),
    card,
    statements: slice.items.map((recorded) => recordedView(edition, recorded)),
    cards: (namedSources(edition).get(source.id) ?? []).slice(0, BRIEFINGS).map((entry) => cardView(edition, entry)),
    pagination: paginationView(slice, (page) => paths.source(source.id, page)),
  };
}

function recordedView(edition: Edition, { entry, question, statement }: Recorded): RecordedView {
  const address = edition.paths.briefing(entry.id);
  const foreign = foreignWords(edition, entry.id);
  return {
    ...statementView(edition, statement),
    question: { text: question.about, href: `${address}#${questionAnchor(question.id)}`, foreign },
    standingText: edition.words.standings[question.standing],
    briefing: { text: entry.data.headline, href: address, foreign },
    published: publishedView(edition, entry.data.publishedAt),
    foreign,
  };
}

/** Every statement of a source, newest first. What several briefings of a story report stands once, as the newest has it. */
const statementsOf = onceForEach((edition, source: string): Recorded[] => {
  const found = new Map<string, Recorded>();
  for (const entry of namedSources(edition).get(source) ?? []) {
    for (const question of entry.data.questions) {
      for (const statement of question.statements.filter(({ by }) => by === source)) {
        const { on, says, quote } = statement;
        const key = JSON.stringify([entry.data.story ?? entry.id, question.id, on, says, quote]);
        if (!found.has(key)) found.set(key, { entry, question, statement });
      }
    }
  }
  return [...found.values()].sort((a, b) => compareEventDates(eventDate(b.statement.on), eventDate(a.statement.on)));
});

function sourceCard(edition: Edition, { id, name, role, side }: Source): SourceCard {
  return { text: name, href: edition.paths.source(id), role, side, count: statementsOf(edition, id).length };
}
