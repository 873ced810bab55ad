import { digestOf, metaPolicyText, pagePolicy, searchPolicy } from '../hosting/csp.ts';
import { kindOf } from '../hosting/headers.ts';
import { blockedIn, mailStylesOf, ownScriptsOf, stylesOf, withMeta } from '../hosting/inline.ts';

/** What servers have to be told of a page or a newsletter. */
export interface Told {
  path: string;
  kind: 'page' | 'search' | 'mail';
  /** Digests of the styles that its policy has to allow. */
  styles: string[];
  /** Digests of the scripts of the build's own that it has. */
  scripts: string[];
  /** What it has that its policy blocks, in words. */
  blocked: string[];
}

/** Whether servers have to be told something of a file of the site. */
export function isTold(path: string): boolean {
  return ['page', 'search', 'mail'].includes(kindOf(path));
}

/**
 * Reads it in the HTML of a page or a newsletter.
 *
 * @param textOf gives the text of a style that something stands for in the HTML.
 */
export function toldBy(path: string, html: string, textOf = (style: string) => style): Told {
  if (kindOf(path) === 'mail') {
    return { path, kind: 'mail', styles: mailStylesOf(html).map(digestOf), scripts: [], blocked: [] };
  }
  const kind = kindOf(path) === 'search' ? 'search' : 'page';
  const styles = [...new Set(stylesOf(html).map((style) => digestOf(textOf(style))))];
  const scripts = ownScriptsOf(html).map(digestOf);
  return { path, kind, styles, scripts, blocked: [...new Set(blockedIn(html, kind === 'search'))] };
}

/**
 * Puts into a page what it may load and run, for hosts that send no such header. It allows the styles that the build has put
 * into the head of this page, the scripts of its own, and nothing that came in with a text. A newsletter goes to mail programs as it is.
 */
export function withPolicy(html: string, { kind, styles, scripts }: Told): string {
  if (kind === 'mail') return html;
  const policyOf = kind === 'search' ? searchPolicy : pagePolicy;
  return withMeta(html, metaPolicyText(policyOf(styles, scripts)));
}
