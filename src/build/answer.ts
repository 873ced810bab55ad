interface Init {
  status?: number;
  statusText?: string;
  headers?: HeadersInit;
}

/**
 * What a page answers with, in place of the platform's own `Response`: as much of it (fetch.spec.whatwg.org, 5.5) as Astro and
 * the pages use. The own one makes a stream of every text.
 */
export class Answer {
  readonly body: string | Uint8Array | null;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;

  constructor(body: string | Uint8Array | null = null, { status = 200, statusText = '', headers }: Init = {}) {
    this.body = body;
    this.status = status;
    this.statusText = statusText;
    this.headers = new Headers(headers);
  }

  static json(value: unknown, init: Init = {}): Answer {
    const answer = new Answer(JSON.stringify(value), init);
    if (!answer.headers.has('content-type')) answer.headers.set('content-type', 'application/json');
    return answer;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }
}
