import { expect, test } from 'vitest';
import { hashOf } from '../../../src/newsroom/hash.ts';

// The values are those that the inventors of FNV-1a give for 64 bits (RFC 9923): calendars keep events by them for good.
test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('the short name of "%s" is %s, on every machine and for good', (text, expected) => {
  expect(hashOf(text)).toBe(expected);
});

test('short names of texts in any script are 16 digits, and differ', () => {
  const names = ['Кран', 'Крани', '😀', '2026-03-10 кран', '\u0000'].map(hashOf);
  expect(new Set(names).size).toBe(5);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{16}$/);
});
