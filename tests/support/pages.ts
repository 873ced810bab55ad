import { globSync, readFileSync } from 'node:fs';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** A built page, read. */
export interface BuiltPage {
  /** Relative to the built site: `topics/index.html`. */
  file: string;
  html: string;
  tree: Root;
}

/** Every HTML page of a built site. */
export function readPages(folder: string): BuiltPage[] {
  return globSync('**/*.html', { cwd: folder })
    .sort()
    .map((file) => {
      const html = readFileSync(`${folder}/${file}`, 'utf8');
      return { file, html, tree: fromHtml(html) };
    });
}

/** Every address that a page leads to or loads, as it is written. */
export function addressesIn(tree: Root): string[] {
  const addresses: string[] = [];
  visit(tree, 'element', ({ properties }) => {
    for (const value of [properties.href, properties.src]) {
      if (typeof value === 'string') addresses.push(value);
    }
  });
  return addresses;
}

/** Every id of a page, in order; one that is given twice stands twice. */
export function idsIn(tree: Root): string[] {
  const ids: string[] = [];
  visit(tree, 'element', ({ properties }) => {
    if (typeof properties.id === 'string') ids.push(properties.id);
  });
  return ids;
}
