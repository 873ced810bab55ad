import { CLOSED, mailPolicy, type Policy, pagePolicy, policyText, workerPolicy } from './csp.ts';
import { speculating } from './speculation.ts';

/**
 * What kind of answer an address gives. `page`: what readers see. `mail`: a newsletter, as HTML. `font`, `asset`: files that
 * the build names after what is in them. `worker`: what keeps pages in browsers. `file`: everything else, such as feeds,
 * calendars and pictures.
 */
export type Kind = 'page' | 'mail' | 'font' | 'asset' | 'worker' | 'file';

/** Where each kind stands, from the root of the site; `:name` is any part of an address, and a star at the end is any rest. */
export const PLACES = {
  mail: 'days/:date/email.html',
  font: '_astro/fonts/*',
  asset: '_astro/*',
  worker: 'sw.js',
} as const;

/** @param path of a file of the site, from its root: `days/2026-01-26/email.html`. */
export function kindOf(path: string): Kind {
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

/** The policy of each kind of answer. */
export type Policies = Readonly<Record<'page' | 'mail' | 'worker' | 'file', Policy>>;

/**
 * @param styles the digests of the `<style>` elements of all pages.
 * @param mailStyles the digests of the `style` attributes of all newsletters.
 * @param scripts the digests of the scripts of all pages.
 */
export function policiesFor(
  styles: Iterable<string>,
  mailStyles: Iterable<string>,
  scripts: Iterable<string> = [],
): Policies {
  return {
    page: pagePolicy(styles, scripts),
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
    'Content-Security-Policy': policyText(kind === 'font' || kind === 'asset' ? policies.file : policies[kind]),
    ...(kind === 'page' && speculating(base)),
    ...(kind === 'font' && FONTS_ONLY),
    'Cache-Control': cacheOf(kind),
  };
}

/** Pictures, feeds and data are read by others, from where they stand; fonts are the site's own. */
export const FONTS_ONLY = { 'Cross-Origin-Resource-Policy': 'same-origin' };
