/**
 * Does something for each entry of a list, for so many at a time.
 *
 * @throws whatever the first that fails throws; no more are begun then.
 */
export async function eachOf<Entry>(
  entries: readonly Entry[],
  atATime: number,
  work: (entry: Entry) => Promise<void>,
): Promise<void> {
  const waiting = entries.values();
  // All workers take from the one iterator, so that each entry is taken once.
  const worker = async () => {
    for (const entry of waiting) await work(entry);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
}
