import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import { listFolder } from '../checks/folder.ts';
import { readFile } from '../checks/reading.ts';
import type { Publication } from '../schemas/publication.ts';
import { codeDigest } from './code.ts';
import { type Compiled, compiledOf, digestOfCompiled } from './compiled.ts';
import type { Content } from './content.ts';
import { cacheFolder, contentFolder, hasContent, hasRenderer } from './folders.ts';
import { rendererOf } from './renderers.ts';
import { Store } from './store.ts';

/** What a build renders with. */
export interface Press {
  /** The folder of the renderer. */
  renderer: string;
  /** What else than its view a page hangs on. */
  salt: string;
}

/** Compiles what pages are rendered with, unless it is there. */
export async function pressFor(content: Content): Promise<Press> {
  const { publication, asOf } = content;
  const store = new Store();
  const compiled = compiledOf(content, store.images());
  store.close();
  return await press({ publication, asOf, compiled, digest: digestOfCompiled(compiled, content.readings) });
}

/**
 * Begins to compile while the content is still read, where the names of its files tell that Astro has to render none of them:
 * then site.yaml alone decides. It is what `pressFor` waits for.
 */
export function pressEarly(): void {
  if (hasRenderer() || !hasContent()) return;
  const folder = contentFolder();
  const { entries, images } = listFolder(folder);
  if (images.length > 0 || entries.some(({ name }) => name.endsWith('.mdx'))) return;
  const reading = readFile(folder, 'site.yaml');
  const [site] = reading.collection === 'site' ? reading.entries : [];
  if (!site) return;
  const publication = { ...NOTHING, site: [{ ...site, file: 'site.yaml' }] };
  // Nothing is rendered while it is compiled: any instant will do.
  const asOf = new Date(0).toISOString();
  // If it fails, whoever waits for the same in `pressFor` hears of it.
  press({ publication, asOf, compiled: [], digest: digestOfCompiled([]) }).catch(() => undefined);
}

/** What a press is made for. */
interface Task {
  publication: Publication;
  asOf: string;
  /** What Astro itself has to render. */
  compiled: Compiled[];
  /** Of the same. */
  digest: string;
}

async function press({ publication, asOf, compiled, digest: ofCompiled }: Task): Promise<Press> {
  const salt = hash('sha256', JSON.stringify([codeDigest(), publication.site[0]?.data]));
  // What Astro has rendered stands in the views of the pages that show it: other pages do not hang on it.
  const digest = hash('sha256', salt + ofCompiled);
  // Bodies that Astro renders name what the whole publication says; without any, it needs nothing but the site.
  const given = compiled.length > 0 ? publication : { ...NOTHING, site: publication.site };
  const task = { given: { publication: given, asOf, withUnpublished: false }, compiled };
  return { renderer: await rendererOf(resolve(cacheFolder()), digest, task), salt };
}

const NOTHING: Publication = { site: [], topics: [], sources: [], places: [], stories: [], briefings: [], pages: [] };
