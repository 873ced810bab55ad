import { CLOSED, mailPolicy, type Policy, pagePolicy, policyText, searchPolicy, workerPolicy } from './csp.ts';
import { speculating } from './speculation.ts';

/**
 * What kind of answer an address gives. `page`: what readers see. `search`: the one page of them that runs the site's own script.
 * `mail`: a newsletter, as HTML. `font`, `asset`: files that the build names after what is in them. `worker`: what keeps pages in
 * browsers. `file`: everything else, such as feeds, calendars and pictures.
 */
export type Kind = 'page' | 'search' | 'mail' | 'font' | 'asset' | 'worker' | 'file';

/** Where each kind stands, from the root of the site; `:name` is any part of an address, and a star at the end is any rest. */
export const PLACES = {
  search: 'search/index.html',
  mail: 'days/:date/email.html',
  font: '_astro/fonts/*',
  asset: '_astro/*',
  worker: 'sw.js',
} as const;

/** @param path of a file of the site, from its root: `days/2026-01-26/email.html`. */
export function kindOf(path: string): Kind {
  if (path === PLACES.search) return 'search';
  if (IS_MAIL.test(path)) return 'mail';
  if (IS_FONT.test(path)) return 'font';
  if (IS_ASSET.test(path)) return 'asset';
  if (path === PLACES.worker) return 'worker';
  return path.endsWith('.html') ? 'page' : 'file';
}

/** A pattern of `PLACES` as a regular expression without its ends. */
export function expressionOf(pattern: string): string {
  return pattern
    .replaceAll(/[.+?^$()[\]{}|\\]/g, '\\$&')
    .replaceAll(/:[a-z]+/g, '[^/]+')
    .replace(/\*$/, '.*');
}

const IS_MAIL = placed(PLACES.mail);
const IS_FONT = placed(PLACES.font);
const IS_ASSET = placed(PLACES.asset);

function placed(pattern: string): RegExp {
  return new RegExp(`^${expressionOf(pattern)}$`);
}

/** Its name says what is in it, so that it never changes. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Kept, and asked for again each time: most answers are then a short "not modified" (RFC 9111, 5.2.2.4). */
export const REVALIDATED = 'no-cache';

export function cacheOf(kind: Kind): string {
  return kind === 'asset' || kind === 'font' ? IMMUTABLE : REVALIDATED;
}

/** What the pages of this site never ask a reader's machine for (w3.org/TR/permissions-policy). */
const DENIED = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** What holds for every answer, besides its policy. */
export const EVERYWHERE: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  // Other sites do not learn that their reader comes from here.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': DENIED.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** The policy of each kind of answer; nothing for a page that the site does not have. */
export type Policies = Readonly<Record<'page' | 'mail' | 'worker' | 'file', Policy> & { search?: Policy | undefined }>;

/** What the policies are made of: digests. */
interface Digests {
  /** Of the `<style>` elements of all pages. */
  styles: Iterable<string>;
  /** Of the `style` attributes of all newsletters. */
  mailStyles: Iterable<string>;
  /** Of the styles of the page that searches, where there is one. */
  searchStyles?: Iterable<string> | undefined;
  /** Of the scripts that the build has put into pages. */
  scripts?: Iterable<string>;
  /** Of those that it has put into the page that searches. */
  searchScripts?: Iterable<string>;
}

export function policiesFor({ styles, mailStyles, searchStyles, scripts = [], searchScripts = [] }: Digests): Policies {
  return {
    page: pagePolicy(styles, scripts),
    search: searchStyles && searchPolicy(searchStyles, searchScripts),
    mail: mailPolicy(mailStyles),
    worker: workerPolicy(scripts),
    file: CLOSED,
  };
}

/**
 * Every header of an answer of a kind, but for its type.
 *
 * @param base the path of the site, with a slash at both ends.
 */
export function headersOf(kind: Kind, policies: Policies, base: string): Record<string, string> {
  return {
    ...EVERYWHERE,
    'Content-Security-Policy': policyText(policyOf(kind, policies)),
    ...((kind === 'page' || kind === 'search') && speculating(base)),
    ...(kind === 'font' && FONTS_ONLY),
    'Cache-Control': cacheOf(kind),
  };
}

function policyOf(kind: Kind, policies: Policies): Policy {
  if (kind === 'font' || kind === 'asset') return policies.file;
  return policies[kind] ?? policies.page;
}

/** Pictures, feeds and data are read by others, from where they stand; fonts are the site's own. */
export const FONTS_ONLY = { 'Cross-Origin-Resource-Policy': 'same-origin' };
