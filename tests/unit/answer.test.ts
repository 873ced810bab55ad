import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Answer, answerLightly, contentOf } from '../../src/build/answer.ts';

const Own = globalThis.Response;

describe('where answers are light, a Response', () => {
  beforeAll(answerLightly);
  afterAll(() => {
    globalThis.Response = Own;
  });

  test('keeps a text and bytes as they are', async () => {
    const bytes = new Uint8Array([1, 2]);
    expect(await contentOf(new Response('“text”'))).toBe('“text”');
    expect(await contentOf(new Response(bytes))).toBe(bytes);
    expect(await contentOf(new Response('', { status: 404 }))).toBe('');
    for (const empty of [undefined, null]) expect(await contentOf(new Response(empty, { status: 204 }))).toBe('');
  });

  test('takes whatever else a page may give', async () => {
    const stream = new Blob(['stream']).stream();
    const given = [
      new Blob(['blob']),
      stream,
      new URLSearchParams({ a: 'b' }),
      new TextEncoder().encode('buffer').buffer,
    ];
    const texts = await Promise.all(given.map(async (body) => contentOf(new Response(body))));
    expect(texts.map((text) => Buffer.from(text ?? []).toString())).toEqual(['blob', 'stream', 'a=b', 'buffer']);
  });

  test('is one for whoever asks, with its status, its headers and its text', async () => {
    const made = new Response('text', { status: 404, statusText: 'None', headers: { 'x-a': 'b' } });
    for (const one of [made, new Response(new Blob([])), new Own('')]) expect(one).toBeInstanceOf(Response);
    for (const other of [{}, null, 'text']) expect(other).not.toBeInstanceOf(Response);
    expect(made).toMatchObject({ status: 404, statusText: 'None', ok: false });
    expect(made.headers.get('x-a')).toBe('b');
    expect(made.body).toBeInstanceOf(ReadableStream);
    expect(new Response(null).body).toBeNull();
    expect(await made.clone().text()).toBe('text');
    expect(Buffer.from(await made.arrayBuffer()).toString()).toBe('text');
    expect(await new Response('{"a":1}').json()).toEqual({ a: 1 });
  });

  test('can be JSON, a way to elsewhere, or an error', async () => {
    const json = Response.json({ a: '→' });
    expect(json).toBeInstanceOf(Answer);
    expect([await contentOf(json), json.headers.get('content-type')]).toEqual(['{"a":"→"}', 'application/json']);
    expect(Response.redirect('https://example.org/', 301).headers.get('location')).toBe('https://example.org/');
    expect(Response.error().type).toBe('error');
  });
});
