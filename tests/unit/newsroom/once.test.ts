import { expect, test } from 'vitest';
import { onceForEach, oncePerEdition } from '../../../src/newsroom/once.ts';
import { edition } from '../../support/unit-factory.ts';

test('what is worked out for an edition is worked out once, and for each edition apart', () => {
  const asked: string[] = [];
  const work = oncePerEdition(({ asOf }) => {
    asked.push(asOf);
    return undefined;
  });
  const [first, second] = [edition({}, '2026-01-01T00:00:00Z'), edition({}, '2026-01-02T00:00:00Z')];
  for (const opened of [first, second, first, second]) expect(work(opened)).toBeUndefined();
  expect(asked).toEqual([first.asOf, second.asOf]);
});

test('what is worked out for one thing of an edition is worked out once for it, and for each edition apart', () => {
  const asked: string[] = [];
  const work = onceForEach(({ asOf }, id: string) => {
    asked.push(`${asOf} ${id}`);
    return undefined;
  });
  const [first, second] = [edition({}, '2026-01-01T00:00:00Z'), edition({}, '2026-01-02T00:00:00Z')];
  for (const id of ['a', 'b', 'a']) for (const opened of [first, second]) expect(work(opened, id)).toBeUndefined();
  expect(asked.sort()).toEqual([`${first.asOf} a`, `${first.asOf} b`, `${second.asOf} a`, `${second.asOf} b`]);
});
