import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { checkedPublication } from '../checks/content.ts';
import { ContentError } from '../checks/mistake.ts';
import type { CollectionName, Entry } from '../schemas/publication.ts';
import { contentFolder } from './folders.ts';

/**
 * Loads one collection out of the checked content folder. Astro's own loaders stop at the first mistake and publish
 * around others; this one hands over everything or, with a list of all mistakes, nothing.
 */
export function checkedLoader(collection: CollectionName): Loader {
  return {
    name: `readout-${collection}`,
    load: async (context) => {
      await store(context, checkedPublication(contentFolder())[collection]);
      context.watcher?.add(contentFolder());
      context.watcher?.on('all', (_event, path) => {
        if (path.startsWith(contentFolder())) void reload(context, collection);
      });
    },
  };
}

/** In the dev server a mistake is told and the last good content stays. */
async function reload(context: LoaderContext, collection: CollectionName): Promise<void> {
  try {
    await store(context, checkedPublication(contentFolder())[collection]);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    context.logger.error(`\n${error.message}`);
  }
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
    if (file.endsWith('.mdx')) context.store.set({ ...entry, deferredRender: true });
    else if (file.endsWith('.md')) {
      const rendered = await context.renderMarkdown(body, { fileURL: pathToFileURL(path) });
      context.store.set({ ...entry, rendered, assetImports: rendered.metadata?.imagePaths ?? [] });
    } else context.store.set(entry);
  }
}
