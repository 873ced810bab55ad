/** Things by each of their keys; one that names a key twice is there once. */
export function listsBy<Thing>(
  things: readonly Thing[],
  keysOf: (thing: Thing) => Iterable<string>,
): Map<string, Thing[]> {
  const lists = new Map<string, Thing[]>();
  for (const thing of things) {
    for (const key of new Set(keysOf(thing))) {
      const list = lists.get(key);
      if (list) list.push(thing);
      else lists.set(key, [thing]);
    }
  }
  return lists;
}
