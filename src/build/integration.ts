import type { AstroIntegration } from 'astro';
import { watchContent } from './dev.ts';

/** What Readout asks of Astro when it compiles pages and in the dev server. */
export function readout(): AstroIntegration {
  return {
    name: 'readout',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { build: { rolldownOptions: { onLog } } } });
      },
      'astro:server:setup': watchContent,
    },
  };
}

interface Log {
  code?: string;
}

/** Astro marks MDX with a directive that means nothing to the bundler, which would say so for every file. */
function onLog(level: string, log: Log, tell: (level: string, log: Log) => void): void {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
}
