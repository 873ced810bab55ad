import fc from 'fast-check';

/** The same items, in any order. */
export function anyOrder<Item>(items: Item[]): fc.Arbitrary<Item[]> {
  return fc.shuffledSubarray(items, { minLength: items.length });
}

/** Instants as files write them: some hours of a few days, with several offsets, so that two are often the same. */
export function instants(): fc.Arbitrary<string> {
  return fc
    .record({
      day: fc.integer({ min: 24, max: 29 }),
      hour: fc.constantFrom('00', '02', '12', '23'),
      offset: fc.constantFrom('Z', '+02:00', '-05:00'),
    })
    .map(({ day, hour, offset }) => `2026-01-${day}T${hour}:00:00${offset}`);
}
