import { expect, test as setup } from '@playwright/test';
import { VECTORS } from '../support/xss.ts';
import { writeXss } from '../support/xss-site.ts';

setup('what the publication of vectors does not hold is known', () => {
  // As it was built: the same again.
  const { refusedBodies, bodies, fields } = writeXss();

  // What the checks refuse stops a build: it is never published.
  expect(bodies.length + refusedBodies.size).toBe(VECTORS.length);
  expect(bodies.length).toBeGreaterThan(380);
  const rules = [
    'bidi-control',
    'broken-link',
    'control-character',
    'missing-image',
    'reserved-text',
    'unknown-anchor',
  ];
  expect([...new Set([...refusedBodies.values()].flat())].sort()).toEqual(rules);

  const reasons = fields.flatMap(({ refused }) => [...refused.keys()]);
  expect(new Set(reasons)).toEqual(
    new Set([
      'it has an invisible control character. Delete it',
      'an invisible character turns the direction of the text. Delete it',
    ]),
  );
  // Fields of which a briefing has one, and short ones, have room for some vectors alone; each field begins with another.
  expect(fields.filter(({ left }) => left === 0).length).toBeGreaterThan(15);
  expect(fields.filter(({ carried }) => carried.size === 0).map(({ field }) => field)).toEqual([]);
});
