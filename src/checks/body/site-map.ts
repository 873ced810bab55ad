import { addressesOf } from '../../newsroom/addresses.ts';
import { type Edition, openEdition } from '../../newsroom/edition.ts';
import { linkedParts } from '../../newsroom/parts.ts';
import { isPublic } from '../../newsroom/public.ts';
import { makePaths, type Paths } from '../../paths.ts';
import type { Publication } from '../../schemas/publication.ts';
import type { CheckedFile } from '../between.ts';
import type { Kind } from '../folder.ts';
import { pageOf } from '../pages.ts';
import { idsIn } from '../references.ts';

/** What links and images of a body may lead to. */
export interface SiteMap {
  paths: Paths;
  /** Of the site's own address: `https://example.org`. */
  origin: string;
  /** Whether the site has a page or file at an instant, in milliseconds; with infinity, drafts are there too. */
  has(path: string, at: number): boolean;
  /** Every address, with those of drafts. */
  addresses(): string[];
  /** The ids on a page that one file makes and whose body can be read; nothing for other pages. */
  idsOn(path: string): readonly string[] | undefined;
  /**
   * Whether a page gives an id to one of its facts, statements, events or years at an instant, as above: which events it has,
   * and by what names, hangs on other files. Where those have mistakes, it may.
   */
  hasPart(path: string, anchor: string, at: number): boolean;
  /** Whether a file of public/ is there. */
  isFile(name: string): boolean;
}

interface Given {
  /** What could be read. */
  publication: Publication;
  files: readonly CheckedFile[];
  /** Files that cannot be read: what pages they make is known by their names, or not at all. */
  unread: readonly Kind[];
  /** False if files have mistakes: what hangs on all of them, like numbered pages of lists, is not judged then. */
  isWhole: boolean;
  /** The instant that the site speaks as of. */
  asOf: string;
  /** Whether public/ has a file of a name. */
  isPublicFile(name: string): boolean;
}

/** @returns nothing where the site's own address is not known. */
export function siteMapOf({ publication, files, unread, isWhole, asOf, isPublicFile }: Given): SiteMap | undefined {
  const site = publication.site[0]?.data;
  if (!site) return undefined;
  const paths = makePaths(site.url);
  const named = pagesByFile(files, paths);
  const editionAt = editionsOf(publication, asOf);
  const sets = new Map<Edition, ReadonlySet<string>>();
  const addressesAt = (at: number) => {
    const edition = editionAt(at);
    const known = sets.get(edition) ?? addressesOf(edition);
    sets.set(edition, known);
    return known;
  };
  // What has mistakes is there all the same, and so may be what hangs on it: lists, days.
  const mayBeThere = (path: string) => named.has(path) || isUnread(path) || /\/\d[\d-]*\/$/.test(path);
  const isUnread = (path: string) =>
    unread.some(({ collection, id, listed }) =>
      listed ? path.startsWith(pageOf(paths, collection, '')) : path.startsWith(pageOf(paths, collection, id)),
    );
  const isPage = pagesKnownAlone(publication, paths, asOf);
  return {
    paths,
    origin: new URL(site.url).origin,
    isFile: isPublicFile,
    has: (path, at) =>
      isPage(path, at) ||
      addressesAt(at).has(path) ||
      isPublicFile(path.slice(paths.home().length)) ||
      (!isWhole && !addressesAt(Number.POSITIVE_INFINITY).has(path) && mayBeThere(path)),
    addresses: () => [...addressesAt(Number.POSITIVE_INFINITY)],
    hasPart: (path, anchor, at) => !isWhole || linkedParts(editionAt(at), path).includes(anchor),
    idsOn: (path) => named.get(path)?.reading.body?.anchors,
  };
}

/** What is public at an instant; nothing is read before `asOf`. A draft never is: it is there at no instant but the last. */
function editionsOf(publication: Publication, asOf: string): (at: number) => Edition {
  const editions = new Map<number, Edition>();
  return (at) => {
    const instant = Math.max(at, Date.parse(asOf));
    const isLast = instant === Number.POSITIVE_INFINITY;
    const known = editions.get(instant) ?? openEdition(publication, isLast ? asOf : instantOf(instant), isLast);
    editions.set(instant, known);
    return known;
  };
}

function instantOf(time: number): string {
  return new Date(time).toISOString();
}

/** The pages that files make, by their addresses: they exist even where what the file says has mistakes. */
function pagesByFile(files: readonly CheckedFile[], paths: Paths): Map<string, CheckedFile> {
  return new Map(
    files.flatMap((file) => idsIn(file).map(({ id }) => [pageOf(paths, file.reading.collection, id), file] as const)),
  );
}

/**
 * Says of most pages that bodies link to that they are there, before all addresses have to be known: briefings that are
 * public by then, topics and pages, which always are. Of what it does not know it says nothing.
 */
function pagesKnownAlone(
  { briefings, topics, pages }: Publication,
  paths: Paths,
  asOf: string,
): (path: string, at: number) => boolean {
  const always = new Set([
    ...topics.map(({ id }) => paths.topic(id)),
    ...pages.map(({ id }) => paths.page(id)),
    ...[paths.home(), paths.briefings(), paths.topics(), paths.stories()],
  ]);
  const told = new Map(briefings.map(({ id, data }) => [paths.briefing(id), data]));
  const now = Date.parse(asOf);
  return (path, at) => {
    if (always.has(path)) return true;
    const data = told.get(path);
    return data !== undefined && (at === Number.POSITIVE_INFINITY || isPublic(data, instantOf(Math.max(at, now))));
  };
}
