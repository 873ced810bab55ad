import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Rolldown } from 'vite';
import { openEdition } from '../newsroom/edition.ts';
import { offlineView } from '../newsroom/views/offline.ts';
import { cachesOf, type Kept } from '../offline/kept.ts';
import { makePaths } from '../paths.ts';
import type { Publication } from '../schemas/publication.ts';
import type { BuiltFile } from './manifest.ts';

/** The worker, from the root of the site: it may keep what stands below it. */
const WORKER = 'sw.js';

/** The page that any site has, and that says nothing of the news. */
const SHELL = '404.html';

/**
 * The worker that keeps pages in browsers, or that drops what an earlier one keeps there.
 *
 * @param files of the site, by their paths: with other pages it is another worker.
 * @returns its text by its path, or nothing where the publication has never asked for one.
 */
export async function workerFiles(
  publication: Publication,
  asOf: string,
  files: ReadonlyMap<string, BuiltFile>,
): Promise<Map<string, string>> {
  const site = publication.site[0]?.data;
  if (site?.offline === undefined) return new Map();
  if (!site.offline) return new Map([[WORKER, leaving(makePaths(site.url).home())]]);
  const view = offlineView(openEdition(publication, asOf));
  const shell = view.base + SHELL;
  const told = [...view.latest, shell].map((address) => {
    const path = decodeURIComponent(address.slice(view.base.length));
    return files.get(path.endsWith('/') || path === '' ? `${path}index.html` : path)?.sha256;
  });
  // Browsers take a worker of other bytes for a new one, which gets these pages again.
  const revision = hash('sha256', JSON.stringify(told));
  return new Map([[WORKER, `${await bundled({ ...view, shell })}// ${revision}\n`]]);
}

/** The worker with all that it is made of, in one file. */
async function bundled(kept: Kept): Promise<string> {
  // Other builds do without it.
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { KEPT: JSON.stringify(kept), 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: resolve('src/offline/worker.ts'), output: { format: 'iife' } },
    },
  });
  const [worker] = (Array.isArray(built) ? built : [built as Rolldown.RolldownOutput]).flatMap(({ output }) => output);
  if (worker?.type !== 'chunk') throw new Error('The worker has not become one file.');
  return worker.code;
}

/** A worker that takes the place of one that keeps pages, drops them and goes. */
function leaving(base: string): string {
  return `// This site keeps nothing offline any more.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(leave()));
async function leave() {
  const names = (await caches.keys()).filter((name) => name.startsWith(${JSON.stringify(cachesOf(base))}));
  await Promise.all(names.map((name) => caches.delete(name)));
  // Serwist noted there which pages were kept.
  await new Promise((done) => {
    const gone = indexedDB.deleteDatabase('serwist-expiration');
    gone.onsuccess = gone.onerror = gone.onblocked = done;
  });
  await registration.unregister();
}
`;
}
