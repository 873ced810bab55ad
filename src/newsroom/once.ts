import type { Edition } from './edition.ts';

/** Makes a function of an edition work once for each edition, however often it is asked. */
export function oncePerEdition<Result>(work: (edition: Edition) => Result): (edition: Edition) => Result {
  const done = new WeakMap<Edition, { result: Result }>();
  return (edition) => {
    const known = done.get(edition);
    if (known) return known.result;
    const result = work(edition);
    done.set(edition, { result });
    return result;
  };
}

/** The same for a function of an edition and of one thing in it: it works once for each thing. */
export function onceForEach<Thing, Result>(
  work: (edition: Edition, thing: Thing) => Result,
): (edition: Edition, thing: Thing) => Result {
  const doneIn = oncePerEdition(() => new Map<Thing, { result: Result }>());
  return (edition, thing) => {
    const done = doneIn(edition);
    const known = done.get(thing);
    if (known) return known.result;
    const result = work(edition, thing);
    done.set(thing, { result });
    return result;
  };
}
