import type { AstroIntegration } from 'astro';
import { watchContent } from './dev.ts';

/**
 * What Readout asks of Astro around a build.
 *
 * @param asOf the instant that the site speaks as of.
 */
export function readout({ asOf }: { asOf: string }): AstroIntegration {
  return {
    name: 'readout',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const define = {
          'import.meta.env.AS_OF': JSON.stringify(asOf),
          // Editors see drafts in `npm run dev`, and in no build, whatever its mode.
          'import.meta.env.WITH_UNPUBLISHED': JSON.stringify(command === 'dev'),
        };
        updateConfig({ vite: { define, build: { rolldownOptions: { onLog } } } });
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
