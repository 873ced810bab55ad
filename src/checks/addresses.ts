import { makePaths, RESERVED_SLUGS } from '../paths.ts';
import type { CollectionName } from '../schemas/publication.ts';
import { oldAddress } from '../schemas/scalars.ts';
import type { ContentFile } from './files.ts';
import type { Mistake } from './mistake.ts';
import { pageOf } from './pages.ts';
import { idsIn } from './references.ts';
import { valuesAt } from './values.ts';

/**
 * No two entries may have one address, now or before, and no page may stand where the site has one of its own.
 *
 * @param isPublicFile whether public/ has a file of a name.
 */
export function checkAddresses(files: readonly ContentFile[], isPublicFile: (name: string) => boolean): Mistake[] {
  return [...checkEntries(files), ...checkAliases(files, isPublicFile)];
}

function checkEntries(files: readonly ContentFile[]): Mistake[] {
  const mistakes: Mistake[] = [];
  const taken = new Map<string, string>();
  for (const file of files) {
    const { collection, document } = file;
    for (const { id, path } of idsIn(file)) {
      const wrong = (rule: Mistake['rule'], message: string) =>
        mistakes.push({ file: document.file, ...document.locate(path), rule, message });
      const other = taken.get(`${collection} ${id}`);
      if (other !== undefined) {
        wrong('duplicate-address', `"${id}" is taken already, in ${other}. Give one of the two another name.`);
      }
      if (collection === 'pages' && RESERVED_SLUGS.includes(id)) {
        wrong('reserved-address', `The site has a page of its own at /${id}/. Rename the file.`);
      }
      taken.set(`${collection} ${id}`, document.file);
    }
  }
  return mistakes;
}

/** Old addresses: each leads to one page, and none hides a page that is there. Drafts count, since they will be pages. */
function checkAliases(files: readonly ContentFile[], isPublicFile: (name: string) => boolean): Mistake[] {
  const mistakes: Mistake[] = [];
  const pages = pageAddresses(files);
  const given = new Map<string, string>();
  for (const { document } of files.filter(({ collection }) => HAVING_ALIASES.includes(collection))) {
    for (const { value, path } of valuesAt(document.data, ['aliases', '*'])) {
      const read = oldAddress().safeParse(value);
      // What is no address at all is for the schema to judge.
      if (!read.success) continue;
      const wrong = (rule: Mistake['rule'], message: string) =>
        mistakes.push({ file: document.file, ...document.locate(path), rule, message });
      // Some file systems take capital and small letters for the same, and the page of one would replace the other.
      const address = decodeURIComponent(read.data).toLowerCase();
      const other = given.get(address);
      const page = pages.get(address);
      if (page !== undefined) {
        wrong('duplicate-address', `"${value}" is the address of a page, from ${page}. Take it out.`);
      } else if (other !== undefined) {
        wrong('duplicate-address', `"${value}" leads to another page already, in ${other}. Keep one of the two.`);
      } else if (isTaken(decodeURIComponent(read.data), isPublicFile)) {
        wrong('duplicate-address', `At "${value}" stands a file of public/. Take one of the two out.`);
      } else if (isReserved(address, pages)) {
        wrong('reserved-address', `"${value}" is where the site may have a page of its own. Take it out.`);
      }
      given.set(address, document.file);
    }
  }
  return mistakes;
}

/** Whether a file stands at an address, or at a folder on the way there. */
function isTaken(address: string, isPublicFile: (name: string) => boolean): boolean {
  const parts = address.slice(1, -1).split('/');
  const ways = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return [...ways, `${parts.join('/')}/index.html`].some(isPublicFile);
}

const HAVING_ALIASES: readonly CollectionName[] = ['briefings', 'stories', 'pages'];

/** Addresses from the root of the site, wherever it stands. */
const FROM_ROOT = makePaths('https://site.invalid/');

/** The address of every entry, with the file that it comes from. */
function pageAddresses(files: readonly ContentFile[]): Map<string, string> {
  return new Map(
    files.flatMap((file) => {
      return idsIn(file).map(({ id }): [string, string] => [
        pageOf(FROM_ROOT, file.collection, id),
        file.document.file,
      ]);
    }),
  );
}

/** Parts of the site in which entries have their places; an entry that was renamed had one there too. */
const WITH_ENTRIES = ['briefings', 'stories', 'topics', 'sources'];

/** The endings of the files that stand at the root of a site; no folder can stand there too. */
const FILE = /\.(html|ico|ics|json|opml|png|svg|txt|webmanifest|xml)$/;

/**
 * Whether the site has pages or files there that come from no single entry: lists, days, feeds, assets.
 *
 * @param address decoded, in small letters.
 * @param pages the addresses of all entries.
 */
function isReserved(address: string, pages: ReadonlyMap<string, string>): boolean {
  const [, first = '', ...rest] = address.slice(0, -1).split('/');
  if (first.startsWith('_') || FILE.test(first)) return true;
  if (!WITH_ENTRIES.includes(first)) return RESERVED_SLUGS.includes(first);
  // A list, one of its further pages, or something that belongs to an entry.
  if (rest.length === 0 || (first === 'briefings' && rest.length === 1 && /^\d+$/.test(rest[0] ?? ''))) return true;
  const ends = rest.map((_, index) => `/${[first, ...rest.slice(0, index + 1)].join('/')}/`);
  return ends.slice(0, -1).some((above) => pages.has(above));
}
