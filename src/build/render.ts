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

/** The files of a folder: all forms of one text, which have most of their work in common. */
export type Folder = readonly Target[];

/** The folders of a share of the site, in order. */
export function foldersOf(targets: readonly Target[], { part, of }: Share): Folder[] {
  const folders = [...Map.groupBy(targets, ({ path }) => dirname(path))].sort(([a], [b]) => (a < b ? -1 : 1));
  return folders.filter((_folder, index) => index % of === part - 1).map(([, files]) => files);
}

/** How many folders are taken at a time, so that all who render end at the same time. */
const AT_A_TIME = 16;

/** Gives out folders to everybody who renders the same ones: each goes to one of them. */
export function* takenFrom(folders: readonly Folder[], turn: Int32Array): Generator<Target> {
  for (;;) {
    const from = Atomics.add(turn, 0, AT_A_TIME);
    if (from >= folders.length) return;
    for (const folder of folders.slice(from, from + AT_A_TIME)) yield* folder;
  }
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
export async function render(targets: Iterable<Target>, { folder, salt, known }: Work): Promise<Rendered> {
  const { written, kept }: Rendered = { written: [], kept: [] };
  const digests = new WeakMap<object, string>();
  for (const target of targets) {
    const view = await target.view?.();
    const key = target.view && keyOf([salt, target.route], view, digests);
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
 * @param digests of articles, as far as they are known.
 */
function keyOf(base: readonly string[], view: unknown, digests: WeakMap<object, string>): string {
  return hash('sha256', JSON.stringify([...base, withDigests(view, digests)]));
}

function withDigests(view: unknown, digests: WeakMap<object, string>): unknown {
  if (!isRecord(view)) return view;
  if (isRecord(view.article)) return { ...view, article: digestOf(view.article, digests) };
  return Array.isArray(view.items) ? { ...view, items: view.items.map((item) => withDigests(item, digests)) } : view;
}

function digestOf(article: object, digests: WeakMap<object, string>): string {
  const digest = digests.get(article) ?? hash('sha256', JSON.stringify(article));
  digests.set(article, digest);
  return digest;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
