/** The rendered body of an entry. Of ten thousand, an edit needs the text of a few; of the others it is enough to know them again. */
export class Body {
  /** Stands for the text wherever a view is compared with another one: bodies of one name have one text. */
  readonly name: string;
  readonly #fetch: () => string;
  #html: string | undefined;

  /** @param fetch gives the text, HTML. It is asked once, when somebody needs it. */
  constructor(name: string, fetch: () => string) {
    this.name = name;
    this.#fetch = fetch;
  }

  /** One whose text is at hand: it stands for itself. */
  static of(html: string): Body {
    return new Body(html, () => html);
  }

  get html(): string {
    this.#html ??= this.#fetch();
    return this.#html;
  }

  /** As `JSON.stringify` asks for it. */
  toJSON(): string {
    return this.name;
  }
}
