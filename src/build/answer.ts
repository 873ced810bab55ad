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
  #made: Response | undefined;

  /** @param body what this class cannot keep makes one of the platform's own. */
  constructor(body?: BodyInit | null, init: ResponseInit = {}) {
    this.status = init.status ?? 200;
    this.statusText = init.statusText ?? '';
    this.headers = new Headers(init.headers);
    if (typeof body === 'string' || body instanceof Uint8Array) this.#content = body;
    // biome-ignore lint/correctness/noConstructorReturn: a stream, a form or a blob is for the platform to read.
    else if (body !== undefined && body !== null) return new Whole(body, init) as unknown as Answer;
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
    return this.#content === null ? null : this.#whole().body;
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
    this.#made ??= new Whole(this.#content as BodyInit | null, this);
    return this.#made;
  }
}

/** From now on, everything in this process or thread answers so. */
export function answerLightly(): void {
  Object.assign(globalThis, { Response: Answer });
}

/** What was answered, a text or bytes; an empty text where there is nothing. */
export async function contentOf(answer: Answer | Response): Promise<Content> {
  if (isAnswer(answer)) return Answer.contentOf(answer) ?? '';
  return new Uint8Array(await answer.arrayBuffer());
}

function isAnswer(value: unknown): value is Answer {
  return Object.prototype.isPrototypeOf.call(Answer.prototype, Object(value));
}
