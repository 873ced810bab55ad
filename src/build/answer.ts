const Whole = globalThis.Response;

/**
 * What a page answers with, in place of the platform's own `Response` (fetch.spec.whatwg.org, 5.5), which makes a stream of every
 * text. It keeps a text or bytes as they are; whatever else is asked of it, one of the platform's own does.
 */
export class Answer {
  readonly body: string | Uint8Array | null = null;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;

  /** @param body what this class cannot keep makes one of the platform's own. */
  constructor(body?: BodyInit | null, init: ResponseInit = {}) {
    this.status = init.status ?? 200;
    this.statusText = init.statusText ?? '';
    this.headers = new Headers(init.headers);
    if (typeof body === 'string' || body instanceof Uint8Array) this.body = body;
    // biome-ignore lint/correctness/noConstructorReturn: a stream, a form or a blob is for the platform to read.
    else if (body) return new Whole(body, init) as unknown as Answer;
  }

  static [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Whole || Object.prototype.isPrototypeOf.call(Answer.prototype, Object(value));
  }

  static json(value: unknown, init: ResponseInit = {}): Answer {
    const answer = new Answer(JSON.stringify(value), init);
    if (!answer.headers.has('content-type')) answer.headers.set('content-type', 'application/json');
    return answer;
  }

  static redirect(url: string | URL, status?: number): Response {
    return Whole.redirect(url, status);
  }

  static error(): Response {
    return Whole.error();
  }

  get ok(): boolean {
    return this.#whole().ok;
  }

  text(): Promise<string> {
    return this.#whole().text();
  }

  json(): Promise<unknown> {
    return this.#whole().json();
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#whole().arrayBuffer();
  }

  bytes(): Promise<Uint8Array> {
    return this.#whole().bytes();
  }

  blob(): Promise<Blob> {
    return this.#whole().blob();
  }

  clone(): Response {
    return this.#whole().clone();
  }

  #whole(): Response {
    return new Whole(this.body as BodyInit | null, this);
  }
}

/** From now on, everything in this process or thread answers so. */
export function answerLightly(): void {
  Object.assign(globalThis, { Response: Answer });
}

/** What was answered: a text or bytes, and nothing where there was neither. */
export async function contentOf(answer: Answer | Response): Promise<string | Uint8Array | undefined> {
  const { body } = answer;
  if (body === null) return undefined;
  return typeof body === 'string' || body instanceof Uint8Array ? body : new Uint8Array(await answer.arrayBuffer());
}
