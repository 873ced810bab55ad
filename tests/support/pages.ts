import { globSync, readFileSync } from 'node:fs';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** A built page, read. */
export interface BuiltPage {
  /** Relative to the built site: `topics/index.html`. */
  file: string;
  html: string;
  tree: Root;
}

/** The name of a newsletter, which is handed to mail programs and is no page of the site. */
const EMAIL = 'email.html';

/** Every HTML page of a built site. */
export function readPages(folder: string): BuiltPage[] {
  return readHtml(folder).filter(({ file }) => !file.endsWith(`/${EMAIL}`));
}

/** Every newsletter of a built site. */
export function readEmails(folder: string): BuiltPage[] {
  return readHtml(folder).filter(({ file }) => file.endsWith(`/${EMAIL}`));
}

function readHtml(folder: string): BuiltPage[] {
  return globSync('**/*.html', { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
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

/** What a page tells those who share it, by the name of the property: `og:image`. */
export function metaOf(tree: Root, name: string): string[] {
  return selectAll(`meta[property="${name}"], meta[name="${name}"]`, tree).map(({ properties }) =>
    String(properties.content),
  );
}

/** What a page tells machines: the nodes of its JSON-LD. Empty for a page without any. */
export function jsonLdOf(tree: Root): unknown[] {
  const script = select('script[type="application/ld+json"]', tree);
  if (!script) return [];
  const data: { '@context': string; '@graph': unknown[] } = JSON.parse(textOf(script));
  return data['@graph'];
}

/** Every value of JSON, with the key that it stands under; entries of a list have that of the list. */
export function valuesIn(data: unknown, key = ''): { key: string; value: unknown }[] {
  if (Array.isArray(data)) return data.flatMap((entry) => valuesIn(entry, key));
  if (typeof data !== 'object' || data === null) return [{ key, value: data }];
  return Object.entries(data).flatMap(([below, value]) => valuesIn(value, below));
}
