import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { readWithText } from '../checks/reading.ts';
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
      if (!hasBodies(collection)) return;
      const { publication, asOf, withUnpublished, bodyOf } = given();
      // Not even an image of what is not public is published.
      const shown = withUnpublished ? publication : publicPart(publication, asOf);
      for (const entry of shown[collection]) {
        if (bodyOf(collection, entry.id) === undefined) await store(context, entry);
      }
    },
  };
}

function hasBodies(collection: CollectionName): collection is WithBody {
  return collection === 'briefings' || collection === 'stories' || collection === 'pages';
}

async function store(context: LoaderContext, { id, file, data }: Entry<Record<string, unknown>>): Promise<void> {
  const path = `${contentFolder()}/${file}`;
  const body = readWithText(contentFolder(), file).file?.body ?? '';
  const filePath = relative(fileURLToPath(context.config.root), path).replaceAll('\\', '/');
  const entry = { id, body, filePath, data: await context.parseData({ id, data, filePath: path }) };
  if (file.endsWith('.mdx')) {
    context.store.set({ ...entry, deferredRender: true });
    return;
  }
  // renderMarkdown looks for front matter again, which keeps a body that begins with a rule whole; typography asks for the language in it.
  const language = typeof data.language === 'string' ? `language: ${data.language}\n` : '';
  const rendered = await context.renderMarkdown(`---\n${language}---\n${body}`, { fileURL: pathToFileURL(path) });
  context.store.set({ ...entry, rendered, assetImports: rendered.metadata?.imagePaths ?? [] });
}
