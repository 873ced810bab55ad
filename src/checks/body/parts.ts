import type { CollectionName } from '../../schemas/publication.ts';
import type { ContentFile } from '../files.ts';
import { valuesAt } from '../values.ts';
import { type Body, nodesOf } from './read.ts';

/** Ids of the sections that the layouts give to pages that a file makes. They begin with a capital. */
const SECTIONS: Partial<Record<CollectionName, readonly string[]>> = {
  site: ['Coming', 'Content', 'Latest', 'Story'],
  briefings: ['Cite', 'Coming', 'Content', 'Facts', 'Outline', 'Timeline', 'Topics', 'Withdrawal'],
  stories: ['Briefings', 'Coming', 'Content', 'Places', 'Standings', 'Timeline'],
  pages: ['Content'],
};

/** Those of all pages, for those that are made of many files. */
const ANYWHERE =
  /^(Briefings|Calendars|Changes|Cite|Coming|Content|Events|Facts|Latest|Months|Outline|Places|Site|Standings|Statements|Stories|Story|Timeline|Topics|Unconfirmed|Withdrawal|(Before|Change|Event|Fact|Heading|Month|Note|Question|Search|Series|Statement|Tally|Year)-.+)$/;

/** Those that hang on other files than the one that makes the page (newsroom/parts.ts). */
const LINKED = /^(Before|Event|Fact|Statement|Year)-./;

/** Whether the layouts give a part of some page this id. */
export function isPart(anchor: string): boolean {
  return ANYWHERE.test(anchor);
}

/** Whether an id may be that of a fact, a statement, an event or a year. */
export function isLinkedPart(anchor: string): boolean {
  return LINKED.test(anchor);
}

/**
 * The ids of the parts that a page has besides the headings of its body.
 *
 * @param body nothing where it has no notes.
 */
export function partsOf({ collection, document }: ContentFile, body: Body | undefined): string[] {
  const named = (list: string, prefix: string) =>
    valuesAt(document.data, [list, '*', 'id']).map(({ value }) => `${prefix}-${value}`);
  const questions = named('questions', 'Question');
  const changes = valuesAt(document.data, ['changes', '*', 'kind']);
  return [
    ...(SECTIONS[collection] ?? []),
    ...(questions.length > 0 ? ['Statements', ...questions] : []),
    ...named('tallies', 'Tally'),
    ...named('series', 'Series'),
    ...(changes.length > 0 ? ['Changes', ...changes.map((_, index) => `Change-${index + 1}`)] : []),
    ...(body ? notesOf(body) : []),
  ];
}

/** The heading of the notes, the notes, and where they are named (mdast-util-to-hast, "Footnotes"). */
function notesOf(body: Body): string[] {
  const names = nodesOf(body.tree).flatMap((node) =>
    node.type === 'footnoteReference' ? [encodeURIComponent(node.identifier)] : [],
  );
  if (names.length === 0) return [];
  const counts = new Map<string, number>();
  const again = names.map((name) => {
    const times = (counts.get(name) ?? 0) + 1;
    counts.set(name, times);
    return `Note-fnref-${name}${times > 1 ? `-${times}` : ''}`;
  });
  return ['footnote-label', ...names.map((name) => `Note-fn-${name}`), ...again];
}
