import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { given, type WithBody } from '../given.ts';
import { publicPart } from '../newsroom/public.ts';
import type { CollectionName, Entry } from '../schemas/publication.ts';
import { contentFolder } from './folders.ts';

/**
 * Gives Astro what Astro itself has to render: MDX, and Markdown with images beside it. Everything else goes from the checks
 * straight to the pages (see edition.ts): Astro would bundle all of it as one module.
 */
export function checkedLoader(collection: CollectionName): Loader {
  return {
    name: `readout-${collection}`,
    load: async (context) => {
      context.store.clear();
      const { publication, asOf, withUnpublished } = given();
      // Not even an image of what is not public is published.
      const shown = withUnpublished ? publication : publicPart(publication, asOf);
      if (hasBodies(collection)) for (const entry of shown[collection]) await store(context, entry);
    },
  };
}

function hasBodies(collection: CollectionName): collection is WithBody {
  return collection === 'briefings' || collection === 'stories' || collection === 'pages';
}

async function store(context: LoaderContext, { id, file, data, body }: Entry<Record<string, unknown>>): Promise<void> {
  const path = `${contentFolder()}/${file}`;
  const isMdx = file.endsWith('.mdx');
  if (!isMdx && !mayHaveImages(body)) return;
  const filePath = relative(fileURLToPath(context.config.root), path).replaceAll('\\', '/');
  const entry = { id, body, filePath, data: await context.parseData({ id, data, filePath: path }) };
  if (isMdx) {
    context.store.set({ ...entry, deferredRender: true });
    return;
  }
  // renderMarkdown looks for front matter again; an empty one keeps a body that begins with a rule whole.
  const rendered = await context.renderMarkdown(`---\n---\n${body}`, { fileURL: pathToFileURL(path) });
  context.store.set({ ...entry, rendered, assetImports: rendered.metadata?.imagePaths ?? [] });
}

/** Markdown shows an image with `![` or, in HTML, with `<img`. */
export function mayHaveImages(body: string): boolean {
  return /!\[|<img/i.test(body);
}
