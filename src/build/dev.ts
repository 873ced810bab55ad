import { resolve, sep } from 'node:path';
import type { HookParameters } from 'astro';
import { isRunnableDevEnvironment, type ViteDevServer } from 'vite';
import { isWarning } from '../checks/mistake.ts';
import { formatReport } from '../checks/report.ts';
import type { Given } from '../given.ts';
import { type Content, inspect } from './content.ts';
import { serveSearch } from './dev-search.ts';
import { helpEditors } from './editor.ts';
import { contentFolder } from './folders.ts';
import { givenOf } from './pages.ts';
import { Store } from './store.ts';

/** One save may be several changes of files. */
const PAUSE = 50;

/**
 * What the dev server shows: all of the content, drafts and briefings under embargo too.
 *
 * @param content that holds, and was read into the store.
 */
export function givenToEditors(content: Content): Given {
  return { ...givenOf(content, new Store()), withUnpublished: true };
}

/**
 * In the dev server every change of the content is checked. What holds is shown; otherwise the mistakes stand in the
 * terminal and over the page in the browser, and the last good content stays.
 */
export function watchContent({ server, refreshContent, logger }: HookParameters<'astro:server:setup'>): void {
  let told = '';
  const tell = () => {
    const err = { message: `The content has mistakes.\n\n${told}`, stack: '', plugin: 'readout' };
    server.environments.client.hot.send({ type: 'error', err });
  };
  const check = async () => {
    helpEditors();
    const report = await inspect();
    if (report.asOf !== undefined && report.mistakes.every(isWarning)) {
      told = '';
      globalThis.readout = givenToEditors({ ...report, asOf: report.asOf });
      // Of MDX and images, Astro has its own copy.
      await refreshContent?.({});
      renew(server);
      return;
    }
    told = formatReport(report, 'text');
    logger.error(`\n${told}`);
    tell();
  };
  serveSearch(server, (fault) => logger.error(fault));
  // One check at a time, so that the last one has the last word.
  let checked = Promise.resolve();
  let soon: NodeJS.Timeout | undefined;
  server.watcher.add(contentFolder());
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(contentFolder() + sep)) return;
    clearTimeout(soon);
    soon = setTimeout(() => {
      checked = checked.then(check).catch((error: unknown) => {
        logger.error(error instanceof Error ? error.message : String(error));
      });
    }, PAUSE);
  });
  // A page that is opened or loaded again while there are mistakes tells them too.
  server.environments.client.hot.on('vite:client:connect', () => {
    if (told !== '') tell();
  });
}

/** Lets every page be made anew that is made from the edition, and open ones be loaded again. */
function renew(server: ViteDevServer): void {
  for (const environment of Object.values(server.environments)) {
    if (!isRunnableDevEnvironment(environment)) continue;
    const { evaluatedModules } = environment.runner;
    const waiting = [...(evaluatedModules.getModulesByFile(resolve('src/edition.ts')) ?? [])];
    const seen = new Set(waiting);
    for (const module of waiting) {
      evaluatedModules.invalidateModule(module);
      for (const id of module.importers) {
        const importer = evaluatedModules.getModuleById(id);
        // Beyond the project is Astro, which imports pages when they are asked for.
        if (!importer || seen.has(importer) || !importer.file.startsWith(resolve('src'))) continue;
        seen.add(importer);
        waiting.push(importer);
      }
    }
    // By this Astro forgets which addresses there are.
    environment.hot.send('astro:content-changed', {});
  }
  server.environments.client.hot.send({ type: 'full-reload' });
}
