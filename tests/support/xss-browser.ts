import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { ELSEWHERE } from './xss.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.opml': 'text/xml; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** A policy would stand in for what sanitising forgot. */
const POLICY = /<meta\s+http-equiv="?content-security-policy[^>]*>/gi;

/** The network as a browser finds it: one site, without any policy, and nothing else. */
export interface Network {
  /** For the browser: all that it asks goes through here, whatever asks. */
  proxy: string;
  /** What was asked of other hosts. */
  asked: string[];
  /** Adds a page to the site. @param path from its root. */
  serve(path: string, html: string): void;
  close(): Promise<void>;
}

/**
 * @param folder of the built site.
 * @param url where it says that it is; by http, so that whole addresses come here.
 */
export async function openNetwork(folder: string, url: string): Promise<Network> {
  const { origin, pathname: root } = new URL(url);
  const asked: string[] = [];
  const pages = new Map<string, string>();
  const server = createServer(({ url: address = '' }, response) => {
    const target = URL.parse(address);
    if (target?.origin !== origin) {
      asked.push(address);
      response.writeHead(404).end();
      return;
    }
    const path = decodeURI(target.pathname);
    const made = pages.get(path);
    // What does not know that the site stands under a path finds its files as well.
    const file = join(folder, path.replace(root, '/'), path.endsWith('/') ? 'index.html' : '');
    if (made === undefined && !(existsSync(file) && statSync(file).isFile())) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[made === undefined ? extname(file) : '.html'] ?? 'application/octet-stream';
    const bytes = made ?? readFileSync(file);
    // The same font is asked for once.
    const caching = type.startsWith('font/') ? { 'cache-control': 'max-age=3600' } : {};
    response.writeHead(200, { 'content-type': type, ...caching });
    response.end(type.startsWith('text/html') ? String(bytes).replaceAll(POLICY, '') : bytes);
  });
  // What goes to an https: address, or only gets ready to.
  server.on('connect', ({ url: host = '' }, socket) => {
    asked.push(`https://${host}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    socket.on('error', () => socket.destroy());
  });
  await listening(server);
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.');
  return {
    proxy: `http://127.0.0.1:${bound.port}`,
    asked,
    serve: (path, html) => pages.set(path, html),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}

/** What a page did that no page of the site does. */
export interface Deeds {
  /** Markers of vectors that ran, and what else came of running: dialogs, errors, new windows, downloads. */
  ran: string[];
  /** Addresses outside of the site that were asked. */
  asked: string[];
}

/** Sees all that the pages of a browser context do. Empty the lists to begin anew. */
export async function watch(context: BrowserContext, { asked }: Network, url: string): Promise<Deeds> {
  const { origin } = new URL(url);
  const deeds: Deeds = { ran: [], asked };
  await context.exposeBinding('__ran', (_source, number) => {
    deeds.ran.push(String(number));
  });
  context.on('request', (request) => {
    const address = URL.parse(request.url());
    if (address && /^(https?|wss?|ftp|file):$/.test(address.protocol) && address.origin !== origin) {
      deeds.asked.push(request.url());
    }
  });
  context.on('dialog', async (dialog) => {
    deeds.ran.push(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  context.on('console', (message) => {
    // A file that is not there says so; what asked for it is seen by itself.
    const isMissing = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isMissing) deeds.ran.push(`console ${message.text()}`);
  });
  context.on('weberror', (error) => deeds.ran.push(`error ${error.error().message}`));
  context.on('page', (page) => {
    page.on('popup', (popup) => deeds.ran.push(`popup ${popup.url()}`));
    page.on('download', (download) => deeds.ran.push(`download ${download.url()}`));
  });
  return deeds;
}

/**
 * Does to a page what a reader may do, but following links: focuses all that can be focused, and does everything else to
 * whatever has handlers. What has none hears of nothing.
 */
export async function provoke(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const focusable =
      'a, area, button, input, select, textarea, summary, audio, video, iframe, object, [tabindex], [contenteditable]';
    for (const element of document.querySelectorAll<HTMLElement | SVGElement>(focusable)) {
      element.focus({ preventScroll: true });
    }
    for (const element of document.querySelectorAll<HTMLElement>('summary, button, input, [popovertarget]')) {
      if (element.closest('a') === null) element.click();
    }
    for (const element of document.querySelectorAll('*')) {
      for (const name of element.getAttributeNames().filter((attribute) => /^on[a-z]+$/i.test(attribute))) {
        element.dispatchEvent(new Event(name.slice(2).toLowerCase()));
      }
    }
    await frame();
    await frame();
  });
}

/** Elements that pages, feeds and mails of the site are made of. */
const ELEMENTS =
  'html head body meta title link style script a abbr article aside b blockquote br caption cite code dd del details ' +
  'div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ' +
  'ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var ' +
  'svg g path circle line polyline rect text';

/** Their attributes, besides those that begin with aria-. */
const ATTRIBUTES =
  'abbr align alt as border charset cite class colspan content crossorigin data-drawing data-footnote-backref ' +
  'data-footnote-ref data-footnotes datetime dir headers height href hreflang id lang media name open property rel ' +
  'reversed role rowspan scope sizes span src start style tabindex title type width ' +
  'cx cy d points r text-anchor transform viewBox x x1 x2 y y1 y2';

/**
 * What of a page is not of the site's making, as the browser sees it: what could run, load, send or lead elsewhere than
 * it may, and names that something else on the page has. Empty for a page that holds.
 */
export function strangersIn(page: Page): Promise<string[]> {
  const known = { elements: ELEMENTS.split(' '), attributes: ATTRIBUTES.split(' ') };
  return page.evaluate(({ elements, attributes }) => {
    const found = new Set<string>();
    const ids = new Set<string>();
    const isMail = document.querySelector('head > meta[name="date"]') !== null;
    for (const element of document.querySelectorAll('*')) {
      const tell = (what: string) => found.add(`<${element.localName}> ${what}`);
      const isData = element.getAttribute('type') === 'application/ld+json';
      const isHeads = element.matches('link, meta, style, title, script, base');
      if (!elements.includes(element.localName)) tell('is there');
      if (element.localName === 'script' && !isData) tell('is there');
      if (isHeads && !document.head.contains(element)) tell('is in the body');
      if (element.hasAttribute('is') || element.shadowRoot) tell('is made by a script');
      for (const { name, value } of element.attributes) {
        if (!attributes.includes(name) && !/^aria-[a-z]+$/.test(name)) tell(`has ${name}`);
        if (name === 'style' && !isMail) tell(`has the style ${value}`);
        if (name === 'tabindex' && value !== '0') tell(`has the place ${value} in the order of Tab`);
        if (name === 'name' && element.localName !== 'meta') tell(`has the name ${value}`);
        // Ids of parts begin with a capital and are the layouts'; others are those of headings.
        if (name === 'id' && !/^[A-Z]/.test(value) && !/^h[1-6]$/.test(element.localName)) tell(`has the id ${value}`);
        if (name === 'id' && ids.has(value)) tell(`has an id that stands twice: ${value}`);
        if (name === 'id') ids.add(value);
        if (!['href', 'src', 'cite'].includes(name)) continue;
        const address = URL.parse(value, document.baseURI);
        const isLoaded = name === 'src' || (element.localName === 'link' && !element.matches('[rel~="license"]'));
        if (address && !/^(https?|mailto|tel):$/.test(address.protocol)) tell(`leads to ${value}`);
        if (address && isLoaded && address.origin !== location.origin) tell(`loads ${value}`);
      }
    }
    return [...found];
  }, known);
}

/** Whether an address is one that the vector of this number asks for. */
export function isOfVector(address: string, number: number): boolean {
  const url = URL.parse(address);
  return url?.hostname === ELSEWHERE && new RegExp(`^/${number}\\b`).test(url.pathname);
}
