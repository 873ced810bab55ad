import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentOrExit } from './src/build/content.ts';
import { givenToEditors } from './src/build/dev.ts';
import { helpEditors } from './src/build/editor.ts';
import { cacheFolder } from './src/build/folders.ts';
import { fonts } from './src/build/fonts.ts';
import { readout } from './src/build/integration.ts';
import { markdownProcessor, mdxProcessor } from './src/markdown/pipeline.ts';
import { makePaths } from './src/paths.ts';

// In a build this was done by whoever asked for it.
if (!globalThis.readout) {
  // Before the checks: whoever has to mend something wants help with it.
  helpEditors();
  globalThis.readout = givenToEditors(await contentOrExit());
}
const [site] = globalThis.readout.publication.site;
const paths = makePaths(site.data.url);

export default defineConfig({
  site: site.data.url,
  base: paths.home(),
  trailingSlash: 'always',
  cacheDir: cacheFolder(),
  fonts,
  markdown: { processor: markdownProcessor(paths), syntaxHighlight: false },
  integrations: [readout(), mdx({ processor: mdxProcessor(paths) })],
  // The page and its style come in one answer.
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
});
