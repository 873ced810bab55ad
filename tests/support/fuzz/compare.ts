import { existsSync, readFileSync } from 'node:fs';
import { fromHtml } from 'hast-util-from-html';
import { select } from 'hast-util-select';
import { firstMissing, isMap, type Said, textOf, textsIn, wordsOf } from './expected.ts';

/**
 * What a built briefing does not say of what its file says.
 *
 * @param folder of the briefing in the built site.
 * @param asOf the instant that the site speaks as of.
 */
export function lostIn(folder: string, { data, words }: Said, asOf: string): string[] {
  const hidden = data.draft === true || isLater(data.embargoUntil, asOf);
  if (hidden) return existsSync(folder) ? ['it is not public, and is published'] : [];
  if (!existsSync(`${folder}/index.html`)) return ['there is no page'];
  const page = fromHtml(readFileSync(`${folder}/index.html`, 'utf8'));
  const json: unknown = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'));
  const main = select('main', page);
  const shown = flat(main ? textOf(main) : '');
  const made = listOf(data.changes).filter((change) => !isLater(valueAt(change, 'at'), asOf));
  if (made.some((change) => valueAt(change, 'kind') === 'withdrawal')) {
    const notice = made
      .filter((change) => valueAt(change, 'kind') === 'withdrawal')
      .map((change) => valueAt(change, 'what'));
    return [data.headline, notice.at(-1)]
      .filter((text) => !shown.includes(flat(String(text))))
      .map((text) => `page: ${text}`);
  }
  const told = { ...data, changes: made };
  const prose = select('.prose', page);
  const missing = firstMissing(words, wordsOf(prose ? textOf(prose) : ''));
  return [
    ...lostFromJson(told, json),
    ...textsIn(told)
      .filter(({ text }) => !shown.includes(flat(text)))
      .map(({ key, text }) => `page: ${key}: ${text}`),
    ...(missing === undefined ? [] : [`body: ${missing}`]),
  ];
}

/** Keys that say whether and where it is published, not what. */
const SETTINGS = new Set(['draft', 'embargoUntil', 'aliases']);

/** What the JSON does not say: every key of the file has to be there with its value, in every entry of every list. */
function lostFromJson(data: Record<string, unknown>, json: unknown): string[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (SETTINGS.has(key)) return [];
    const there = valueAt(json, key);
    if (key === 'story')
      return String(valueAt(there, 'url')).endsWith(`/stories/${String(value)}/`) ? [] : [`json: story`];
    if (key === 'topics') {
      const urls = listOf(there).map((topic) => String(valueAt(topic, 'url')));
      return listOf(value)
        .filter((id, index) => !urls[index]?.endsWith(`/topics/${String(id)}/`))
        .map((id) => `json: topic ${id}`);
    }
    return lost(value, there, key);
  });
}

function lost(value: unknown, there: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    const rest = [...listOf(there)];
    if (rest.length !== value.length) return [`json: ${path}: ${rest.length} of ${value.length}`];
    // Lists may be put into another order: each entry is looked for among those that are left.
    return value.flatMap((entry, index) => {
      const found = rest.findIndex((other) => lost(entry, other, path).length === 0);
      if (found < 0) return [`json: ${path} ${index}: ${JSON.stringify(entry)}`];
      rest.splice(found, 1);
      return [];
    });
  }
  if (isMap(value))
    return Object.entries(value).flatMap(([key, inner]) => lost(inner, valueAt(there, key), `${path}.${key}`));
  return isSame(value, there) ? [] : [`json: ${path}: ${JSON.stringify(value)} is ${JSON.stringify(there)}`];
}

/** Whoever tells an event stands in a list; dates are text; addresses are written as addresses are (RFC 3986). */
function isSame(value: unknown, there: unknown): boolean {
  const [text, other] = [
    String(value).trim(),
    Array.isArray(there) && there.length === 1 ? String(there[0]) : String(there),
  ];
  return text === other || (URL.canParse(text) && new URL(text).href === other);
}

function isLater(instant: unknown, asOf: string): boolean {
  return typeof instant === 'string' && Date.parse(instant) > Date.parse(asOf);
}

function valueAt(data: unknown, key: string): unknown {
  return isMap(data) && Object.hasOwn(data, key) ? data[key] : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** White space as a page shows it. */
function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
