import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { contentOrExit } from './src/build/content.ts';
import { helpEditors } from './src/build/editor.ts';
import { cacheFolder } from './src/build/folders.ts';
import { fonts } from './src/build/fonts.ts';
import { hosting } from './src/build/hosting.ts';
import { readout } from './src/build/integration.ts';
import { whole } from './src/build/whole.ts';
import { markdownProcessor, mdxProcessor } from './src/markdown/pipeline.ts';
import { makePaths } from './src/paths.ts';

// Before the checks: whoever has to mend something wants help with it.
helpEditors();

// All content is checked before anything is built.
const { publication, asOf } = contentOrExit();
const [site] = publication.site;
const paths = makePaths(site.data.url);

export default defineConfig({
  site: site.data.url,
  base: paths.home(),
  trailingSlash: 'always',
  cacheDir: cacheFolder(),
  fonts,
  markdown: { processor: markdownProcessor(paths), syntaxHighlight: false },
  integrations: [
    readout({ asOf }),
    mdx({ processor: mdxProcessor(paths) }),
    hosting(publication, asOf),
    // What publishes the site comes last.
    whole(),
  ],
  // The page and its style come in one answer.
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
});
