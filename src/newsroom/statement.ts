import { type DateView, dateView } from './dates.ts';
import type { Edition } from './edition.ts';

/** Who said something, and when. */
export interface StatementView {
  name: string;
  role?: string | undefined;
  date: DateView;
}

/**
 * @param by the id of a source.
 * @param on an event's date.
 * @throws RangeError for a source or a date that does not exist; the message is the editor's.
 */
export function statementView(edition: Edition, by: string, on: string): StatementView {
  const source = edition.sources.get(by);
  if (!source) throw new RangeError(`<Statement by="${by}">: there is no such source in content/sources.yaml`);
  return { name: source.name, role: source.role, date: dateView(on, edition.style) };
}
