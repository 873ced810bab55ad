import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import type { Given } from '../given.ts';
import { Body } from '../newsroom/body.ts';
import { type Answer, answerLightly, contentOf } from './answer.ts';
import astroLog from './astro-log.ts';
import { type Images, replayImages } from './images.ts';
import type { BuiltFile } from './manifest.ts';
import { type PageSheets, Sheets } from './sheets.ts';

/*
 * A renderer is what Astro bundles out of the pages, layouts and components, kept for as many builds as they stay the same:
 *
 *     renderer-…/  code/          modules, with the entry that Astro's own prerenderer imports
 *                  _astro/        fonts and images of the site
 *                  renderer.json  what Astro holds in memory between bundling and rendering
 */
export const CODE = 'code';
export const ASSETS = '_astro';
const FILE = 'renderer.json';

export interface RendererFile {
  /** The styles of each page, by Astro's key for it. */
  pages: PageSheets;
  /** Bodies that Astro has rendered, HTML, by collection and id. */
  bodies: Record<string, string>;
  images: Images;
  /** Fonts and images, by their paths from the root of the site. */
  assets: BuiltFile[];
}

export function writeRenderer(folder: string, file: RendererFile): void {
  writeFileSync(join(folder, FILE), JSON.stringify(file));
}

export function readRenderer(folder: string): RendererFile {
  return JSON.parse(readFileSync(join(folder, FILE), 'utf8'));
}

/** A file of the site before it is rendered. */
export interface Target {
  /** Relative to the site: `briefings/2026/abu-dhabi-talks/index.html`. */
  path: string;
  /** Of the route that makes it, such as `/briefings/[year]/[slug]`. */
  route: string;
  /** What the page is made of; nothing for one that asks the edition itself. */
  view: (() => Promise<unknown>) | undefined;
  /** Where it is the same as in another build of the same code, the view is. */
  source: (() => string | undefined) | undefined;
  /** @param view what `view` has given: it is not made twice. */
  render(view: unknown): Promise<string | Uint8Array>;
}

/** The part of Astro's application for prerendering that is used here (astro/dist/core/build/app.js). */
interface App extends Required<StaticPathsApp> {
  /** What imports the pages. */
  manifest: Required<StaticPathsApp>['manifest'] & { pageMap?: Map<string, () => Promise<unknown>> };
  setInternals(internals: { pagesByKeys: ReadonlyMap<string, object> }): void;
  setOptions(options: { settings: { scripts: [] }; logger: { options: { destination: object } } }): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Answer | Response>;
}

/** What `getStaticPaths` gives a page. */
interface Props {
  view?: () => unknown;
  source?: () => string | undefined;
}

/**
 * The parts of a site that are rendered apart, by the routes that they have: the many files of briefings, those that are made from
 * all the events of stories, and all others. To know the files of a part, what many of them have in common has to be worked out.
 */
const ROUTES = [
  /^\/(?:briefings\/\[year\]|\[\.\.\.card\])/,
  /^\/(?:days\/|stories\/\[|sitemap|\[\.\.\.calendar\]|coming-up|$)/,
  /^/,
];

/** How many parts there are. */
export const PARTS = ROUTES.length;

/** What renders the files of a site. */
export interface Renderer {
  /** Every file of a part, which has a number from 0, in the order of the routes. */
  targetsOf(part: number): Promise<Target[]>;
  /** What stands for styles in what is rendered. */
  sheets: Sheets;
}

/**
 * Opens a renderer, once in a process or thread: what is given is global.
 *
 * @param folder of the renderer.
 * @param given what the pages are made from.
 */
export async function openRenderer(folder: string, given: Given): Promise<Renderer> {
  const { pages, bodies, images } = readRenderer(folder);
  globalThis.readout = {
    ...given,
    bodyOf: (collection, id) => {
      const html = bodies[`${collection}/${id}`];
      return html === undefined ? given.bodyOf(collection, id) : Body.of(html);
    },
  };
  replayImages(images);
  answerLightly();
  const [entry = ''] = globSync('prerender-entry.*.mjs', { cwd: join(folder, CODE) });
  const { app }: { app: App } = await import(pathToFileURL(resolve(folder, CODE, entry)).href);
  const sheets = new Sheets();
  app.setInternals({ pagesByKeys: new Map(sheets.standIn(pages)) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: astroLog() } } });
  // Astro imports a page anew for each of its addresses; to be told that it is there takes time ten thousand times.
  for (const [page, load] of app.manifest.pageMap ?? []) {
    let loaded: Promise<unknown> | undefined;
    app.manifest.pageMap?.set(page, () => {
      loaded ??= load();
      return loaded;
    });
  }
  const site = new URL(given.publication.site[0]?.data.url ?? '');
  const targetsOf: Renderer['targetsOf'] = async (part) => {
    const routes = app.manifest.routes.filter(({ routeData }) => partOf(routeData) === part);
    const paths = await new StaticPaths({
      manifest: { ...app.manifest, routes },
      routeCache: app.routeCache,
      getComponentByRoute: (route) => app.getComponentByRoute(route),
    }).getAll();
    const count = new Map<RouteData, number>();
    return paths.map(({ pathname, route }) => {
      const index = count.get(route) ?? 0;
      count.set(route, index + 1);
      return targetOf(app, pathname, route, app.routeCache.get(route)?.staticPaths?.[index]?.props, site);
    });
  };
  return { targetsOf, sheets };
}

function partOf({ route }: RouteData): number {
  return ROUTES.findIndex((some) => some.test(route));
}

function targetOf(app: App, pathname: string, route: RouteData, props: Props | undefined, site: URL): Target {
  const isPage = route.type === 'page';
  const name = pathname.replaceAll(/^\/|\/$/g, '');
  const view = props?.view;
  const address = new URL(site.pathname + (isPage && name !== '' ? `${name}/` : name), site);
  return {
    path: isPage ? pageFile(name) : name,
    route: route.route,
    view: view && (async () => view()),
    source: props?.source,
    render: async (made) => {
      // Astro hands the page the very object that getStaticPaths gave it.
      if (props && view) props.view = () => made;
      const answer = await app.render(new Request(address), { routeData: route });
      if (props && view) props.view = view;
      return await contentOf(answer);
    },
  };
}

/** As web servers find it: the page of an address that does not exist has a file of its own. */
function pageFile(name: string): string {
  if (name === '') return 'index.html';
  return name === '404' ? '404.html' : `${name}/index.html`;
}
