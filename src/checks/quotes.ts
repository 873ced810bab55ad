import { componentsIn } from '../schemas/body-components.ts';
import type { Question } from '../schemas/question.ts';
import type { Source } from '../schemas/source.ts';
import { placeIn } from './components.ts';
import type { ContentFile } from './files.ts';
import type { Mistake } from './mistake.ts';

/**
 * A quotation of the front matter that stands in the body too belongs to the same speaker there. A body is prose, so only
 * what is clear is refused: an MDX `<Statement>` of another source, a sentence that names others and not the speaker, and
 * "he said" after a sentence that names one other alone.
 *
 * @param questions those of the file that can be read.
 */
export function checkQuotes(file: ContentFile, questions: readonly Question[], sources: readonly Source[]): Mistake[] {
  const nameOf = (id: string) => sources.find((source) => source.id === id)?.name ?? id;
  return [...speakersOf(questions)].flatMap(([quote, by]) =>
    placesOf(file.body, quote).flatMap(({ start, end }) => {
      const blamed = attributedTo(file.body, { start, end }, by, sources);
      if (blamed.length === 0) return [];
      const message =
        `The body gives “${quote}” to ${blamed.map(nameOf).join(' and ')}, the front matter to ` +
        `${[...by].map(nameOf).join(' and ')}. Correct one of the two.`;
      return [{ file: file.document.file, ...placeIn(file, start), rule: 'quote-attribution', message }];
    }),
  );
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
function attributedTo(
  body: string,
  { start, end }: Stretch,
  by: ReadonlySet<string>,
  sources: readonly Source[],
): string[] {
  const element = componentsIn(body, ['Statement']).find((found) => found.start <= start && end <= found.end);
  const named = element?.attributes.get('by');
  if (named !== undefined) return by.has(named) || !sources.some(({ id }) => id === named) ? [] : [named];
  const right = sources.filter(({ id }) => by.has(id));
  // Of an unknown source that alone is told: nobody knows how it is named.
  if (right.length < by.size) return [];
  const { before, own, after } = sentencesAround(body, start, end);
  const speakers = speakersIn(own, sources);
  const byRole = right.some(({ role }) => role !== undefined && own.toLowerCase().includes(role.toLowerCase()));
  if (byRole || speakers.some((id) => by.has(id))) return [];
  if (speakers.length > 0) return speakers;
  if (!SAID.test(own) || speakersIn(after, sources).some((id) => by.has(id))) return [];
  const last = before.map((text) => speakersIn(text, sources)).findLast((ids) => ids.length > 0) ?? [];
  return last.length === 1 && !last.some((id) => by.has(id)) ? last : [];
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

/** The sources that a text names: by the whole name or, where nobody else has it, by the last of two or more. */
function speakersIn(text: string, sources: readonly Source[]): string[] {
  const names = sources.map(({ name }) => name);
  const lastNames = sources.flatMap((source) => lastName(source) ?? []);
  const spoken = [...names, ...lastNames].reduce(
    (rest, name) => without(rest, PLACED + patternOf(name)),
    straight(text),
  );
  return sources
    .filter((source) => {
      const last = lastName(source);
      const alone = lastNames.filter((other) => other === last).length === 1;
      return holds(spoken, source.name) || (alone && last !== undefined && holds(spoken, last));
    })
    .map(({ id }) => id);
}

/** Only of those who have a role: "White House" has no last name. */
function lastName({ name, role }: Source): string | undefined {
  return role === undefined ? undefined : /^\p{Lu}\S*(?: \S+)* (\p{Lu}\S*)$/u.exec(name)?.[1];
}

function holds(text: string, words: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${patternOf(words)}(?![\\p{L}\\p{N}])`, 'u').test(straight(text));
}

function without(text: string, pattern: string): string {
  return text.replaceAll(new RegExp(`${pattern}(?![\\p{L}\\p{N}])`, 'gu'), ' … ');
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
