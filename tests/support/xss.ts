import { ADDRESSES, FIELD_ADDRESSES, FIELD_MAILBOXES } from './xss-addresses.ts';
import { ATTRIBUTES, HANDLERS, NESTINGS } from './xss-elements.ts';
import { MARKDOWN } from './xss-markdown.ts';

// Text that tries to be code, written after the classes of the public lists: OWASP's filter evasion, PortSwigger's
// events and protocols, and the mutations that sanitisers had to learn.

/** The host that vectors ask. No such host exists (RFC 2606). */
export const ELSEWHERE = 'xss.invalid';

/**
 * What a browser makes of a vector that nobody has sanitised: it `runs` it, `asks` another host, or `shows` markup that no
 * page of the site has. What is `inert` does nothing in today's Chromium, and may in another browser or format.
 */
export type Effect = 'runs' | 'asks' | 'shows' | 'inert';

/**
 * As the lists have it: RUN is a call of the vector's marker, HOST an address of its own on another host, and NUMBER its number.
 * An `open` one swallows what comes after it.
 */
export type Written = readonly [effect: Effect, text: string, open?: 'open'];

export interface Vector {
  /** Stands in its marker, `__ran(17)`, and in its address, `xss.invalid/17`. */
  number: number;
  effect: Effect;
  text: string;
  isOpen: boolean;
}

/** The vectors of a body in Markdown. All are tried as the text of fields too. */
export const VECTORS: readonly Vector[] = [...HANDLERS, ...NESTINGS, ...ATTRIBUTES, ...ADDRESSES, ...MARKDOWN].map(
  ([effect, text, open], number) => ({ number, effect, text: filledIn(text, number), isOpen: open !== undefined }),
);

/** What fields for addresses are tried with, besides. */
export const ADDRESS_VECTORS = FIELD_ADDRESSES.map((text, index) => filledIn(text, 1000 + index));
export const MAILBOX_VECTORS = FIELD_MAILBOXES.map((text, index) => filledIn(text, 2000 + index));

function filledIn(text: string, number: number): string {
  return text
    .replaceAll('RUN', `__ran(${number})`)
    .replaceAll('HOST', `${ELSEWHERE}/${number}`)
    .replaceAll('NUMBER', String(number));
}
