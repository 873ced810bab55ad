import { hash } from 'node:crypto';
import { KEEP_OFFLINE } from '../scripts/keep-offline.ts';

/** A Content-Security-Policy (w3.org/TR/CSP3): what each directive allows. */
export type Policy = Readonly<Record<string, readonly string[]>>;

const NONE = ["'none'"];
const SELF = ["'self'"];

/** Nothing is loaded, run, sent or framed. Every other policy opens what it needs. */
export const CLOSED: Policy = {
  'default-src': NONE,
  'base-uri': NONE,
  'form-action': NONE,
  'frame-ancestors': NONE,
};

/**
 * Of a page that readers see.
 *
 * @param styles the digests of its `<style>` elements.
 * @param scripts the digests of the scripts that the build has put into it. Nearly all pages run none.
 */
export function pagePolicy(styles: Iterable<string>, scripts: Iterable<string> = []): Policy {
  return {
    ...CLOSED,
    'script-src': allowing(inOrder(scripts)),
    'style-src': allowing(inOrder(styles)),
    'img-src': SELF,
    'font-src': SELF,
    'manifest-src': SELF,
    ...(letsWorkerIn(scripts) && { 'worker-src': SELF }),
  };
}

/** Of the worker that keeps pages: it gets them from the site. Without one, of a file as any other. */
export function workerPolicy(scripts: Iterable<string>): Policy {
  return letsWorkerIn(scripts) ? { ...CLOSED, 'connect-src': SELF } : CLOSED;
}

/** @param scripts the digests of the scripts of pages. */
function letsWorkerIn(scripts: Iterable<string>): boolean {
  return [...scripts].includes(digestOf(KEEP_OFFLINE));
}

/**
 * Of the page that searches: it runs the script of the site and the WebAssembly that looks words up, and loads the index from where
 * it stands itself.
 *
 * @param styles the digests of its `<style>` elements.
 * @param scripts the digests of the scripts that the build has put into it.
 */
export function searchPolicy(styles: Iterable<string>, scripts: Iterable<string> = []): Policy {
  const allowed = [...SELF, "'wasm-unsafe-eval'", ...inOrder(scripts)];
  // What may be a script might else be a worker as well.
  const workers = letsWorkerIn(scripts) ? SELF : NONE;
  return { ...pagePolicy(styles, scripts), 'script-src': allowed, 'connect-src': SELF, 'worker-src': workers };
}

/**
 * Of a newsletter: its styles stand on its elements, as mail programs want them, and it loads nothing.
 *
 * @param attributes the digests of its `style` attributes.
 */
export function mailPolicy(attributes: Iterable<string>): Policy {
  const hashes = inOrder(attributes);
  return { ...CLOSED, 'style-src': hashes.length === 0 ? NONE : ["'unsafe-hashes'", ...hashes] };
}

/** What any of several policies allows: for a server that says the same for every address. */
export function unite(policies: readonly Policy[]): Policy {
  const names = [...new Set(policies.flatMap((policy) => Object.keys(policy)))];
  return Object.fromEntries(
    names.map((name) => {
      // A policy that does not name what is loaded falls back on its default.
      const sources = policies.flatMap(
        (policy) => policy[name] ?? (name.endsWith('-src') ? policy['default-src'] : []),
      );
      return [name, allowing([...new Set(sources.filter((source) => source !== undefined && source !== "'none'"))])];
    }),
  );
}

/** The value of the header. */
export function policyText(policy: Policy): string {
  return Object.entries(policy)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join(';');
}

/** The same for a `<meta>`: without what counts in a header only (CSP3, 3.3). */
export function metaPolicyText({ 'frame-ancestors': _, ...policy }: Policy): string {
  return policyText(policy);
}

const digests = new Map<string, string>();

/** The source that allows a style or a script of this text and no other (CSP3, 2.3.1). The pages of a site have the same few. */
export function digestOf(text: string): string {
  const digest = digests.get(text) ?? `'sha256-${hash('sha256', text, 'base64')}'`;
  digests.set(text, digest);
  return digest;
}

/** Each once, so that the same styles give the same policy. */
function inOrder(sources: Iterable<string>): string[] {
  return [...new Set(sources)].sort();
}

function allowing(sources: readonly (string | undefined)[]): string[] {
  const given = sources.flatMap((source) => source ?? []);
  return given.length === 0 ? NONE : given;
}
