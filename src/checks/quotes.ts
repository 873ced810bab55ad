import { componentsIn } from '../schemas/body-components.ts';
import type { Question } from '../schemas/question.ts';
import type { Source } from '../schemas/source.ts';
import { placeIn } from './components.ts';
import type { Place } from './document.ts';
import type { ContentFile } from './files.ts';
import type { Found } from './mistake.ts';

/** A quotation of the front matter that stands in the body too, with what tells there who says it. */
export interface Quotation {
  quote: string;
  /** Who says it by the front matter: ids of sources. */
  by: string[];
  at: Place;
  /** Who says it by the `<Statement>` that it stands in; then nothing else is told of it. */
  statement?: string;
  /** The sentences of the paragraph before it, those that it is in without itself, and the one after it. */
  around?: { before: string[]; own: string; after: string };
}

/**
 * The quotations of the front matter that stand in the body, but those in a `<Statement>` of the same speaker.
 *
 * @param questions those of the file that can be read.
 */
export function quotationsIn(file: ContentFile, questions: readonly Question[]): Quotation[] {
  return [...speakersOf(questions)].flatMap(([quote, by]) =>
    placesOf(file.body, quote).flatMap(({ start, end }): Quotation[] => {
      const found = { quote, by: [...by], at: placeIn(file, start) };
      const statement = statementAround(file.body, { start, end });
      if (statement === undefined) return [{ ...found, around: sentencesAround(file.body, start, end) }];
      return by.has(statement) ? [] : [{ ...found, statement }];
    }),
  );
}

function statementAround(body: string, { start, end }: Stretch): string | undefined {
  const element = componentsIn(body, ['Statement']).find((found) => found.start <= start && end <= found.end);
  return element?.attributes.get('by');
}

/**
 * A quotation belongs to the same speaker in the body and in the front matter. A body is prose, so only what is clear is
 * refused: an MDX `<Statement>` of another source, a sentence that names others and not the speaker, and "he said" after
 * a sentence that names one other alone.
 */
export function quotationMistakes(quotation: Quotation, voices: Voices): Found[] {
  const { quote, by, at } = quotation;
  const nameOf = (id: string) => voices.byId.get(id)?.name ?? id;
  const blamed = attributedTo(quotation, voices);
  if (blamed.length === 0) return [];
  const message =
    `The body gives “${quote}” to ${blamed.map(nameOf).join(' and ')}, the front matter to ` +
    `${by.map(nameOf).join(' and ')}. Correct one of the two.`;
  return [{ ...at, rule: 'quote-attribution', message }];
}

/** Each verbatim quotation of more than a word, and who says it. */
function speakersOf(questions: readonly Question[]): Map<string, Set<string>> {
  const speakers = new Map<string, Set<string>>();
  for (const { by, quote } of questions.flatMap(({ statements }) => statements)) {
    if (quote === undefined || !/\S\s+\S/.test(quote)) continue;
    speakers.set(quote, (speakers.get(quote) ?? new Set()).add(by));
  }
  return speakers;
}

interface Stretch {
  start: number;
  end: number;
}

const MARK = `["'“”„«»‘’]`;

