import type { Fact } from '../schemas/briefing.ts';
import type { Statement } from '../schemas/question.ts';
import { hashOf } from './hash.ts';

/*
 * Names of places on a page that others link to. They stay the same for good: they are made of the id that the thing has or,
 * without one, of its words, and not of its place in a list. They begin with a capital, which no id made of a heading does.
 */

/** Of a fact: its label names it, since its value may be brought up to date. */
export function factAnchor({ id, label }: Pick<Fact, 'id' | 'label'>): string {
  return `Fact-${id ?? hashOf(label)}`;
}

/** @param key of the event within its story. */
export function eventAnchor(key: string): string {
  return `Event-${key}`;
}

/** Of a statement: who said what, and when. */
export function statementAnchor({ by, on, says, quote }: Pick<Statement, 'by' | 'on' | 'says' | 'quote'>): string {
  return `Statement-${hashOf([by, on, says ?? '', quote ?? ''].join('\n'))}`;
}

/**
 * Takes the anchor from whatever has the one of something before it: on a page each names one place.
 *
 * @param taken anchors of what stands before all of them; it takes theirs.
 */
export function distinct<View extends { anchor?: string | undefined }>(
  views: readonly View[],
  taken = new Set<string | undefined>(),
): View[] {
  return views.map((view) => {
    const isTaken = taken.has(view.anchor);
    taken.add(view.anchor);
    return isTaken ? { ...view, anchor: undefined } : view;
  });
}
