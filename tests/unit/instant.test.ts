import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { speaksAsOf } from '../../src/build/instant.ts';

describe('the instant that a site speaks as of', () => {
  beforeEach(() => {
    vi.stubEnv('SOURCE_DATE_EPOCH', undefined);
    vi.useFakeTimers({ now: new Date('2026-01-28T12:00:00Z') });
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    vi.useRealTimers();
  });

  test('is the one that is set from outside, before any other', () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1769472000');
    expect(speaksAsOf('2026-01-01T00:00:00Z')).toBe('2026-01-27T00:00:00.000Z');
    vi.stubEnv('SOURCE_DATE_EPOCH', '0');
    expect(speaksAsOf(undefined)).toBe('1970-01-01T00:00:00.000Z');
  });

  test('is what the publication says or, where it says nothing, now', () => {
    expect(speaksAsOf('2026-01-01T02:00:00+02:00')).toBe('2026-01-01T02:00:00+02:00');
    expect(speaksAsOf(undefined)).toBe('2026-01-28T12:00:00.000Z');
    vi.stubEnv('SOURCE_DATE_EPOCH', '');
    expect(speaksAsOf('2026-01-01T00:00:00Z')).toBe('2026-01-01T00:00:00Z');
  });

  test.each(['yesterday', '2026-01-27', '-1', '1.5', ' 1', '253402300800', '9'.repeat(400)])(
    'is refused where it is no number of seconds, or one too large for a date: "%s"',
    (epoch) => {
      vi.stubEnv('SOURCE_DATE_EPOCH', epoch);
      expect(() => speaksAsOf(undefined)).toThrow(`not "${epoch}"`);
    },
  );
});
