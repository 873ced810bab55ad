import type { Briefing } from '../schemas/briefing.ts';
import type { ChangeKind } from '../schemas/change.ts';
import type { Entry } from '../schemas/publication.ts';
import { type Published, publishedView } from './cards.ts';
import type { Edition, Withdrawn } from './edition.ts';
import type { Foreign } from './language.ts';

/** A change as readers are told of it. */
export interface ChangeView {
  /** Of its place on the page of its briefing. */
  anchor: string;
  kind: ChangeKind;
  /** The same in words: "Correction". */
  kindText: string;
  at: Published;
  what: string;
  was?: string | undefined;
  now?: string | undefined;
  grave: boolean;
  /** Of its words, where they are in another language than the page. */
  foreign?: Foreign | undefined;
}

/** The changes of a briefing of an edition, the newest first. */
export function changeViews(edition: Edition, { changes }: Briefing): ChangeView[] {
  return changes.map(({ kind, at, what, was, now, grave }, index) => ({
    // The oldest is the first, so that the place of a change stays as others follow.
    anchor: `Change-${changes.length - index}`,
    kind,
    kindText: edition.words.changes[kind],
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

/**
 * When a list of briefings last changed: a new one, a change to one, or one that was taken out of it. An instant; nothing
 * for a list that never had one.
 */
export function lastChange(
  briefings: readonly Entry<Briefing>[],
  withdrawn: readonly Pick<Withdrawn, 'at'>[] = [],
): string | undefined {
  return latest([...briefings.map(updatedAt), ...withdrawn.map(({ at }) => at)]);
}

/** The latest of some instants: the first, where several are the same in other offsets. Nothing where there is none. */
export function latest(instants: readonly string[]): string | undefined {
  const times = instants.map((instant) => Date.parse(instant));
  return instants[times.indexOf(times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY))];
}

/** When updates added parts of a briefing, in words, by the ids of the parts: "New, 27 January 2026". */
export function addedParts(edition: Edition, { changes }: Briefing): ReadonlyMap<string, string> {
  const oldestFirst = changes.toReversed();
  return new Map(
    oldestFirst.flatMap(({ at, added = [] }) =>
      added.map((id): [string, string] => [id, edition.words.changes.added(publishedView(edition, at).text)]),
    ),
  );
}
