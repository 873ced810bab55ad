import type { SearchIndex, SearchRecord } from '../newsroom/search.ts';
import { partName } from '../newsroom/search-part.ts';
import { BuildError } from './build-error.ts';

/** A file of an index, and its path in the folder of the index. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

/** What of a body leads from place to place: links of headings, numbers of notes and the way back from them. And drawings. */
const NOT_TEXT = ['.anchor', '[data-footnote-ref]', '[data-footnote-backref]', '#footnote-label', '[data-drawing]'];

/** What the search page asks for. Pagefind makes programs for other pages too. */
const NEEDED =
  /^(?:pagefind\.js|pagefind-entry\.json|wasm\.[^/]+|pagefind\.[^/]+\.pf_meta|(?:fragment|index|filter)\/[^/]+)$/;

/**
 * Makes a search index. The same records in the same order give the same bytes.
 *
 * @param records with their bodies as HTML.
 * @param name of the index: readers may ask for what is in it alone.
 * @param language a BCP 47 tag: by it Pagefind knows the endings of words.
 * @returns files in the order of their paths.
 * @throws BuildError if Pagefind does not run on this machine, or refuses a record.
 */
export async function indexOf(
  records: Iterable<{ record: SearchRecord; body: string }>,
  name: SearchIndex,
  language: string,
): Promise<IndexFile[]> {
  // It starts a program of its own.
  const { createIndex, close } = await import('pagefind').catch(refused);
  try {
    const { index, errors } = await createIndex({ excludeSelectors: NOT_TEXT });
    if (!index) throw new BuildError(sentence(errors));
    const tag = new Intl.Locale(language).language;
    for (const { record, body } of records) {
      const { errors } = await index.addHTMLFile({ url: record.url, content: recordHtml(record, body, name, tag) });
      if (errors.length > 0) throw new BuildError(sentence(errors));
    }
    const { files } = await index.getFiles();
    // What knows the endings of no language is for those that Pagefind does not know.
    const known = files.some(({ path }) => path === `wasm.${tag}.pagefind`);
    return files
      .filter(({ path }) => NEEDED.test(path) && !(known && path === 'wasm.unknown.pagefind'))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await close();
  }
}

function refused(error: unknown): never {
  throw new BuildError(sentence([error instanceof Error ? error.message : String(error)]));
}

function sentence(errors: readonly string[]): string {
  return `The search index cannot be made here: ${errors.join(' ')} To build without it, name all extras but search in site.yaml.`;
}

/**
 * A record as Pagefind reads it (pagefind.app/docs/indexing): its parts begin at elements whose ids are their names. These hold
 * nothing, since Pagefind keeps what an element with an id holds a second time.
 */
export function recordHtml(record: SearchRecord, body: string, index: SearchIndex, language: string): string {
  const { headline, standfirst, keyPoints, date, at, foreign, filters, parts } = record;
  const chosen = Object.entries({ ...filters, index: [index] }).flatMap(([name, values]) =>
    values.map((value) => `${name}:${value}`),
  );
  const points = keyPoints.map(
    ({ label, text }) => `<p>${escaped(label === undefined ? text : `${label}: ${text}`)}</p>`,
  );
  return [
    `<!DOCTYPE html><html lang="${language}"><body>`,
    ...chosen.map((filter) => `<i data-pagefind-filter="${escaped(filter)}"></i>`),
    `<i data-pagefind-sort="date[data-at]" data-at="${at}"></i>`,
    `<i data-pagefind-meta="date[data-date]" data-date="${escaped(date)}"></i>`,
    ...Object.entries(foreign ?? {}).map(
      ([name, value]) => `<i data-pagefind-meta="${name}[data-${name}]" data-${name}="${value}"></i>`,
    ),
    marker('briefing', '', []),
    `<h1>${escaped(headline)}</h1><p>${escaped(standfirst)}</p>`,
    ...points,
    body,
    ...parts.map(({ kind, anchor, by, text }) => `${marker(kind, anchor, by)}<figure>${escaped(text)}</figure>`),
    '</body></html>',
  ].join('\n');
}

function marker(...[kind, anchor, by]: [Parameters<typeof partName>[0]['kind'], string, readonly string[]]): string {
  return `<i id="${escaped(partName({ kind, anchor, by }))}"></i>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