/** Where words stand between quotation marks, over line ends and marks of Markdown, whatever their first letter. */
function placesOf(body: string, quote: string): Stretch[] {
  const words = quote.split(/\s+/).map((word) => escaped(word).replaceAll(/['’]/g, `['’]`));
  const pattern = new RegExp(`(?<=${MARK}[*_]*)${words.join('[\\s>*_]+')}(?=[.,;:!?…]?[*_]*${MARK})`, 'giu');
  return [...body.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

/** Others whose words the body says they are: ids of sources, none where it does not say or says the right one. */
function attributedTo({ by, statement, around }: Quotation, voices: Voices): string[] {
  if (statement !== undefined) return voices.byId.has(statement) ? [statement] : [];
  const right = by.flatMap((id) => voices.byId.get(id) ?? []);
  // Of an unknown source that alone is told: nobody knows how it is named.
  if (right.length < by.length || !around) return [];
  const { before, own, after } = around;
  const isRight = (id: string) => by.includes(id);
  const speakers = speakersIn(own, voices);
  const byRole = right.some(({ role }) => role !== undefined && own.toLowerCase().includes(role.toLowerCase()));
  if (byRole || speakers.some(isRight)) return [];
  if (speakers.length > 0) return speakers;
  if (!SAID.test(own) || speakersIn(after, voices).some(isRight)) return [];
  const last = before.map((text) => speakersIn(text, voices)).findLast((ids) => ids.length > 0) ?? [];
  return last.length === 1 && !last.some(isRight) ? last : [];
}

const VERBS = 'said|says|added|adds|told|wrote|writes|asked|replied|warned|insisted|noted|called|calls';
/** Whoever the sentence before names said it. */
const SAID = new RegExp(`\\b(?:he|she|they) (?:${VERBS})\\b|\\b(?:${VERBS}) (?:he|she|they)\\b`, 'i');

/** The sentences of the paragraph before a stretch, those that it is in without itself, and the one after it. */
function sentencesAround(body: string, start: number, end: number): { before: string[]; own: string; after: string } {
  const breaks = [...body.matchAll(/\n[\s>]*\n|\n\s*(?:[-*+]|\d+\.)\s/g)].map(({ index }) => index);
  const from = breaks.findLast((index) => index < start) ?? 0;
  const to = breaks.find((index) => index >= end) ?? body.length;
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(oneLine(body.slice(from, to)))];
  const first = sentences.findLastIndex(({ index }) => from + index <= start);
  const last = sentences.findLastIndex(({ index }) => from + index < end);
  const texts = sentences.map(({ segment }) => segment);
  const own = texts.slice(first, last + 1).join('');
  const at = start - from - (sentences[first]?.index ?? 0);
  return {
    before: texts.slice(0, first),
    own: `${own.slice(0, at)} … ${own.slice(at + end - start)}`,
    after: texts[last + 1] ?? '',
  };
}

/** Words that make a place or somebody spoken to out of a name: "in Kyiv", "in answer to Zelenskyy". */
const PLACED = '\\b(?:in|at|to|from|near|of) (?:the )?';

/** A way of naming somebody, ready to be looked for. */
interface Naming {
  /** What stands in every text that names them so. */
  rest: string;
  /** Them as a place, or as somebody spoken to. */
  placed: RegExp;
  alone: RegExp;
}

/** How all sources are named: made once, since making a pattern takes far longer than looking for it. */
export interface Voices {
  byId: ReadonlyMap<string, Source>;
  /** The whole names, then the last ones. */
  namings: Naming[];
  /** By what each is known: the whole name or, where nobody else has it, the last of two or more. */
  known: { id: string; namings: Naming[] }[];
}

/** @param sources those that can be read. Of several with one id the first counts. */
export function voicesOf(sources: readonly Source[]): Voices {
  const last = Map.groupBy(sources, lastName);
  const named = sources.map((source) => ({ source, whole: namingOf(source.name), last: lastNaming(source) }));
  return {
    byId: new Map(sources.toReversed().map((source) => [source.id, source])),
    namings: [...named.map(({ whole }) => whole), ...named.flatMap((names) => names.last ?? [])],
    known: named.map(({ source, whole, last: own }) => {
      const isAlone = last.get(lastName(source))?.length === 1;
      return { id: source.id, namings: own && isAlone ? [whole, own] : [whole] };
    }),
  };
}

function lastNaming(source: Source): Naming | undefined {
  const name = lastName(source);
  return name === undefined ? undefined : namingOf(name);
}

function namingOf(name: string): Naming {
  const pattern = patternOf(name);
  return {
    rest: straight(name).slice(([...straight(name)][0] ?? '').length),
    placed: new RegExp(`${PLACED}${pattern}(?![\\p{L}\\p{N}])`, 'gu'),
    alone: new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u'),
  };
}

/** The sources that a text names. */
function speakersIn(text: string, { namings, known }: Voices): string[] {
  const spoken = namings.reduce(
    (left, { rest, placed }) => (left.includes(rest) ? left.replaceAll(placed, ' … ') : left),
    straight(text),
  );
  const isNamed = ({ rest, alone }: Naming) => spoken.includes(rest) && alone.test(spoken);
  return known.filter((source) => source.namings.some(isNamed)).map(({ id }) => id);
}

/** Only of those who have a role: "White House" has no last name. */
function lastName({ name, role }: Source): string | undefined {
  return role === undefined ? undefined : /^\p{Lu}\S*(?: \S+)* (\p{Lu}\S*)$/u.exec(name)?.[1];
}

/** With the first letter large or small: "The report" within a sentence is "the report". */
function patternOf(words: string): string {
  const first = [...straight(words)][0] ?? '';
  const rest = escaped(straight(words).slice(first.length));
  return /\s/.test(words)
    ? `[${escaped(first.toUpperCase())}${escaped(first.toLowerCase())}]${rest}`
    : escaped(first) + rest;
}

function escaped(words: string): string {
  return words.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function straight(text: string): string {
  return text.replaceAll(/[‘’]/g, "'");
}

/** Of the same length as before. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]/g, ' ');
}
