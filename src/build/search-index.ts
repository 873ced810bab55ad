import type { SearchIndex, SearchRecord } from '../newsroom/search.ts';
import { filterName, partName, SEARCH_FILTERS } from '../newsroom/search-part.ts';
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

const UNKNOWN = 'wasm.unknown.pagefind';

/**
 * How many places of words a file of the index has, about: what a reader loads for each word. Pagefind makes files of 20,000, which are
 * 26 kB; each file has its line in what every reader loads. By this name alone it can be told.
 */
const PLACES_IN_A_FILE = { PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE: '8000' };

/**
 * Makes a search index. The same records in the same order give the same bytes.
 *
 * @param records with their bodies as HTML, the newest first: readers are given them in this order where they ask for it.
 * @param name of the index.
 * @param language a BCP 47 tag: by it Pagefind knows the endings of words.
 * @returns files in the order of their paths.
 * @throws BuildError if Pagefind does not run on this machine, or refuses a record.
 */
export async function indexOf(
  records: Iterable<{ record: SearchRecord; body: string }>,
  name: SearchIndex,
  language: string,
): Promise<IndexFile[]> {
  // It starts a program of its own, which has the environment of this one.
  Object.assign(process.env, PLACES_IN_A_FILE);
  const { createIndex, close } = await import('pagefind').catch(refused);
  try {
    const { index, errors } = await createIndex({ excludeSelectors: NOT_TEXT });
    if (!index) throw new BuildError(sentence(errors));
    const tag = tagOf(name, language);
    for (const { record, body } of records) {
      const { errors } = await index.addHTMLFile({ url: record.url, content: recordHtml(record, body, tag) });
      if (errors.length > 0) throw new BuildError(sentence(errors));
    }
    const { files } = await index.getFiles();
    // What knows the endings of no language is for those that Pagefind does not know.
    const known = files.some(({ path }) => path.startsWith('wasm.') && path !== UNKNOWN);
    return files
      .filter(({ path }) => NEEDED.test(path) && !(known && path === UNKNOWN))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  } finally {
    await close();
  }
}

/**
 * The language of an index, with the name of all but the first in a subtag of private use (BCP 47, 2.2.7). Pagefind begins the id of each
 * record with it, so that no two of them have the same.
 */
function tagOf(name: SearchIndex, language: string): string {
  const { language: tag } = new Intl.Locale(language);
  return name === 'recent' ? tag : `${tag}-x-${name}`;
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
export function recordHtml(record: SearchRecord, body: string, language: string): string {
  const { headline, standfirst, keyPoints, date, foreign, filters, parts } = record;
  const chosen = SEARCH_FILTERS.flatMap((name) => filters[name].map((value) => `${filterName(name, value)}:${value}`));
  const points = keyPoints.map(
    ({ label, text }) => `<p>${escaped(label === undefined ? text : `${label}: ${text}`)}</p>`,
  );
  return [
    `<!DOCTYPE html><html lang="${language}"><body>`,
    ...chosen.map((filter) => `<i data-pagefind-filter="${escaped(filter)}"></i>`),
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
