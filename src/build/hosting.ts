import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policiesFor } from '../hosting/headers.ts';
import { headersFile } from '../hosting/headers-file.ts';
import { beyondLimits } from '../hosting/limits.ts';
import { movedPage } from '../hosting/moved-page.ts';
import { NGINX_BROTLI, NGINX_FOLDER, nginxSite } from '../hosting/nginx.ts';
import { redirectsFile } from '../hosting/redirects-file.ts';
import { SECURITY_TXT, securityTxt } from '../hosting/security-txt.ts';
import { SPECULATION_RULES, speculationRules } from '../hosting/speculation.ts';
import { openEdition } from '../newsroom/edition.ts';
import { movedViews } from '../newsroom/views/moved.ts';
import type { Publication } from '../schemas/publication.ts';
import type { Told } from './told.ts';

/** What the files for servers are made from. */
export interface Built {
  publication: Publication;
  /** The instant that the site speaks as of. */
  asOf: string;
  /** Where files of the publisher come from that are copied as they are. */
  publicFolder: string;
  /** Every page and newsletter of the site. */
  told: readonly Told[];
  /** Whether the site has a file, or a folder, of a name. */
  has(path: string): boolean;
}

/**
 * The files that servers need beside the pages: header files with the policies, redirects, pages at old addresses and
 * `security.txt`.
 *
 * @returns their texts by their paths, and a sentence for each thing in a page that its policy blocks and for what a host
 *   cannot read.
 * @throws TakenError if an old address has a page in public/.
 */
export function filesForServers({ publication, asOf, publicFolder, told, has }: Built): {
  files: Map<string, string>;
  warnings: string[];
} {
  const edition = openEdition(publication, asOf);
  const { site, paths } = edition;
  const base = paths.home();
  const files = new Map<string, string>();
  const moved = movedViews(edition);
  for (const view of moved) {
    const folder = decodeURIComponent(view.from.slice(base.length, -1));
    // A file where a folder would have to be is in the way as well.
    const above = folder.split('/').map((_part, index, parts) => parts.slice(0, index + 1).join('/'));
    if (has(`${folder}/index.html`) || above.some(has)) throw new TakenError(view.from);
    files.set(`${folder}/index.html`, movedPage(view));
  }
  // Under a path nobody would look for it.
  if (site.contact !== undefined && base === '/') {
    const canonical = paths.absolute(paths.file(SECURITY_TXT));
    const { contact, language } = site;
    files.set(SECURITY_TXT, securityTxt({ contact, asOf, canonical, language }));
  }
  const digestsOf = (what: 'styles' | 'scripts', kind: Told['kind']) =>
    new Set(told.filter((one) => one.kind === kind).flatMap((one) => one[what]));
  const searches = told.some(({ kind }) => kind === 'search');
  const policies = policiesFor({
    styles: digestsOf('styles', 'page'),
    mailStyles: digestsOf('styles', 'mail'),
    searchStyles: searches ? digestsOf('styles', 'search') : undefined,
    scripts: digestsOf('scripts', 'page'),
    searchScripts: digestsOf('scripts', 'search'),
  });
  files.set(SPECULATION_RULES, speculationRules(base));
  const headers = own(publicFolder, '_headers') + headersFile(base, policies);
  const redirects = own(publicFolder, '_redirects') + redirectsFile(moved);
  files.set('_headers', headers);
  files.set('_redirects', redirects);
  files.set(`${NGINX_FOLDER}/site.conf`, nginxSite({ base, policies, moved }));
  files.set(`${NGINX_FOLDER}/brotli.conf`, NGINX_BROTLI);
  const blocked = told.flatMap(({ path, blocked }) =>
    blocked.map((what) => `${path} has ${what}, which its policy blocks.`),
  );
  return { files, warnings: [...blocked.sort(), ...beyondLimits(headers, redirects)] };
}

/** An old address at which public/ has a page. Its message is all that an editor needs. */
export class TakenError extends Error {
  constructor(address: string) {
    super(`public/ has a page at ${address}, which is an alias in content/. Take one of the two out.`);
    this.name = 'TakenError';
    this.stack = this.message;
  }
}

/** What the publisher's own file of that name in public/ says: it comes first, and the build's rules after it. */
function own(publicFolder: string, name: string): string {
  const path = join(publicFolder, name);
  return existsSync(path) ? `${readFileSync(path, 'utf8').trimEnd()}\n\n` : '';
}
