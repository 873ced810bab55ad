import { sep } from 'node:path';
import type { HookParameters } from 'astro';
import { isWarning } from '../checks/mistake.ts';
import { formatReport } from '../checks/report.ts';
import type { Publication } from '../schemas/publication.ts';
import { inspect } from './content.ts';
import { helpEditors } from './editor.ts';
import { contentFolder } from './folders.ts';

/** What is handed to the loaders with a change, so that the content is read once for all of them. */
export interface Refreshed {
  publication: Publication;
}

/** One save may be several changes of files. */
const PAUSE = 50;

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
    const report = inspect();
    if (report.mistakes.every(isWarning)) {
      const wasWrong = told !== '';
      told = '';
      const context: Refreshed = { publication: report.publication };
      await refreshContent?.({ context: { ...context } });
      // The overlay goes with the page that it is on.
      if (wasWrong) server.environments.client.hot.send({ type: 'full-reload' });
      return;
    }
    told = formatReport(report, 'text');
    logger.error(`\n${told}`);
    tell();
  };
  let soon: NodeJS.Timeout | undefined;
  server.watcher.add(contentFolder());
  server.watcher.on('all', (_event, path) => {
    if (!path.startsWith(contentFolder() + sep)) return;
    clearTimeout(soon);
    soon = setTimeout(() => {
      check().catch((error) => logger.error(error instanceof Error ? error.message : String(error)));
    }, PAUSE);
  });
  // A page that is opened or loaded again while there are mistakes tells them too.
  server.environments.client.hot.on('vite:client:connect', () => {
    if (told !== '') tell();
  });
}
