/** Chance that is the same for the same seed. */
export type Chance = () => number;

/** One of a list; nothing of an empty one. */
export function pick<Item>(list: readonly Item[], chance: Chance): Item | undefined {
  return list[Math.floor(chance() * list.length)];
}
