import { describe, expect, test } from 'vitest';
import {
  CLOSED,
  digestOf,
  mailPolicy,
  metaPolicyText,
  pagePolicy,
  policyText,
  unite,
  workerPolicy,
} from '../../../src/hosting/csp.ts';
import { KEEP_OFFLINE } from '../../../src/scripts/keep-offline.ts';

/** The digest of "a{}", as `printf 'a{}' | openssl dgst -sha256 -binary | base64` gives it. */
const HASH = "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='";

describe('the policy of a page', () => {
  test('allows the styles that it has, each once, and pictures and fonts of the site', () => {
    expect(policyText(pagePolicy([digestOf('a{}'), digestOf('a{}')]))).toBe(
      `default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';script-src 'none';style-src ${HASH};img-src 'self';font-src 'self';manifest-src 'self';connect-src 'self'`,
    );
  });

  test('allows no script but those that it is told of, each once', () => {
    expect(pagePolicy([])['script-src']).toEqual(["'none'"]);
    expect(pagePolicy([], [digestOf('a{}'), digestOf('a{}')])['script-src']).toEqual([HASH]);
  });

  test('allows no style where it has none', () => {
    expect(pagePolicy([])['style-src']).toEqual(["'none'"]);
  });

  test('is the same whatever style came first', () => {
    expect(policyText(pagePolicy(['a', 'b', 'c']))).toBe(policyText(pagePolicy(['c', 'a', 'b'])));
  });

  test('has in a page nothing that counts in a header alone', () => {
    expect(metaPolicyText(CLOSED)).toBe("default-src 'none';base-uri 'none';form-action 'none'");
  });
});

describe('a worker that keeps pages', () => {
  const register = digestOf(KEEP_OFFLINE);

  test('is let in by a page that has the script for it, and gets pages of the site alone', () => {
    expect(pagePolicy([], [register])['worker-src']).toEqual(["'self'"]);
    expect(workerPolicy([register])).toEqual({ ...CLOSED, 'connect-src': ["'self'"] });
  });

  test('is let in by no other page, and gets nothing', () => {
    expect(pagePolicy([], [HASH])).not.toHaveProperty('worker-src');
    expect(workerPolicy([HASH])).toEqual(CLOSED);
  });
});

describe('the policy of a newsletter', () => {
  test('allows the styles on its elements and nothing else', () => {
    const policy = mailPolicy([digestOf('a{}')]);
    expect(policy['style-src']).toEqual(["'unsafe-hashes'", HASH]);
    expect(policy).toEqual({ ...CLOSED, 'style-src': policy['style-src'] });
  });

  test('allows no style where there is none', () => {
    expect(mailPolicy([])['style-src']).toEqual(["'none'"]);
  });
});

describe('the policies of several kinds of page together', () => {
  test('allow what any of them does', () => {
    const searching = { ...pagePolicy([]), 'script-src': ["'self'", "'wasm-unsafe-eval'"], 'connect-src': ["'self'"] };
    const both = unite([pagePolicy([digestOf('a{}')]), searching]);
    expect(both['style-src']).toEqual([HASH]);
    expect(both['script-src']).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(both['connect-src']).toEqual(["'self'"]);
    expect(both['default-src']).toEqual(["'none'"]);
    expect(both['frame-ancestors']).toEqual(["'none'"]);
  });

  test('allow what one allows by its default, where another one names it', () => {
    expect(unite([{ 'default-src': ["'self'"] }, { 'default-src': ["'none'"], 'img-src': ['data:'] }])).toEqual({
      'default-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
    });
  });
});
