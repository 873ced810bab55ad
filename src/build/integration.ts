import type { AstroIntegration } from 'astro';

/** Tells the pages whether editors look at them: drafts are shown by `npm run dev` and by no build, whatever its mode. */
export function readout(): AstroIntegration {
  return {
    name: 'readout',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        updateConfig({ vite: { define: { 'import.meta.env.WITH_UNPUBLISHED': JSON.stringify(command === 'dev') } } });
      },
    },
  };
}
