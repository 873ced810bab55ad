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
const { url, language } = site.data;
const paths = makePaths(url);

export default defineConfig({
  site: url,
  base: paths.home(),
  trailingSlash: 'always',
  cacheDir: cacheFolder(),
  fonts,
  markdown: { processor: markdownProcessor(paths, language), syntaxHighlight: false },
  integrations: [readout(), mdx({ processor: mdxProcessor(paths, language) })],
  // The page and its style come in one answer.
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
});
