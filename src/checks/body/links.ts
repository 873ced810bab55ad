import { didYouMean } from '../suggest.ts';
import { isLinkedPart, isPart } from './parts.ts';
import type { Found } from './read.ts';
import type { SiteMap } from './site-map.ts';
import type { Target } from './targets.ts';

/** Where links of one body start from. */
export interface From {
  map: SiteMap;
  /** The address of the page that the body stands on, from the root of its host. */
  page: string;
  /** When the body comes to be public, in milliseconds; never for a draft, which is infinitely late. */
  publicFrom: number;
}

const OPEN = new Set(['https:', 'mailto:', 'tel:']);

/** What is wrong with a link: it leads nowhere, or its address or its words are not there. */
export function linkMistakes(target: Target, from: From): Found[] {
  const { address, at, isNamed } = target;
  if (address.trim() === '') return [{ ...at, rule: 'empty-link', message: 'The link has no address.' }];
  const unnamed: Found[] = isNamed
    ? []
    : [{ ...at, rule: 'empty-link', message: 'The link has no words. Write between the brackets where it leads.' }];
  const problem = addressProblem(target, from);
  return problem ? [...unnamed, { ...at, ...problem }] : unnamed;
}

type Problem = Omit<Found, 'line' | 'column'> | undefined;

function addressProblem(target: Target, from: From): Problem {
  const { map, page } = from;
  const { address } = target;
  const url = URL.parse(map.paths.within(address), map.paths.absolute(page));
  if (!url) return { rule: 'broken-link', message: `"${address}" is no address that a browser can read.` };
  const isOwn = url.origin === map.origin;
  if (isOwn) return siteProblem(target, url, from);
  if (url.protocol === 'http:') {
    const message = `"${address}" is sent in the open. Link to https: where the site has it.`;
    return { rule: 'insecure-link', message };
  }
  if (OPEN.has(url.protocol)) return undefined;
  const message = `Links to ${url.protocol} are not published, only their words. Links take https:, http:, mailto: and tel:.`;
  return { rule: 'dropped-markup', message };
}

function siteProblem({ address, exact }: Target, url: URL, from: From): Problem {
  const { map, page, publicFrom } = from;
  const path = decoded(url.pathname);
  // Outside of the folder that the site stands in is somebody else's.
  if (!path.startsWith(map.paths.home())) return undefined;
  if (!map.has(path, publicFrom)) {
    if (!map.has(path, Number.POSITIVE_INFINITY)) return brokenLink(address, exact, path, page, map);
    const message = `"${address}" is not public when this text is: it hangs on a draft or on a later embargo.`;
    return { rule: 'broken-link', message };
  }
  const anchor = decoded(url.hash.slice(1));
  // Text fragments (wicg.github.io/scroll-to-text-fragment) name words, not parts.
  if (anchor === '' || anchor.startsWith(':~:')) return undefined;
  const ids = map.idsOn(path);
  if (ids ? ids.includes(anchor) : isPart(anchor)) return undefined;
  if (isLinkedPart(anchor) && map.hasPart(path, anchor, publicFrom)) return undefined;
  const message = `${path === page ? 'This page' : `"${path}"`} has no part "#${anchor}".${didYouMean(anchor, ids ?? [])}`;
  return { rule: 'unknown-anchor', message };
}

function brokenLink(address: string, exact: boolean, path: string, page: string, map: SiteMap): Problem {
  const rule = 'broken-link';
  const isThere = (whole: string) => map.has(whole, Number.POSITIVE_INFINITY);
  const [, before = '', after = ''] = /^([^?#]*)(.*)$/.exec(address) ?? [];
  if (isThere(`${path}/`)) {
    const replacement = `${before}/${after}`;
    const message = `Addresses of pages end in a slash: "${replacement}".`;
    return { rule, message, ...(exact && { fix: { length: address.length, replacement } }) };
  }
  const wrong = (mend: string) => ({ rule, message: `The site has no page or file "${address}".${mend}` }) as const;
  if (/\.mdx?$/.test(path)) {
    const mend = 'Link to the page that the file becomes, like /briefings/2026/new-crane/ or /about/';
    return { rule, message: `"${address}" names a file of the content folder. ${mend}.` };
  }
  const home = map.paths.home();
  // What leads there if it is read as something else than it says: a file on a disk, from the root of the site, of the host.
  const meant = [path.replace(/index\.html$/, ''), `${home}${before}`, `${home}${before}/`, before].find(
    (other) => other !== path && isThere(other),
  );
  // As an editor writes addresses: from the root of the site.
  const written = (whole: string) => `/${whole.slice(home.length)}`;
  if (meant !== undefined) return wrong(` Write "${written(meant)}${after}".`);
  if (/\.(avif|gif|jpe?g|png|svg|webp|pdf|csv|zip)$/i.test(path)) return wrong(' Files to link to are in public/.');
  const others = map.addresses().filter((known) => known !== page);
  return wrong(didYouMean(path.startsWith(home) ? written(path) : path, others.map(written)));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
