import { makePaths, RESERVED_SLUGS } from '../paths.ts';
import type { CollectionName } from '../schemas/publication.ts';
import { oldAddress } from '../schemas/scalars.ts';
import { type CheckedFile, dataOf, wrongAt } from './between.ts';
import type { Path } from './document.ts';
import type { Mistake } from './mistake.ts';
import { pageOf } from './pages.ts';
import { idsIn } from './references.ts';
import { valuesAt } from './values.ts';

/**
 * No two entries may have one address, now or before, and no page may stand where the site has one of its own.
 *
 * @param isPublicFile whether public/ has a file of a name.
 */
export function checkAddresses(files: readonly CheckedFile[], isPublicFile: (name: string) => boolean): Mistake[] {
  return [...checkEntries(files), ...checkAliases(files, isPublicFile)];
}

function checkEntries(files: readonly CheckedFile[]): Mistake[] {
  const mistakes: Mistake[] = [];
  const taken = new Map<string, string>();
  for (const file of files) {
    const { collection } = file.reading;
    for (const { id, path } of idsIn(file)) {
      const wrong = (rule: Mistake['rule'], message: string) => mistakes.push(wrongAt(file, path, rule, message));
      const other = taken.get(`${collection} ${id}`);
      if (other !== undefined) {
        wrong('duplicate-address', `"${id}" is taken already, in ${other}. Give one of the two another name.`);
      }
      if (collection === 'pages' && RESERVED_SLUGS.includes(id)) {
        wrong('reserved-address', `The site has a page of its own at /${id}/. Rename the file.`);
      }
      taken.set(`${collection} ${id}`, file.file);
    }
  }
  return mistakes;
}

/** Old addresses: each leads to one page, and none hides a page that is there. Drafts count, since they will be pages. */
function checkAliases(files: readonly CheckedFile[], isPublicFile: (name: string) => boolean): Mistake[] {
  const given = files.flatMap(aliasesIn);
  if (given.length === 0) return [];
  const mistakes: Mistake[] = [];
  const pages = pageAddresses(files);
  const taken = new Map<string, string>();
  for (const { checked, path, alias } of given) {
    const wrong = (rule: Mistake['rule'], message: (value: string) => string) =>
      mistakes.push(wrongAt(checked, path, rule, message(asWritten(checked, path) ?? alias)));
    // Some file systems take capital and small letters for the same, and the page of one would replace the other.
    const address = decodeURIComponent(alias).toLowerCase();
    const other = taken.get(address);
    const page = pages.get(address);
    if (page !== undefined) {
      wrong('duplicate-address', (value) => `"${value}" is the address of a page, from ${page}. Take it out.`);
    } else if (other !== undefined) {
      wrong(
        'duplicate-address',
        (value) => `"${value}" leads to another page already, in ${other}. Keep one of the two.`,
      );
    } else if (isTaken(decodeURIComponent(alias), isPublicFile)) {
      wrong('duplicate-address', (value) => `At "${value}" stands a file of public/. Take one of the two out.`);
    } else if (isReserved(address, pages)) {
      wrong('reserved-address', (value) => `"${value}" is where the site may have a page of its own. Take it out.`);
    }
    taken.set(address, checked.file);
  }
  return mistakes;
}

/** The old addresses of a file as the schema puts them out. What is no address at all is for the schema to judge. */
function aliasesIn(checked: CheckedFile): { checked: CheckedFile; path: Path; alias: string }[] {
  if (!HAVING_ALIASES.includes(checked.reading.collection)) return [];
  return valuesAt(dataOf(checked), ['aliases', '*']).flatMap(({ value, path }) => {
    const read = oldAddress().safeParse(value);
    return read.success ? [{ checked, path, alias: read.data }] : [];
  });
}

/** An old address as an editor wrote it, percent-encoded or not. */
function asWritten({ open }: CheckedFile, path: Path): string | undefined {
  return valuesAt(open()?.document.data, ['aliases', '*']).find((found) => found.path.at(-1) === path.at(-1))?.value;
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
function pageAddresses(files: readonly CheckedFile[]): Map<string, string> {
  return new Map(
    files.flatMap((file) =>
      idsIn(file).map(({ id }): [string, string] => [pageOf(FROM_ROOT, file.reading.collection, id), file.file]),
    ),
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
