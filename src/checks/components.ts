import { BODY_COMPONENTS, type BodyComponent, componentsIn } from '../schemas/body-components.ts';
import { parseEventDate } from '../schemas/event-date.ts';
import type { ContentFile } from './files.ts';
import type { Mistake } from './mistake.ts';
import { didYouMean } from './suggest.ts';
import { valuesAt } from './values.ts';

/**
 * What the components of an MDX body name has to exist: sources, and the tallies and series of the front matter, each of
 * which is shown once.
 *
 * @param sources the ids of all sources; nothing if they are not known in full.
 */
export function checkComponents(file: ContentFile, sources: readonly string[] | undefined): Mistake[] {
  if (!file.name.endsWith('.mdx')) return [];
  const shown = new Set<string>();
  return componentsIn(file.body, BODY_COMPONENTS).flatMap((component) => {
    const { name, attributes, start } = component;
    const problem = name === 'Statement' ? statementProblem(component, sources) : figureProblem(file, component, shown);
    shown.add(`${name} ${attributes.get('id')}`);
    return problem ? [{ file: file.document.file, ...placeIn(file, start), ...problem }] : [];
  });
}

type Problem = Pick<Mistake, 'rule' | 'message'> | undefined;

function statementProblem({ attributes }: BodyComponent, sources: readonly string[] | undefined): Problem {
  const [by, on] = [attributes.get('by'), attributes.get('on')];
  if (by !== undefined && sources && !sources.includes(by)) {
    const message = `<Statement by="${by}">: there is no such source in content/sources.yaml.${didYouMean(by, sources)}`;
    return { rule: 'unknown-source', message };
  }
  const date = on === undefined ? undefined : parseEventDate(on);
  if (!date || date.ok) return undefined;
  return { rule: 'event-date', message: `<Statement on="${on}"> cannot be read as a date: ${date.problem}.` };
}

function figureProblem(file: ContentFile, { name, attributes }: BodyComponent, shown: ReadonlySet<string>): Problem {
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

/** Where a place of the body is in its file. */
export function placeIn({ body, bodyLine }: ContentFile, at: number): Pick<Mistake, 'line' | 'column'> {
  const before = body.slice(0, at).split('\n');
  return { line: bodyLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}
