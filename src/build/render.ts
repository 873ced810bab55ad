import { hash } from 'node:crypto';
import { dirname } from 'node:path';
import type { BuiltFile } from './manifest.ts';
import { writePiece } from './pieces.ts';
import type { Target } from './renderer.ts';
import { isTold, type Told, toldBy, withPolicy } from './told.ts';

/** A rendered file of the site, and all that a build has to know of it without reading it again. */
export interface Page extends BuiltFile {
  /** Of what it was made from; nothing for one that is rendered in each build. */
  key: string | undefined;
  told: Told | undefined;
}

/** One part of so many: the files of whole folders, so that no two parts have a file in common. */
export interface Share {
  /** Counts from 1. */
  part: number;
  of: number;
}

/**
 * The files of a share. A folder holds all forms of one text, which have most of their work in common.
 *
 * @param shares one within another: a part of a part.
 */
export function shareOf(targets: readonly Target[], ...shares: Share[]): Target[] {
  let folders = [...Map.groupBy(targets, ({ path }) => dirname(path))].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const { part, of } of shares) folders = folders.filter((_folder, index) => index % of === part - 1);
  return folders.flatMap(([, files]) => files);
}

/** How files are rendered. */
export interface Work {
  /** The folder that they are written to. */
  folder: string;
  /** What else than a view a file hangs on: the code of the renderer. */
  salt: string;
  /** Of the files that are there already, the keys by path. */
  known: ReadonlyMap<string, string | undefined>;
}

/** What came of it. */
export interface Rendered {
  written: Page[];
  /** The paths of what is there already, and stays as it is. */
  kept: string[];
}

/** Renders what is not there already. */
export async function render(targets: readonly Target[], { folder, salt, known }: Work): Promise<Rendered> {
  const { written, kept }: Rendered = { written: [], kept: [] };
  const articles = new WeakMap<object, string>();
  for (const target of targets) {
    const view = await target.view?.();
    const key = target.view && keyOf([salt, target.route, view], articles);
    if (key !== undefined && known.get(target.path) === key) {
      kept.push(target.path);
      continue;
    }
    written.push({ key, ...(await write(folder, target.path, await target.render(view))) });
  }
  return { written, kept };
}

async function write(folder: string, path: string, response: Response): Promise<Omit<Page, 'key'>> {
  if (!isTold(path)) {
    return { told: undefined, ...writePiece(folder, path, new Uint8Array(await response.arrayBuffer())) };
  }
  const html = await response.text();
  const told = toldBy(path, html);
  return { told, ...writePiece(folder, path, withPolicy(html, told)) };
}

/**
 * The digest of a view. A briefing without its surroundings is part of many: its digest stands for it.
 *
 * @param articles digests that are known.
 */
function keyOf(view: unknown, articles: WeakMap<object, string>): string {
  const text = JSON.stringify(view, (name, value: unknown) => {
    if (name !== 'article' || typeof value !== 'object' || value === null) return value;
    const digest = articles.get(value) ?? hash('sha256', JSON.stringify(value));
    articles.set(value, digest);
    return digest;
  });
  return hash('sha256', text);
}
