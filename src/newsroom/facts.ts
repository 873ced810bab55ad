import type { Fact } from '../schemas/briefing.ts';
import { factAnchors } from './anchors.ts';
import { type DateView, dateView } from './dates.ts';
import type { Edition } from './edition.ts';
import type { Foreign } from './language.ts';
import { type SourceName, sourceName } from './sources.ts';

export interface FactView {
  /** Its id where it can be linked to: on the page of its briefing. */
  anchor?: string | undefined;
  label: string;
  value: string;
  note?: string | undefined;
  /** Whoever says so. */
  by: SourceName;
  asOf?: DateView | undefined;
  /** Of its words, where they are in another language than the page. */
  foreign?: Foreign | undefined;
  /** When an update added it, in words. */
  added?: string | undefined;
}

/** The facts of a briefing as its page has them; @param added as below. */
export function factViews(edition: Edition, facts: readonly Fact[], added: ReadonlyMap<string, string>): FactView[] {
  const anchors = factAnchors(facts);
  return facts.map((fact, index) => ({ anchor: anchors[index], ...factView(edition, fact, added) }));
}

/** @param added when updates added parts of the briefing, in words, by the ids of the parts. */
export function factView(edition: Edition, fact: Fact, added: ReadonlyMap<string, string> = new Map()): FactView {
  const { id, label, value, note, by, asOf } = fact;
  return {
    label,
    value,
    note,
    by: sourceName(edition, by),
    asOf: asOf === undefined ? undefined : dateView(asOf, edition.style),
    added: id === undefined ? undefined : added.get(id),
  };
}
