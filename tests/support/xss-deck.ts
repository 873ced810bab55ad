import { line } from '../../src/schemas/scalars.ts';
import type { Vector } from './xss.ts';

/** Deals all vectors to the values of one field, one after another, and keeps count of what it could not deal. */
export class Deck {
  readonly field: string;
  /** Numbers of the vectors that stand in a value, whole or cut to what the field takes. */
  readonly carried = new Set<number>();
  /** Numbers of those that the schema does not take, by its reason. */
  readonly refused = new Map<string, number[]>();
  readonly #max: number;
  readonly #cards: readonly { number: number; text: string }[];
  #at = 0;

  /** @param max how many units a value takes. */
  constructor(field: string, max: number, vectors: readonly Vector[]) {
    this.field = field;
    this.#max = max;
    const schema = line(max);
    this.#cards = vectors.flatMap(({ number, text }) => {
      // A value is one line; that it may not be several is the schema's own test.
      const cut = cutTo(text.replaceAll(/\s*\n\s*/g, ' '), max);
      const taken = schema.safeParse(cut);
      if (taken.success) return [{ number, text: taken.data }];
      const reason = taken.error.issues[0]?.message ?? '';
      this.refused.set(reason, [...(this.refused.get(reason) ?? []), number]);
      return [];
    });
    // Values that stand side by side begin with another one each.
    this.#at = [...field].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  }

  /** A value: as many vectors as it has room for, at least one. */
  next(): string {
    let value = '';
    for (let dealt = 0; dealt < this.#cards.length; dealt += 1) {
      const card = this.#cards[this.#at % this.#cards.length];
      const longer = value === '' ? card?.text : `${value} ${card?.text}`;
      if (card === undefined || longer === undefined || longer.length > this.#max) break;
      value = longer;
      this.carried.add(card.number);
      this.#at += 1;
    }
    return value;
  }

  /** How many vectors no value had room for. */
  get left(): number {
    return this.#cards.length - this.carried.size;
  }
}

function cutTo(text: string, max: number): string {
  return text.length > max ? text.slice(0, max).toWellFormed().replaceAll('\uFFFD', '').trim() : text;
}
