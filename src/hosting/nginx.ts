import type { Moved } from '../newsroom/views/moved.ts';
import { expressionOf, headersOf, type Kind, PLACES, type Policies } from './headers.ts';
import { NAMED_TYPES, TYPES, UNKNOWN_TYPE } from './types.ts';

/** The folder of the includes in the built site. No server that denies dotfiles hands it out, and nginx is told to. */
export const NGINX_FOLDER = '.nginx';

/** Files of the build that are for servers, and for nobody else. */
export const FOR_SERVERS = ['_headers', '_redirects'] as const;

export interface NginxSite {
  /** The path of the site, with a slash at both ends. */
  base: string;
  policies: Policies;
  moved: readonly Moved[];
}

/**
 * An include for a `server` of nginx: one location that holds the whole site and touches nothing else of the server. A location
 * with an `add_header` of its own takes none from around it, so each names all of its headers.
 */
export function nginxSite({ base, policies, moved }: NginxSite): string {
  const headers = (kind: Kind) =>
    Object.entries(headersOf(kind, policies, base)).map(([name, value]) => {
      // One that names an address has it between marks of its own.
      return `add_header ${name} ${quoted(value, value.includes('"') ? "'" : '"')} always;`;
    });
  // nginx holds decoded addresses against its locations.
  const root = decodeURIComponent(base);
  const kind = (name: keyof typeof PLACES) =>
    block(`location ~ "^${expressionOf(root + PLACES[name])}$"`, headers(name));
  const denied = FOR_SERVERS.map((name) => block(`location = ${quoted(root + name)}`, ['return 404;']));
  const named = Object.entries(NAMED_TYPES).map(([name, type]) =>
    block(`location ~ "/${expressionOf(name)}$"`, ['types {}', `default_type ${quoted(type)};`, ...headers('file')]),
  );
  const location = block(`location ${quoted(root)}`, [
    'index index.html;',
    'absolute_redirect off;',
    // A folder without a page is nothing that a reader could have meant.
    `error_page 404 ${quoted(`${root}404.html`)};`,
    `error_page 403 =404 ${quoted(`${root}404.html`)};`,
    // Files that the build compressed; without them this does nothing.
    'gzip_static on;',
    'gzip_vary on;',
    ...block(
      'types',
      Object.entries(TYPES).map(([ending, type]) => `${quoted(type)} ${ending};`),
    ),
    `default_type ${UNKNOWN_TYPE};`,
    ...headers('page'),
    ...block('location ~ "/\\.(?!well-known/)"', ['return 404;']),
    ...denied.flat(),
    ...moved.flatMap(({ from, to }) =>
      block(`location = ${quoted(decodeURIComponent(from))}`, [`return 301 ${quoted(to)};`]),
    ),
    ...(policies.search ? kind('search') : []),
    ...kind('mail'),
    ...kind('font'),
    ...kind('asset'),
    ...kind('worker'),
    ...named.flat(),
    ...block('location ~ "\\.(?!html$)[a-z0-9_]+$"', headers('file')),
  ]);
  const withoutSlash =
    base === '/'
      ? []
      : block(`location = ${quoted(root.slice(0, -1))}`, ['absolute_redirect off;', `return 301 ${quoted(base)};`]);
  const head = '# nginx: for inclusion in a server. Made by the build; reload nginx after it.';
  return [head, ...withoutSlash, ...location, ''].join('\n');
}

/** For nginx with the module brotli_static, in the same server: the smaller of the compressed files. */
export const NGINX_BROTLI = '# nginx with the module brotli_static: for inclusion in a server.\nbrotli_static on;\n';

function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), '}'];
}

/**
 * A text between quotation marks, as nginx reads it: either kind.
 *
 * @throws RangeError for what nginx would read as something else: a variable, or the end of the text.
 */
function quoted(text: string, mark = '"'): string {
  if (text.includes(mark) || /[\n$\\]/.test(text)) throw new RangeError(`nginx cannot be told ${JSON.stringify(text)}`);
  return mark + text + mark;
}
