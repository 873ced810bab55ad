import { policyText, unite } from './csp.ts';
import { EVERYWHERE, FONTS_ONLY, IMMUTABLE, PLACES, type Policies } from './headers.ts';
import { SPECULATION_RULES, speculating } from './speculation.ts';
import { typeOf } from './types.ts';

const FEED_FOLDERS = [
  '',
  'archive/:number/',
  'corrections/',
  'languages/:language/',
  'stories/:story/',
  'topics/:topic/',
];
const FEEDS = ['rss.xml', 'atom.xml', 'feed.json'];

/** Where files stand whose type such a host does not know, or knows as another one; each with a name that has the type. */
const TYPED: readonly { pattern: string; like: string }[] = [
  ...FEED_FOLDERS.flatMap((folder) => FEEDS.map((file) => ({ pattern: folder + file, like: file }))),
  ...['calendar.ics', 'stories/:story/calendar.ics'].map((pattern) => ({ pattern, like: pattern })),
  ...['stories/:story/events/:event', 'briefings/:year/:briefing/events/:event'].map((pattern) => ({
    pattern,
    like: 'event.ics',
  })),
  ...[
    'briefings/:year/:briefing/index.md',
    'feeds.opml',
    'manifest.webmanifest',
    SPECULATION_RULES,
    'llms.txt',
    'robots.txt',
    'days/:date/email.txt',
    'search/opensearch.xml',
    '.well-known/security.txt',
  ].map((pattern) => ({ pattern, like: pattern })),
];

/**
 * The file `_headers` of Netlify and Cloudflare Pages. Where two rules fit an address, the one host joins the values of a
 * header and the other may take one of the two; every pair of values here is right either way. A newsletter and a worker have their own
 * policies, and are within the one of all, as the page that searches is; the `<meta>` of every other page is what keeps it strict. Pages and feeds are
 * revalidated by these hosts without being told so.
 *
 * @param base the path of the site, with a slash at both ends.
 */
export function headersFile(base: string, policies: Policies): string {
  const all = policyText(unite(Object.values(policies).filter((policy) => policy !== undefined)));
  return [
    '# Netlify and Cloudflare Pages: what goes with every answer. Made by the build.',
    ...rule(`${base}*`, { ...EVERYWHERE, ...speculating(base), 'Content-Security-Policy': all }),
    ...rule(base + PLACES.mail, { 'Content-Security-Policy': policyText(policies.mail) }),
    ...rule(base + PLACES.worker, { 'Content-Security-Policy': policyText(policies.worker) }),
    ...rule(base + PLACES.asset, { 'Cache-Control': IMMUTABLE }),
    ...rule(base + PLACES.font, FONTS_ONLY),
    ...TYPED.flatMap(({ pattern, like }) => rule(base + pattern, { 'Content-Type': typeOf(like) })),
    '',
  ].join('\n');
}

function rule(path: string, headers: Readonly<Record<string, string>>): string[] {
  return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)];
}
