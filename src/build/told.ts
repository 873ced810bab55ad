import { digestOf } from '../hosting/csp.ts';
import { kindOf } from '../hosting/headers.ts';
import { blockedIn, mailStylesOf, stylesOf } from '../hosting/inline.ts';

/** What servers have to be told of a page or a newsletter. */
export interface Told {
  path: string;
  kind: 'page' | 'mail';
  /** Digests of the styles that its policy has to allow. */
  styles: string[];
  /** What it has that its policy blocks, in words. */
  blocked: string[];
}

/** Reads it in a file of the site; nothing for what is neither a page nor a newsletter. */
export function toldBy(path: string, bytes: Uint8Array): Told | undefined {
  const kind = kindOf(path);
  if (kind !== 'page' && kind !== 'mail') return undefined;
  const html = new TextDecoder().decode(bytes);
  if (kind === 'mail') return { path, kind, styles: mailStylesOf(html).map(digestOf), blocked: [] };
  return { path, kind, styles: [...new Set(stylesOf(html).map(digestOf))], blocked: [...new Set(blockedIn(html))] };
}
