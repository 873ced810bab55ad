import { BODY_COMPONENTS, type BodyComponent, componentsIn } from '../schemas/body-components.ts';
import { parseEventDate } from '../schemas/event-date.ts';
import type { Place } from './document.ts';
import type { ContentFile } from './files.ts';
import type { Found } from './mistake.ts';
import { didYouMean } from './suggest.ts';
import { valuesAt } from './values.ts';

type Problem = Pick<Found, 'rule' | 'message'>;

/** A `<Statement>` of an MDX body, and what is wrong with it if its source is there. */
export interface Spoken {
  by?: string;
  at: Place;
  problem?: Problem;
}

/** The statements that an MDX body shows. */
export function statementsIn(file: ContentFile): Spoken[] {
  return inMdx(file, ['Statement']).map(({ attributes, start }) => {
    const [by, on] = [attributes.get('by'), attributes.get('on')];
    const problem = on === undefined ? undefined : dateProblem(on);
    return { at: placeIn(file, start), ...(by !== undefined && { by }), ...(problem && { problem }) };
  });
}

function dateProblem(on: string): Problem | undefined {
  const date = parseEventDate(on);
  if (date.ok) return undefined;
  return { rule: 'event-date', message: `<Statement on="${on}"> cannot be read as a date: ${date.problem}.` };
}

/**
 * The source that a statement names has to exist.
 *
 * @param sources the ids of all sources; nothing if they are not known in full.
 */
export function statementMistakes({ by, at, problem }: Spoken, sources: readonly string[] | undefined): Found[] {
  if (by === undefined || !sources || sources.includes(by)) return problem ? [{ ...at, ...problem }] : [];
  const message = `<Statement by="${by}">: there is no such source in content/sources.yaml.${didYouMean(by, sources)}`;
  return [{ ...at, rule: 'unknown-source', message }];
}

/** The tallies and series that an MDX body shows have to be in its front matter, and each is shown once. */
export function figureMistakes(file: ContentFile): Found[] {
  const shown = new Set<string>();
  return inMdx(file, ['Tally', 'Series']).flatMap((component) => {
    const problem = figureProblem(file, component, shown);
    shown.add(`${component.name} ${component.attributes.get('id')}`);
    return problem ? [{ ...placeIn(file, component.start), ...problem }] : [];
  });
}

function figureProblem(
  file: ContentFile,
  { name, attributes }: BodyComponent,
  shown: ReadonlySet<string>,
): Problem | undefined {
  const id = attributes.get('id');
  if (id === undefined) return undefined;
  const list = name === 'Tally' ? 'tallies' : 'series';
  const known = valuesAt(file.document.data, [list, '*', 'id']).map(({ value }) => value);
  if (!known.includes(id)) {
    return { rule: 'unknown-part', message: `<${name} id="${id}">: "${list}" has no such id.${didYouMean(id, known)}` };
  }
  if (!shown.has(`${name} ${id}`)) return undefined;
  return { rule: 'shown-twice', message: `<${name} id="${id}"> is shown above already. Show it once.` };
}

function inMdx({ name, body }: ContentFile, names: readonly string[]): BodyComponent[] {
  if (!name.endsWith('.mdx')) return [];
  return componentsIn(body, BODY_COMPONENTS).filter((component) => names.includes(component.name));
}

/** Where a place of the body is in its file. */
export function placeIn({ body, bodyLine }: ContentFile, at: number): Place {
  const before = body.slice(0, at).split('\n');
  return { line: bodyLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}
