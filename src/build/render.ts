import { hash } from 'node:crypto';
import { dirname } from 'node:path';
import type { BuiltFile } from './manifest.ts';
import { PARTS, type Target } from './renderer.ts';
import type { Sheets } from './sheets.ts';
import { isTold, type Told, toldBy, withPolicy } from './told.ts';
import { Writing } from './writing.ts';

/** A rendered file of the site, and all that a build has to know of it without reading it again. */
export interface Page extends BuiltFile {
  /** Of what it was made from; nothing for one that is rendered in each build. */
  key: string | undefined;
  /** Of what its view was made from, where a page says so: as long as that is the same, the view need not be made to be compared. */
  source: string | undefined;
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

/** Whose turn it is, for everybody who renders the same parts of a site. */
export class Turns {
  /** For each part, which folder is next, and how many there are as soon as somebody knows. */
  readonly shared: Int32Array<SharedArrayBuffer>;

  constructor(shared = new Int32Array(new SharedArrayBuffer(PARTS * 2 * Int32Array.BYTES_PER_ELEMENT))) {
    this.shared = shared;
  }

  /** Whether others will soon have done all of a part: to help them takes longer. */
  isNearlyDone(part: number): boolean {
    const count = Atomics.load(this.shared, part * 2 + 1);
    return count > 0 && Atomics.load(this.shared, part * 2) > count - AT_A_TIME * 16;
  }

  /** Leaves nothing for anybody to begin with: somebody has failed. */
  stop(): void {
    for (let part = 0; part < PARTS; part += 1) Atomics.store(this.shared, part * 2, 2 ** 30);
  }

  /** Gives out the folders of a part: each goes to one of those who ask. */
  *take(part: number, folders: readonly Folder[]): Generator<Target> {
    Atomics.store(this.shared, part * 2 + 1, folders.length);
    for (;;) {
      const from = Atomics.add(this.shared, part * 2, AT_A_TIME);
      if (from >= folders.length) return;
      for (const folder of folders.slice(from, from + AT_A_TIME)) yield* folder;
    }
  }
}

/** How files are rendered. */
export interface Work {
  /** The folder that they are written to. */
  folder: string;
  /** What else than a view a file hangs on: the code of the renderer. */
  salt: string;
  /** Of the files that are there already, the keys and the sources by path. */
  known: ReadonlyMap<string, Pick<Page, 'key' | 'source'>>;
  /** Shared by all threads that write there. */
  gate: Int32Array;
}

/** What came of it. */
export interface Rendered {
  written: Page[];
  /** What is there already, and stays as it is. */
  kept: Pick<Page, 'path' | 'source'>[];
  /** What Astro had to render of bodies for that, HTML, by collection and id. */
  bodies: [key: string, html: string][];
}

/** Renders what is not there already. */
export async function render(
  targets: Iterable<Target>,
  sheets: Sheets,
  { folder, salt, known, gate }: Work,
): Promise<Omit<Rendered, 'bodies'>> {
  const { written, kept }: Omit<Rendered, 'bodies'> = { written: [], kept: [] };
  const digests = new WeakMap<object, string>();
  const writing = new Writing(folder, gate);
  for (const target of targets) {
    const { path } = target;
    const before = known.get(path);
    const from = target.source?.();
    const source = from && hash('sha256', `${salt} ${from}`);
    if (source !== undefined && source === before?.source) {
      kept.push({ path, source });
      continue;
    }
    const view = await target.view?.();
    const key = target.view && keyOf([salt, target.route], view, digests);
    if (key !== undefined && key === before?.key) {
      kept.push({ path, source });
      continue;
    }
    written.push({ key, source, ...write(writing, path, await target.render(view), sheets) });
  }
  return { written, kept };
}

function write(
  writing: Writing,
  path: string,
  made: string | Uint8Array,
  sheets: Sheets,
): Omit<Page, 'key' | 'source'> {
  if (!isTold(path)) return { told: undefined, ...writing.write(path, made) };
  const html = typeof made === 'string' ? made : Buffer.from(made.buffer, made.byteOffset, made.length).toString();
  const told = toldBy(path, html, (style) => sheets.textOf(style));
  return { told, ...writing.write(path, sheets.bytesOf(withPolicy(html, told))) };
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
