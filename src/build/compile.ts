import { globSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type AstroIntegration, build } from 'astro';
import type { Given, WithBody } from '../given.ts';
import { Body } from '../newsroom/body.ts';
import type { Compiled } from './compiled.ts';
import { filesIn } from './files-in.ts';
import { recordImages } from './images.ts';
import { digestOf } from './manifest.ts';
import { asProcess } from './processes.ts';
import { ASSETS, CODE, type RendererFile, writeRenderer } from './renderer.ts';

/** What a build asks of the process that compiles. */
export interface Task {
  /** Where the renderer goes: an absolute path of a folder that is there. */
  folder: string;
  /** Where Astro finds images that were made before, and keeps what it makes. */
  cache: string;
  given: Omit<Given, 'bodyOf' | 'digestOf' | 'onBody'>;
  /** What Astro itself has to render: MDX and bodies with images. */
  compiled: Compiled[];
}

/*
 * A process of its own: Astro bundles the pages, layouts and components, and what it has to render itself, and leaves. Its
 * memory is free before the first page is rendered.
 */
asProcess(compile);

// A build is a build, whatever a machine has in its environment: Astro and Vite take these for their own settings of the same names.
process.env.NODE_ENV = 'production';
for (const name of ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR']) delete process.env[name];

// What astro.config.mjs imports is loaded while nobody has asked for anything yet.
await Promise.all([
  import('@astrojs/mdx'),
  import('./dev.ts'),
  import('./fonts.ts'),
  import('../markdown/pipeline.ts'),
]);

async function compile({ folder, cache, given, compiled }: Task): Promise<void> {
  const bodies: RendererFile['bodies'] = {};
  const isMdx = new Map(compiled.map(({ collection, id, mdx }) => [`${collection}/${id}`, mdx]));
  globalThis.readout = {
    ...given,
    bodyOf: (collection, id) => (isMdx.has(`${collection}/${id}`) ? undefined : Body.of('')),
    // Nothing is known again here.
    digestOf: (file) => file,
    onBody: (collection: WithBody, id: string, html: string) => {
      // MDX says what the publication says of its sources and figures: it is rendered anew in each build.
      if (!isMdx.get(`${collection}/${id}`)) bodies[`${collection}/${id}`] = html;
    },
  };
  const out = join(folder, 'out');
  mkdirSync(out);
  const file: RendererFile = { pages: [], bodies, images: {}, assets: [] };
  await build({
    outDir: out,
    cacheDir: cache,
    logLevel: 'warn',
    logger: { entrypoint: new URL('./astro-log.ts', import.meta.url) },
    integrations: [compiling(folder, compiled, file)],
  });
  renameSync(join(out, '_astro'), join(folder, ASSETS));
  rmSync(out, { recursive: true });
  file.assets = filesIn(join(folder, ASSETS)).map((name) => {
    const path = `${ASSETS}/${name}`;
    return { path, ...digestOf(join(folder, path)) };
  });
  writeRenderer(folder, file);
}

type Bundled = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:setup']>>[0]['pages'];

/** Keeps what Astro has bundled, and lets it render only the pages whose bodies it has to render. */
function compiling(folder: string, compiled: readonly Compiled[], file: RendererFile): AstroIntegration {
  let pages: Bundled = new Map();
  const addresses = new Set(compiled.map(({ pathname }) => pathname));
  return {
    name: 'readout-compile',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        // What lies in public/ is copied by the build, not with each renderer.
        updateConfig({ vite: { build: { copyPublicDir: false } } });
      },
      'astro:build:setup': (setup) => {
        pages = setup.pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((own) => ({
          ...own,
          setup: async () => {
            recordImages(file.images);
            if (addresses.size > 0) await own.setup?.();
          },
          getStaticPaths: async () => {
            if (addresses.size === 0) return [];
            return (await own.getStaticPaths()).filter(({ pathname }) => addresses.has(pathname));
          },
          teardown: async () => {
            await own.teardown?.();
            file.pages = [...pages].map(([key, { styles }]) => [key, { styles }]);
            const [code = ''] = globSync('**/.prerender', { cwd: folder });
            // Astro removes it next.
            renameSync(join(folder, code), join(folder, CODE));
          },
        }));
      },
    },
  };
}
