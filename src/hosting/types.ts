import { FEED_FORMATS } from '../newsroom/feeds.ts';

/** Media types of text, all of it UTF-8 (iana.org/assignments/media-types), by the ending of the file. */
const TEXT: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html',
  ics: 'text/calendar',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  opml: 'text/x-opml',
  speculationrules: 'application/speculationrules+json',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
};

const BINARY: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  ico: 'image/vnd.microsoft.icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  wasm: 'application/wasm',
  webp: 'image/webp',
  woff2: 'font/woff2',
};

const withCharset = (type: string) => `${type}; charset=utf-8`;

/** Content types by the ending of a file, without its dot. */
export const TYPES: Readonly<Record<string, string>> = {
  ...BINARY,
  ...Object.fromEntries(Object.entries(TEXT).map(([ending, type]) => [ending, withCharset(type)])),
};

/** Content types of files that their name tells, whatever its ending says. */
export const NAMED_TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(FEED_FORMATS.map(({ file, type }) => [file, withCharset(type)])),
  'opensearch.xml': withCharset('application/opensearchdescription+xml'),
};

/** Of a file that nothing is known of: a browser saves it and shows nothing. */
export const UNKNOWN_TYPE = 'application/octet-stream';

/** @param path of a file of the site, from its root. */
export function typeOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return NAMED_TYPES[name] ?? TYPES[endingOf(name)] ?? UNKNOWN_TYPE;
}

/** Whether a file is text: worth compressing. */
export function isText(path: string): boolean {
  return endingOf(path) in TEXT;
}

function endingOf(path: string): string {
  return /\.([a-z0-9]+)$/.exec(path)?.[1] ?? '';
}
