import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { BuildError } from './build-error.ts';
import { drawCardsUntil } from './cards.ts';
import type { Content, Draft } from './content.ts';
import { refusalOf } from './failure.ts';
import { filesIn } from './files-in.ts';
import { cacheFolder, shownPath } from './folders.ts';
import { keepSite, keptFolder } from './kept.ts';
import { beginPages } from './pages.ts';
import { type Press, pressFor } from './press.ts';
import { isIntact, type Previous, readPrevious, type Standing, writeNotes } from './previous.ts';
import type { Page, Rendered, Share } from './render.ts';
import { assetsOf } from './renderers.ts';
import { type SearchFiles, searchFiles } from './search.ts';
import type { Session } from './session.ts';
import { gatherSite, putTogether, type Site } from './site.ts';
import { spareMemory } from './sparing.ts';
import { Store, storeAt } from './store.ts';
import { remove, swapIn, takeOlder } from './swap.ts';
import { newGate } from './writing.ts';

/** What this build tells the next one of the same publication. */
const notesFile = () => resolve(cacheFolder(), 'notes.json');

/**
 * Builds the site and publishes it.
 *
 * @returns what was done, in a sentence.
 */
export async function publishSite(session: Session, content: Draft): Promise<string> {
  const previous = readPrevious(notesFile(), [session.output, keptFolder()]);
  const pressing = pressFor(content);
  const begun = pressing.then((press) => beginOn(press, session, content, previous));
  // The other cores are at work while the content is checked on this one. It ends them with the process.
  begun.catch(() => undefined);
  await setImmediate();
  content.holdOrExit();
  await drawCardsUntil(pressing, content);
  const rendered = await (await begun)();
  return finish({ session, content, press: await pressing, previous, rendered });
}

const WHOLE: Share = { part: 1, of: 1 };

/**
 * Begins to render what is not as it was in the site before.
 *
 * @returns what does the rest of it. It throws BuildError if something else has read the content meanwhile, and found it
 *   changed: a check, or the dev server.
 */
export function beginOn(
  { renderer, salt }: Press,
  { staging }: Session,
  content: Content,
  previous: Previous,
  share = WHOLE,
): () => Promise<Rendered> {
  const known = new Map<string, Pick<Page, 'key' | 'source'>>();
  for (const [path, { key, source }] of previous.pages) {
    if (key !== undefined && isIntact(previous, path)) known.set(path, { key, source });
  }
  if (known.size === 0) spareMemory();
  const work = { folder: staging, salt, known, gate: newGate() };
  const render = beginPages({ renderer, store: storeAt(), asOf: content.asOf, share, work }, content);
  return async () => {
    const rendered = await render();
    const store = new Store();
    const isSame = store.holds(content.readings.stored);
    store.close();
    if (!isSame) throw new BuildError('The content was changed while it was built. Build again.');
    return rendered;
  };
}

/** All that a site is finished from. */
interface Finish {
  session: Session;
  content: Content;
  press: Press;
  previous: Previous;
  rendered: Rendered;
}

/**
 * Puts the site together around its pages, and puts it in the place of the one before.
 *
 * @returns what was done, in a sentence.
 * @throws BuildError if not everything that was built is on the disk.
 */
export async function finish({ session, content, press, previous, rendered }: Finish): Promise<string> {
  const { output, staging } = session;
  const { publication, asOf } = content;
  const pages = [...rendered.written, ...rendered.kept.flatMap((kept) => pageOf(previous, kept))];
  const search = await searchFiles({ folder: staging, content, press, previous, bodies: new Map(rendered.bodies) });
  const site = await putTogether({
    folder: staging,
    pages,
    assets: [...assetsOf(press.renderer).filter(({ path }) => isNeeded(path, search)), ...search.pieces],
    publicFolder: resolve('public'),
    publication,
    asOf,
    previous,
  });
  for (const warning of site.warnings) console.warn(`warning  ${warning}`);
  tidyStore();
  const name = shownPath(output);
  const told = `${rendered.written.length} files rendered, ${rendered.kept.length} as they were.`;
  // A site that did not change keeps its files, and so their times, which servers and copying programs go by.
  const isSame = site.manifest === previous.manifest && stands(output, previous, site);
  const files = isSame ? standingIn(realpathSync(output), site) : publish(session, site);
  // What pages are made from may be another all the same.
  const compressed = publication.site[0]?.data.precompress ?? false;
  const noted = { manifest: site.manifest, compressed, search: search.keys, files, pages };
  remember(() => writeNotes(notesFile(), noted));
  if (isService()) remember(() => keepSite(output, site));
  else remove(keptFolder());
  if (isSame) return `${told} Nothing has changed: ${name} stays as it is.`;
  return `${told} ${name} is the new site: ${site.pieces.length} files.`;
}

/** Scripts are for the page that searches. */
function isNeeded(path: string, { keys }: SearchFiles): boolean {
  return keys !== undefined || !path.endsWith('.js');
}

function publish({ output, staging }: Session, site: Site): Standing[] {
  gatherSite(staging, site, takeOlder(output));
  const files = standingIn(staging, site);
  // Some services follow no links.
  swapIn(staging, output, site.manifest, isService());
  return files;
}

/** Does something for the next build. The site stands, whatever becomes of that. */
function remember(work: () => void): void {
  try {
    work();
  } catch (error) {
    const why = refusalOf(error);
    if (why === undefined) throw error;
    console.warn(`warning  ${why} The next build has to render everything.`);
  }
}

/** Services that build and publish a site set CI. The next build may be that of another machine, which has the caches alone. */
function isService(): boolean {
  return Boolean(process.env.CI);
}

/** Whether all files of a site are in the output already, untouched, and no others. */
function stands(output: string, previous: Previous, { pieces }: Site): boolean {
  if (!existsSync(output) || realpathSync(output) !== previous.folder) return false;
  if (!pieces.every(({ path }) => isIntact(previous, path))) return false;
  return filesIn(previous.folder).length === pieces.length + 1;
}

/** A page of the site before. */
function pageOf(previous: Previous, { path, source }: Rendered['kept'][number]): Page[] {
  const [file, page] = [previous.files.get(path), previous.pages.get(path)];
  return file && page ? [{ ...file, ...page, source }] : [];
}

/**
 * The files of a site as they are on the disk.
 *
 * @throws BuildError unless what was written is there, and as large as it was.
 */
function standingIn(folder: string, { pieces }: Site): Standing[] {
  return pieces.map(({ path, size, sha256 }) => {
    const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (!found) throw new BuildError(`${path} was built and is not on the disk.`);
    if (found.size !== size) throw new BuildError(`${path} was built and is not whole on the disk.`);
    return { path, size, sha256, time: found.mtimeMs };
  });
}

function tidyStore(): void {
  const store = new Store();
  store.tidy();
  store.close();
}
