import { briefingFields, PARTS } from '../schemas/briefing.ts';
import { change } from '../schemas/change.ts';
import { question } from '../schemas/question.ts';
import { instant } from '../schemas/scalars.ts';
import { source } from '../schemas/source.ts';
import { changeProblems } from './changes.ts';
import { checkComponents } from './components.ts';
import type { Path } from './document.ts';
import type { ContentFile } from './files.ts';
import type { Mistake } from './mistake.ts';
import { checkQuotes } from './quotes.ts';
import { standingProblem } from './statements.ts';
import { entryOf, readable, valuesAt } from './values.ts';

/**
 * What a briefing says has to agree with itself and with the list of sources. Looks at the files as they were read, and
 * at every part that can be read by itself, so that one mistake in a file does not hide another.
 *
 * @param broken true if the list of sources could not be read in full.
 */
export function checkBriefings(files: readonly ContentFile[], broken: boolean): Mistake[] {
  const sources = files
    .filter(({ collection }) => collection === 'sources')
    .flatMap(({ document }) => readable(document.data, source).map(({ data }) => data));
  const ids = broken ? undefined : sources.map(({ id }) => id);
  return files
    .filter(({ collection }) => collection === 'briefings')
    .flatMap((file) => {
      const questions = readable(entryOf(file.document.data, 'questions'), question);
      return [
        ...questions.flatMap(({ data, index }) => {
          const message = standingProblem(data, sources);
          return message === undefined
            ? []
            : [wrong(file, ['questions', index, 'standing'], 'question-standing', message)];
        }),
        ...checkQuotes(
          file,
          questions.map(({ data }) => data),
          sources,
        ),
        ...changesIn(file),
        ...longHeadline(file),
        ...checkComponents(file, ids),
      ];
    });
}

/** What fits into a list, a search result and a share card. */
const EASY_HEADLINE = 100;

function longHeadline(file: ContentFile): Mistake[] {
  const headline = entryOf(file.document.data, 'headline');
  const length = typeof headline === 'string' ? headline.trim().length : 0;
  // What is too long to be published is told by the schema.
  if (length <= EASY_HEADLINE || !briefingFields.shape.headline.safeParse(headline).success) return [];
  const message = `The headline has ${length} characters. Up to ${EASY_HEADLINE} are read at a glance.`;
  return [wrong(file, ['headline'], 'long-headline', message)];
}

function changesIn(file: ContentFile): Mistake[] {
  const { data } = file.document;
  const publishedAt = instant().safeParse(entryOf(data, 'publishedAt'));
  const parts = PARTS.flatMap((name) => valuesAt(data, [name, '*', 'id']).map(({ value }) => value));
  return readable(entryOf(data, 'changes'), change).flatMap(({ data: made, index }) =>
    changeProblems(made, publishedAt.data, parts).map(({ path, rule, message }) =>
      wrong(file, ['changes', index, ...path], rule, message),
    ),
  );
}

function wrong({ document }: ContentFile, path: Path, rule: Mistake['rule'], message: string): Mistake {
  return { file: document.file, ...document.locate(path), rule, message };
}
