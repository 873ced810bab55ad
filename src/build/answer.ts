const Whole = globalThis.Response;

type Content = string | Uint8Array;

/**
 * What a page answers with, in place of the platform's own `Response` (fetch.spec.whatwg.org, 5.5), which makes a stream of every
 * text. It keeps a text or bytes as they are until somebody wants more of it: then one of the platform's own is made of them.
 */
export class Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly type = 'default';
  readonly url = '';
  readonly redirected = false;
  readonly #content: Content | null = null;
  /** One of the platform's own with the same; from the start where the body is a stream, a form or a blob. */
  #made: Response | undefined;

  constructor(body?: BodyInit | null, init: ResponseInit = {}) {
    this.status = init.status ?? 200;
    this.statusText = init.statusText ?? '';
    if (typeof body === 'string' || body instanceof Uint8Array) this.#content = body;
    else if (body !== undefined && body !== null) this.#made = new Whole(body, init);
    this.headers = this.#made?.headers ?? new Headers(init.headers);
    if (typeof body === 'string' && !this.headers.has('content-type')) {
      this.headers.set('content-type', 'text/plain;charset=UTF-8');
    }
  }

  static [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Whole || isAnswer(value);
  }

  static json(value: unknown, init: ResponseInit = {}): Answer {
    const headers = new Headers(init.headers);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    return new Answer(JSON.stringify(value), { ...init, headers });
  }

  static redirect(url: string | URL, status?: number): Response {
    return Whole.redirect(url, status);
  }

  static error(): Response {
    return Whole.error();
  }

  /** What it keeps; for this module alone. */
  static contentOf(answer: Answer): Content | null {
    return answer.#content;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  get body(): ReadableStream | null {
    return this.#content === null && !this.#made ? null : this.#whole().body;
  }

  get bodyUsed(): boolean {
    return this.#made?.bodyUsed ?? false;
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

  formData(): Promise<FormData> {
    return this.#whole().formData();
  }

  clone(): Response {
    return this.#whole().clone();
  }

  #whole(): Response {
    const content = this.#content;
    this.#made ??= new Whole(content instanceof Uint8Array ? Uint8Array.from(content) : content, this);
    return this.#made;
  }
}

/** From now on, everything in this process or thread answers so. */
export function answerLightly(): void {
  Object.assign(globalThis, { Response: Answer });
}

/** What was answered, a text or bytes; an empty text where there is nothing. */
export async function contentOf(answer: Answer | Response): Promise<Content> {
  const kept = isAnswer(answer) ? Answer.contentOf(answer) : null;
  if (kept !== null) return kept;
  return answer.body === null ? '' : new Uint8Array(await answer.arrayBuffer());
}

function isAnswer(value: unknown): value is Answer {
  return Object.prototype.isPrototypeOf.call(Answer.prototype, Object(value));
}
