import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { checkContent } from '../checks/content.ts';
import { publicPart } from '../newsroom/public.ts';
import type { CollectionName, Entry, Publication } from '../schemas/publication.ts';
import type { Refreshed } from './dev.ts';
import { contentFolder } from './folders.ts';

// The content folder is read once for all collections.
let publication: Publication | undefined;

/**
 * Loads one collection out of the checked content folder. Astro's own loaders stop at the first mistake and publish
 * around others; this one hands over everything or, with a list of all mistakes, nothing.
 */
export function checkedLoader(collection: CollectionName): Loader {
  return {
    name: `readout-${collection}`,
    load: async (context) => {
      if (isRefreshed(context.refreshContextData)) publication = context.refreshContextData.publication;
      publication ??= readPublication();
      await store(context, publication[collection]);
    },
  };
}

/** A build gets what is public, so that not even an image of anything else is published. The dev server shows editors all. */
function readPublication(): Publication {
  const { publication } = checkContent(contentFolder(), { instantOf: () => import.meta.env.AS_OF });
  return import.meta.env.WITH_UNPUBLISHED ? publication : publicPart(publication, import.meta.env.AS_OF);
}

/** Astro hands on what the dev server gave it (see dev.ts) as it is. */
function isRefreshed(data: object | undefined): data is Refreshed {
  return data !== undefined && 'publication' in data;
}

async function store(context: LoaderContext, entries: readonly Entry<Record<string, unknown>>[]): Promise<void> {
  const root = fileURLToPath(context.config.root);
  context.store.clear();
  for (const { id, file, data, body = '' } of entries) {
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
