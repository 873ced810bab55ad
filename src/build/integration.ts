import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { given } from '../given.ts';
import { watchContent } from './dev.ts';
import { isOfNoPage } from './folders.ts';

/** What Readout asks of Astro when it compiles pages and in the dev server. Builds are its own (build.ts). */
export function readout(): AstroIntegration {
  return {
    name: 'readout',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        // The policy of the page with a script allows files of the site, and nothing that stands in the page.
        // Sites that were built have more files than many a system lets a program watch.
        const server = { watch: { ignored: isOfNoPage } };
        updateConfig({ vite: { build: { assetsInlineLimit: 0, rolldownOptions: { onLog } }, server } });
        // Nobody asked for a renderer: somebody, or the preset of a host, has typed `astro build`.
        if (command === 'build' && given().withUnpublished) buildInstead();
      },
      'astro:server:setup': watchContent,
    },
  };
}

/** Does what `npm run build` does, with the same options, and ends the process as that one ends. */
function buildInstead(): never {
  const build = fileURLToPath(new URL('./build.ts', import.meta.url));
  const options = process.argv.slice(process.argv.indexOf('build') + 1);
  const { status } = spawnSync(process.execPath, [build, ...options], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

interface Log {
  code?: string;
}

/** Astro marks MDX with a directive that means nothing to the bundler, which would say so for every file. */
function onLog(level: string, log: Log, tell: (level: string, log: Log) => void): void {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
}
