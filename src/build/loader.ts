import { relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { checkContent } from '../checks/content.ts';
import { ContentError } from '../checks/mistake.ts';
import { publicPart } from '../newsroom/public.ts';
import type { CollectionName, Entry, Publication } from '../schemas/publication.ts';
import { contentFolder } from './folders.ts';

// The content folder is read once for all collections, and in the dev server once for every change.
let publication: Publication | undefined;
const contexts = new Map<CollectionName, LoaderContext>();

/**
 * Loads one collection out of the checked content folder. Astro's own loaders stop at the first mistake and publish
 * around others; this one hands over everything or, with a list of all mistakes, nothing.
 */
export function checkedLoader(collection: CollectionName): Loader {
  return {
    name: `readout-${collection}`,
    load: async (context) => {
      publication ??= readPublication();
      await store(context, publication[collection]);
      if (contexts.size === 0) watch(context);
      contexts.set(collection, context);
    },
  };
}

/** In the dev server every change is shown; with a mistake, the mistake is told and the last good content stays. */
function watch({ watcher, logger }: LoaderContext): void {
  watcher?.add(contentFolder());
  watcher?.on('all', async (_event, path) => {
    if (!path.startsWith(contentFolder() + sep)) return;
    try {
      publication = readPublication();
    } catch (error) {
      logger.error(error instanceof ContentError ? `\n${error.message}` : String(error));
      return;
    }
    for (const [collection, context] of contexts) await store(context, publication[collection]);
  });
}

/** A build gets what is public, so that not even an image of anything else is published. The dev server shows editors all. */
function readPublication(): Publication {
  const { publication } = checkContent(contentFolder());
  return import.meta.env.WITH_UNPUBLISHED ? publication : publicPart(publication, import.meta.env.AS_OF);
}

async function store(context: LoaderContext, entries: readonly Entry<Record<string, unknown>>[]): Promise<void> {
  const root = fileURLToPath(context.config.root);
  context.store.clear();
  for (const { id, file, data, body } of entries) {
    const path = `${contentFolder()}/${file}`;
    const entry = {
      id,
      body,
      filePath: relative(root, path).replaceAll('\\', '/'),
      data: await context.parseData({ id, data, filePath: path }),
    };
    if (body === '') context.store.set(entry);
    else if (file.endsWith('.mdx')) context.store.set({ ...entry, deferredRender: true });
    else if (file.endsWith('.md')) {
      // renderMarkdown looks for front matter again; an empty one keeps a body that begins with a rule whole.
      const rendered = await context.renderMarkdown(`---\n---\n${body}`, { fileURL: pathToFileURL(path) });
      context.store.set({ ...entry, rendered, assetImports: rendered.metadata?.imagePaths ?? [] });
    } else context.store.set(entry);
  }
}
