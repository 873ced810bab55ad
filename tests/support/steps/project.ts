import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheFolder } from '../../../src/build/folders.ts';
import { type Build, ended, startBuild } from '../build.ts';

const FILES = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** A copy of this project, with caches and a lock of its own: builds in two of them run at once. */
export class Project {
  readonly folder: string;

  /** @param folder where it is made anew: an absolute path. */
  constructor(folder: string) {
    this.folder = folder;
    rmSync(folder, { recursive: true, force: true });
    for (const name of FILES) cpSync(name, join(folder, name), { recursive: true });
    const modules = join(folder, 'node_modules');
    mkdirSync(modules);
    for (const name of readdirSync('node_modules')) {
      if (name !== '.astro') symlinkSync(resolve('node_modules', name), join(modules, name));
    }
  }

  /**
   * Builds a site as `npm run build` does.
   *
   * @param name of its content folder, which is `<name>-content`, and of its output.
   */
  async build(name: string, variables: NodeJS.ProcessEnv): Promise<Build> {
    // What Node has compiled it need not compile again: half of the time of a small build.
    const NODE_COMPILE_CACHE = join(this.folder, 'compiled');
    const environment = { NODE_COMPILE_CACHE, ...variables };
    const child = startBuild(this.contentOf(name), name, environment, { project: this.folder });
    return { folder: this.outputOf(name), ...(await ended(child)) };
  }

  contentOf(name: string): string {
    return join(this.folder, `${name}-content`);
  }

  /** It ends in a slash: the output is a link. */
  outputOf(name: string): string {
    return join(this.folder, name, '/');
  }

  /** Forgets what was published of a site, and what builds noted and read of it. */
  forgetSite(name: string): void {
    const cache = join(this.folder, cacheFolder(this.contentOf(name)));
    const noted = ['notes.json', 'store.sqlite', 'store.sqlite-wal', 'store.sqlite-shm'];
    this.#remove(name, `.${name}`, ...noted.map((file) => join(cache, file)));
  }

  /** Forgets all that was found out and compiled for a site. */
  forgetCaches(name: string): void {
    this.#remove(cacheFolder(this.contentOf(name)));
  }

  /** Forgets the share cards of all sites. */
  forgetCards(): void {
    this.#remove('node_modules/.astro/cards');
  }

  #remove(...names: string[]): void {
    for (const name of names) rmSync(resolve(this.folder, name), { recursive: true, force: true });
  }
}
