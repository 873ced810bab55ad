import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { kindOf, type Policies, policiesFor } from '../hosting/headers.ts';
import { headersFile } from '../hosting/headers-file.ts';
import { blockedIn, stylesOf } from '../hosting/inline.ts';
import { beyondLimits } from '../hosting/limits.ts';
import { movedPage } from '../hosting/moved-page.ts';
import { NGINX_BROTLI, NGINX_FOLDER, nginxSite } from '../hosting/nginx.ts';
import { redirectsFile } from '../hosting/redirects-file.ts';
import { SECURITY_TXT, securityTxt } from '../hosting/security-txt.ts';
import { openEdition } from '../newsroom/edition.ts';
import { movedViews } from '../newsroom/views/moved.ts';
import type { Publication } from '../schemas/publication.ts';
import { compress } from './compress.ts';
import { eachOf } from './each.ts';
import { filesIn } from './files-in.ts';

/** How many pages are read at a time. */
const AT_A_TIME = 16;

/**
 * What servers need beside the pages: the policy in every page and in header files, redirects, `security.txt` and compressed
 * files. Works on the folder that Astro has written to, before anything that takes the site as whole.
 *
 * @param asOf the instant that the site speaks as of.
 */
export function hosting(publication: Publication, asOf: string): AstroIntegration {
  let publicFolder = '';
  return {
    name: 'readout-hosting',
    hooks: {
      'astro:config:setup': ({ command, addMiddleware }) => {
        // The dev server puts scripts of its own into pages.
        if (command === 'build') {
          addMiddleware({ entrypoint: new URL('./policy-middleware.ts', import.meta.url), order: 'pre' });
        }
      },
      'astro:config:done': ({ config }) => {
        publicFolder = fileURLToPath(config.publicDir);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { warnings, compressed } = await writeForServers({ folder, publicFolder, publication, asOf });
        for (const told of warnings) logger.warn(told);
        if (compressed > 0) logger.info(`${compressed} compressed files written.`);
      },
    },
  };
}

/** A site that was built, and what it was built from. */
export interface Built {
  /** Where its files are. */
  folder: string;
  /** Where files of the publisher come from that are copied as they are. */
  publicFolder: string;
  publication: Publication;
  /** The instant that the site speaks as of. */
  asOf: string;
}

/**
 * Writes all files for servers into a built site.
 *
 * @returns a sentence for each thing in a page that its policy blocks and for what a host cannot read; how many compressed
 *   files there are.
 * @throws TakenError if an old address has a page in public/.
 */
export async function writeForServers({
  folder,
  publicFolder,
  publication,
  asOf,
}: Built): Promise<{ warnings: string[]; compressed: number }> {
  const edition = openEdition(publication, asOf);
  const { site, paths } = edition;
  const base = paths.home();
  const write = async (name: string, text: string) => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  };
  const moved = movedViews(edition);
  const { policies, blocked } = await readPolicies(folder, filesIn(folder));
  for (const view of moved) {
    const name = `${decodeURIComponent(view.from.slice(base.length))}index.html`;
    if (existsSync(join(folder, name))) throw new TakenError(view.from);
    await write(name, movedPage(view)).catch((error: NodeJS.ErrnoException) => {
      // A file where a folder would have to be.
      throw ['EEXIST', 'ENOTDIR'].includes(error.code ?? '') ? new TakenError(view.from) : error;
    });
  }
  // Under a path nobody would look for it.
  if (site.contact !== undefined && base === '/') {
    const canonical = paths.absolute(paths.file(SECURITY_TXT));
    const { contact, language } = site;
    await write(SECURITY_TXT, securityTxt({ contact, asOf, canonical, language }));
  }
  const headers = own(publicFolder, '_headers') + headersFile(base, policies);
  const redirects = own(publicFolder, '_redirects') + redirectsFile(moved);
  await write('_headers', headers);
  await write('_redirects', redirects);
  await write(`${NGINX_FOLDER}/site.conf`, nginxSite({ base, policies, moved }));
  await write(`${NGINX_FOLDER}/brotli.conf`, NGINX_BROTLI);
  const warnings = [...blocked, ...beyondLimits(headers, redirects)];
  return { warnings, compressed: site.precompress ? await compress(folder, filesIn(folder)) : 0 };
}

/** An old address at which public/ has a page. Its message is all that an editor needs. */
class TakenError extends Error {
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

/** What the built pages and newsletters need to be allowed, and a sentence for each thing in them that is not. */
async function readPolicies(
  folder: string,
  files: readonly string[],
): Promise<{ policies: Policies; blocked: string[] }> {
  const styles = new Set<string>();
  const mailStyles = new Set<string>();
  const blocked: string[] = [];
  await eachOf(files, AT_A_TIME, async (file) => {
    const kind = kindOf(file);
    if (kind !== 'page' && kind !== 'mail') return;
    const html = await readFile(join(folder, file), 'utf8');
    if (kind === 'mail') {
      for (const style of styleAttributesOf(html)) mailStyles.add(style);
      return;
    }
    for (const style of stylesOf(html)) styles.add(style);
    for (const what of new Set(blockedIn(html))) blocked.push(`${file} has ${what}, which its policy blocks.`);
  });
  return { policies: policiesFor(styles, mailStyles), blocked: blocked.sort() };
}

function styleAttributesOf(html: string): string[] {
  const styles: string[] = [];
  visit(fromHtml(html), 'element', ({ properties }) => {
    if (typeof properties.style === 'string') styles.push(properties.style);
  });
  return styles;
}
