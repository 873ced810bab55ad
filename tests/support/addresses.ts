import { existsSync } from 'node:fs';
import { idsIn, readPages } from './pages.ts';

export interface Site {
  name: string;
  /** The folder of the built site. */
  folder: string;
  /** Where it says that it is published. */
  url: string;
}

export interface Resolver {
  /** The file of the built site that a whole address stands for. */
  fileOf(address: URL): string;
  /**
   * What is wrong with an address: it leads to nothing on the site, or out of its path. Other hosts are not asked.
   *
   * @param from the whole address of what has it; left out where it must be whole by itself.
   */
  problemWith(address: string, from?: string): string | undefined;
  /** The problems of several addresses that must be whole. */
  problemsOf(addresses: readonly string[]): string[];
}

/** Looks addresses up in a built site. */
export function resolverOf({ folder, url }: Site): Resolver {
  const root = new URL(url);
  const ids = new Map(readPages(folder).map(({ file, tree }) => [file, idsIn(tree)]));
  const fileOf = (address: URL) => {
    const path = decodeURIComponent(address.pathname.slice(root.pathname.length));
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  };
  const problemWith = (address: string, from?: string): string | undefined => {
    if (from === undefined && !/^(https?:\/\/|mailto:)/.test(address)) return `${address} is not whole`;
    if (!URL.canParse(address, from)) return `${address} is no address`;
    const target = new URL(address, from);
    if (!target.href.startsWith(url)) return target.origin === root.origin ? `${address} leaves the path` : undefined;
    const file = fileOf(target);
    if (!existsSync(`${folder}/${file}`)) return `${address} is not there`;
    const id = decodeURIComponent(target.hash.slice(1));
    return id === '' || ids.get(file)?.includes(id) ? undefined : `${address} has no such place`;
  };
  return {
    fileOf,
    problemWith,
    problemsOf: (addresses) => addresses.flatMap((address) => problemWith(address) ?? []),
  };
}
