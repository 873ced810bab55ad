import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import { type Given, given } from '../given.ts';
import { typeOf } from '../hosting/types.ts';
import type { Body } from '../newsroom/body.ts';
import { type Edition, openEdition } from '../newsroom/edition.ts';
import { searchIndexes, searchRecord } from '../newsroom/search.ts';
import { indexOf } from './search-index.ts';

/** A file of an index, whatever path the site has. */
const PLACE = /search\/pagefind\/.+/;

/** Of `bodies.ts`, as the pages of the dev server have it. */
interface Bodies {
  bodyOf(collection: 'briefings', id: string): Promise<Body>;
}

/**
 * Lets the search page find something in the dev server: the index is made when somebody asks for it, with drafts and with what is under
 * embargo, and again when the content is another one.
 */
export function serveSearch(server: ViteDevServer, tell: (fault: string) => void): void {
  const made = new WeakMap<Given, Promise<Map<string, Uint8Array>>>();
  server.middlewares.use(async (request, response, next) => {
    const [path] = PLACE.exec(new URL(request.url ?? '/', 'http://localhost').pathname) ?? [];
    if (path === undefined) return next();
    const content = given();
    const files = made.get(content) ?? searchFilesOf(content, server);
    made.set(content, files);
    try {
      const file = (await files).get(path);
      if (!file) return next();
      response.writeHead(200, { 'content-type': typeOf(path), 'cache-control': 'no-store' }).end(file);
    } catch (error) {
      made.delete(content);
      tell(error instanceof Error ? error.message : String(error));
      response.writeHead(500).end();
    }
  });
}

/** All files of all indexes, by their paths in the site. */
async function searchFilesOf(content: Given, server: ViteDevServer): Promise<Map<string, Uint8Array>> {
  const edition = openEdition(content.publication, content.asOf, content.withUnpublished);
  const files = new Map<string, Uint8Array>();
  const { paths, site } = edition;
  for (const [name, briefings] of searchIndexes(edition)) {
    const place = paths.searchIndex(name).slice(paths.home().length);
    const records = await Promise.all(
      briefings.map(async (entry) => {
        return { record: searchRecord(edition, entry), body: await bodyOf(entry, content, server) };
      }),
    );
    for (const { path, content } of await indexOf(records, name, site.language)) {
      files.set(place + path, content);
    }
  }
  return files;
}

/** Where Astro has to render it, it does so as for the page. */
async function bodyOf({ id }: Edition['briefings'][number], content: Given, server: ViteDevServer): Promise<string> {
  const known = content.bodyOf('briefings', id);
  const { ssr } = server.environments;
  if (known || !ssr || !isRunnableDevEnvironment(ssr)) return known?.html ?? '';
  const bodies: Bodies = await ssr.runner.import('/src/bodies.ts');
  return (await bodies.bodyOf('briefings', id)).html;
}
