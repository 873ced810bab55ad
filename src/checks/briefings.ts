import { briefingFields, PARTS } from '../schemas/briefing.ts';
import { change } from '../schemas/change.ts';
import { type Question, question } from '../schemas/question.ts';
import { instant } from '../schemas/scalars.ts';
import { type Source, source } from '../schemas/source.ts';
import { type CheckedFile, dataOf, filesOf, wrongAt } from './between.ts';
import { changeProblems } from './changes.ts';
import { figureMistakes, statementMistakes } from './components.ts';
import type { Path } from './document.ts';
import type { ContentFile } from './files.ts';
import type { Found, Mistake } from './mistake.ts';
import { quotationMistakes, voicesOf } from './quotes.ts';
import type { ReadingIn } from './reading.ts';
import { standingProblem } from './statements.ts';
import { entryOf, readable, valuesAt } from './values.ts';

/**
 * What a briefing says has to agree with itself. Looks at the file as it was read, and at every part that can be read by
 * itself, so that one mistake in a file does not hide another.
 */
export function briefingMistakes(file: ContentFile): Found[] {
  return [...changesIn(file), ...longHeadline(file), ...figureMistakes(file)];
}

/** What fits into a list, a search result and a share card. */
const EASY_HEADLINE = 100;

function longHeadline(file: ContentFile): Found[] {
  const headline = entryOf(file.document.data, 'headline');
  const length = typeof headline === 'string' ? headline.trim().length : 0;
  // What is too long to be published is told by the schema.
  if (length <= EASY_HEADLINE || !briefingFields.shape.headline.safeParse(headline).success) return [];
  const message = `The headline has ${length} characters. Up to ${EASY_HEADLINE} are read at a glance.`;
  return [wrong(file, ['headline'], 'long-headline', message)];
}

function changesIn(file: ContentFile): Found[] {
  const { data } = file.document;
  const changes = readable(entryOf(data, 'changes'), change);
  if (changes.length === 0) return [];
  const publishedAt = instant().safeParse(entryOf(data, 'publishedAt'));
  const parts = PARTS.flatMap((name) => valuesAt(data, [name, '*', 'id']).map(({ value }) => value));
  return changes.flatMap(({ data: made, index }) =>
    changeProblems(made, publishedAt.data, parts).map(({ path, rule, message }) =>
      wrong(file, ['changes', index, ...path], rule, message),
    ),
  );
}

function wrong({ document }: ContentFile, path: Path, rule: Mistake['rule'], message: string): Found {
  return { ...document.locate(path), rule, message };
}

/**
 * What briefings say has to agree with the list of sources.
 *
 * @param broken true if the list of sources could not be read in full.
 */
export function checkBriefings(files: readonly CheckedFile[], broken: boolean): Mistake[] {
  const sources = filesOf(files, 'sources').flatMap(sourcesIn);
  const ids = broken ? undefined : sources.map(({ id }) => id);
  const voices = voicesOf(sources);
  return filesOf(files, 'briefings').flatMap((checked) => {
    const { file, reading } = checked;
    const { quotations = [], statements = [] } = reading.body ?? {};
    const found = [
      ...quotations.flatMap((quotation) => quotationMistakes(quotation, voices)),
      ...statements.flatMap((statement) => statementMistakes(statement, ids)),
    ];
    return [...standingMistakes(checked, voices.byId), ...found.map((mistake) => ({ file, ...mistake }))];
  });
}

function standingMistakes(
  checked: CheckedFile<ReadingIn<'briefings'>>,
  sources: ReadonlyMap<string, Source>,
): Mistake[] {
  return questionsIn(checked).flatMap(({ data, index }) => {
    const message = standingProblem(data, sources);
    return message === undefined
      ? []
      : [wrongAt(checked, ['questions', index, 'standing'], 'question-standing', message)];
  });
}

function questionsIn(checked: CheckedFile<ReadingIn<'briefings'>>): { data: Question; index: number }[] {
  const { state, entries } = checked.reading;
  if (state !== 'whole') return readable(entryOf(dataOf(checked), 'questions'), question);
  return entries.flatMap(({ data }) => data.questions.map((data, index) => ({ data, index })));
}

function sourcesIn(checked: CheckedFile<ReadingIn<'sources'>>): Source[] {
  const { entries, state } = checked.reading;
  return state === 'whole'
    ? entries.map(({ data }) => data)
    : readable(dataOf(checked), source).map(({ data }) => data);
}
