import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inTimeZone, speaksAsOf } from '../../src/build/instant.ts';

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

describe('an instant as a clock shows it', () => {
  test.each([
    ['2026-03-02T08:00:41.5Z', 'UTC', '2026-03-02T08:00:00Z'],
    ['2026-03-02T08:00:00Z', 'Europe/Kyiv', '2026-03-02T10:00:00+02:00'],
    ['2026-07-02T08:00:00Z', 'Europe/Kyiv', '2026-07-02T11:00:00+03:00'],
    ['2026-01-01T03:00:00Z', 'America/St_Johns', '2025-12-31T23:30:00-03:30'],
    ['2026-01-01T03:00:00Z', 'Europe/London', '2026-01-01T03:00:00+00:00'],
    ['2026-01-01T03:00:00+05:00', 'Asia/Kathmandu', '2026-01-01T03:45:00+05:45'],
    // Forty-four and a half minutes behind, until 1972.
    ['1970-01-01T12:00:00Z', 'Africa/Monrovia', '1970-01-01T11:16:00-00:44'],
  ])('%s in %s is %s', (instant, timeZone, shown) => {
    expect(inTimeZone(instant, timeZone)).toBe(shown);
  });

  test('is the same instant, to the minute', () => {
    for (const timeZone of Intl.supportedValuesOf('timeZone')) {
      expect(Date.parse(inTimeZone('2026-03-29T00:59:00Z', timeZone)), timeZone).toBe(
        Date.parse('2026-03-29T00:59:00Z'),
      );
    }
  });
});
