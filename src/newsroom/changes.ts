import type { Briefing } from '../schemas/briefing.ts';
import type { ChangeKind } from '../schemas/change.ts';
import type { Entry } from '../schemas/publication.ts';
import { type Published, publishedView } from './cards.ts';
import type { Edition } from './edition.ts';

/** A change as readers are told of it. */
export interface ChangeView {
  kind: ChangeKind;
  /** The same in words: "Correction". */
  kindText: string;
  at: Published;
  what: string;
  was?: string | undefined;
  now?: string | undefined;
  grave: boolean;
}

export const CHANGE_TEXTS: Record<ChangeKind, string> = {
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
  withdrawal: 'Withdrawn',
};

/** The changes of a briefing of an edition, the newest first. */
export function changeViews(edition: Edition, { changes }: Briefing): ChangeView[] {
  return changes.map(({ kind, at, what, was, now, grave }) => ({
    kind,
    kindText: CHANGE_TEXTS[kind],
    at: publishedView(edition, at),
    what,
    was,
    now,
    grave,
  }));
}

/** When a briefing of an edition was last changed or, where it never was, published. An instant. */
export function updatedAt({ data }: Entry<Briefing>): string {
  return data.changes[0]?.at ?? data.publishedAt;
}

/** When updates added parts of a briefing, in words, by the ids of the parts: "New, 27 January 2026". */
export function addedParts(edition: Edition, { changes }: Briefing): ReadonlyMap<string, string> {
  const oldestFirst = changes.toReversed();
  return new Map(
    oldestFirst.flatMap(({ at, added = [] }) =>
      added.map((id): [string, string] => [id, `New, ${publishedView(edition, at).text}`]),
    ),
  );
}
