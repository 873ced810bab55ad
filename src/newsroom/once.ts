import type { Edition } from './edition.ts';

/** Makes a function of an edition work once for each edition, however often it is asked. */
export function oncePerEdition<Result>(work: (edition: Edition) => Result): (edition: Edition) => Result {
  const done = new WeakMap<Edition, { result: Result }>();
  return (edition) => {
    const { result } = done.get(edition) ?? { result: work(edition) };
    done.set(edition, { result });
    return result;
  };
}
