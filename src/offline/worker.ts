/// <reference lib="webworker" />
import { CacheFirst, ExpirationPlugin, NetworkFirst, type SerwistPlugin } from 'serwist';
import { type KeptPage, offlinePage, titleOf, withNotice } from './answers.ts';
import { cachesOf, type Kept } from './kept.ts';

// The worker of a site. The network comes first for every page: what is kept is shown where there is none, and says so.

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const KEPT: Kept;

const { base, language, words, latest, withdrawn, shell } = KEPT;

/** The form in which things are kept. Caches of another are removed. */
const VERSION = 1;
const PAGES = `${cachesOf(base)}pages-${VERSION}`;
const SHELL = `${cachesOf(base)}shell-${VERSION}`;
const ASSETS = `${cachesOf(base)}assets-${VERSION}`;

/** The header in which a kept page has the instant that it was kept. */
const KEPT_AT = 'x-kept-at';

const keeping: SerwistPlugin = {
  // One page, whatever stands behind its address.
  cacheKeyWillBeUsed: async ({ request }) => keyOf(request),
  cacheWillUpdate: async ({ request, response }) => {
    // A page that is gone is not kept on.
    if ([404, 410].includes(response.status)) await (await caches.open(PAGES)).delete(keyOf(request));
    if (response.status !== 200) return null;
    return copyOf(response, await response.text(), { [KEPT_AT]: new Date().toISOString() });
  },
  cachedResponseWillBeUsed: async ({ cachedResponse }) =>
    cachedResponse && copyOf(cachedResponse, withNotice(await cachedResponse.text(), keptOn(cachedResponse), words)),
  handlerDidError: async () => offline(),
};

const pages = new NetworkFirst({ cacheName: PAGES, plugins: [keeping, new ExpirationPlugin({ maxEntries: 60 })] });

/** Where hosts answer for it with another status or from another address, it is the same page. */
const frame = new NetworkFirst({
  cacheName: SHELL,
  plugins: [
    { cacheWillUpdate: async ({ response }) => new Response(await response.text(), { headers: response.headers }) },
  ],
});

/** Their names say what is in them. */
const assets = new CacheFirst({ cacheName: ASSETS, plugins: [new ExpirationPlugin({ maxEntries: 60 })] });

self.addEventListener('install', (event) => {
  // A new worker takes over at once: pages do not hang on which one it is.
  event.waitUntil(
    Promise.all([keepAhead(event), frame.handle({ event, request: new Request(shell) }), self.skipWaiting()]),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([removeOld(), self.clients.claim()]));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && isPage(pathname)) event.respondWith(pages.handle({ event, request }));
  else if (pathname.startsWith(`${base}_astro/`)) event.respondWith(assets.handle({ event, request }));
});

/**
 * Keeps the latest, and what is read now: it was opened before there was a worker. A briefing that was kept before it was
 * withdrawn is got again, so that nobody reads it offline as if it held.
 */
async function keepAhead(event: ExtendableEvent): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const read = open.map(({ url }) => new URL(url).pathname).filter(isPage);
  const kept = (await (await caches.open(PAGES)).keys()).map(({ url }) => new URL(url).pathname);
  const addresses = new Set([...latest, ...read, ...kept.filter((address) => withdrawn.includes(address))]);
  // As they are now: what the browser has from before may have changed.
  const ahead = [...addresses].map((address) => new Request(address, { cache: 'no-cache' }));
  await Promise.all(ahead.map((request) => pages.handle({ event, request })));
}

/** Where a page is kept: without what stands behind its address. */
function keyOf({ url }: Request): string {
  return new URL(new URL(url).pathname, url).href;
}

/** The addresses of pages end in a slash. */
function isPage(path: string): boolean {
  return path.startsWith(base) && path.endsWith('/');
}

async function removeOld(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(cachesOf(base)));
  const old = names.filter((name) => ![PAGES, SHELL, ASSETS].includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The page for an address of which nothing is kept. */
async function offline(): Promise<Response> {
  const cache = await caches.open(PAGES);
  const around = await caches.match(shell, { cacheName: SHELL });
  if (!around) return Response.error();
  const kept: KeptPage[] = [];
  for (const { url } of await cache.keys()) {
    const page = await cache.match(url);
    if (page) kept.push({ address: new URL(url).pathname, title: titleOf(await page.text()), on: keptOn(page) });
  }
  return copyOf(around, offlinePage(await around.text(), kept, words));
}

function keptOn({ headers }: Response): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
  return format.format(new Date(headers.get(KEPT_AT) ?? ''));
}

/** An answer with another text and the headers that it had, its policy among them. */
function copyOf({ status, headers: given }: Response, text: string, more: Record<string, string> = {}): Response {
  const headers = new Headers(given);
  for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name);
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return new Response(text, { status, headers });
}
