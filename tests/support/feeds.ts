import { globSync, readFileSync } from 'node:fs';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';

/** The forms of every feed. */
export const FEED_FILES = ['rss.xml', 'atom.xml', 'feed.json'] as const;
export type FeedFile = (typeof FEED_FILES)[number];

/** An item of a feed, whatever its format. */
export interface ReadItem {
  id: string;
  link: string;
  title: string;
  /** Plain text in JSON, HTML elsewhere. */
  summary: string;
  content: string;
  published: string;
  updated: string;
  categories: string[];
  authors: string[];
}

export interface ReadFeed {
  title: string;
  description: string;
  self: string | undefined;
  page: string | undefined;
  /** The archive before it. */
  older: string | undefined;
  updated: string | undefined;
  items: ReadItem[];
}

/** Every feed of a built site. */
export function feedFilesOf(folder: string): string[] {
  return globSync(`**/{${FEED_FILES.join(',')}}`, { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/** Reads a feed with another library than the one that writes it. */
export function readFeed(path: string): ReadFeed {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('rss.xml')) return readRss(text);
  return path.endsWith('atom.xml') ? readAtom(text) : readJsonFeed(text);
}

function readRss(text: string): ReadFeed {
  const { title = '', description = '', link, atom, items = [], lastBuildDate } = parseRssFeed(text);
  const linkOf = (rel: string) => atom?.links?.find((given) => given.rel === rel)?.href;
  return {
    title,
    description,
    self: linkOf('self'),
    older: linkOf('prev-archive'),
    page: link,
    updated: lastBuildDate,
    items: items.map((item) => ({
      id: item.guid?.value ?? '',
      link: item.link ?? '',
      title: item.title ?? '',
      summary: item.description ?? '',
      content: item.content?.encoded ?? '',
      published: item.pubDate ?? '',
      updated: item.atom?.updated ?? '',
      categories: item.categories?.map(({ name }) => name ?? '') ?? [],
      authors: item.dc?.creators ?? [],
    })),
  };
}

function readAtom(text: string): ReadFeed {
  const { title, subtitle, links = [], entries = [], updated } = parseAtomFeed(text);
  const linkOf = (rel: string) => links.find((given) => given.rel === rel)?.href;
  return {
    title: plain(title),
    description: plain(subtitle),
    self: linkOf('self'),
    older: linkOf('prev-archive'),
    page: linkOf('alternate'),
    updated,
    items: entries.map((entry) => ({
      id: entry.id ?? '',
      link: entry.links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
      title: plain(entry.title),
      summary: plain(entry.summary),
      content: plain(entry.content),
      published: entry.published ?? '',
      updated: entry.updated ?? '',
      categories: entry.categories?.map(({ term }) => term ?? '') ?? [],
      authors: entry.authors?.map(({ name }) => name ?? '') ?? [],
    })),
  };
}

/** The text of a text construct of Atom, whichever way the library gives it. */
function plain(construct: string | { value?: string | undefined } | undefined): string {
  return typeof construct === 'string' ? construct : (construct?.value ?? '');
}

function readJsonFeed(text: string): ReadFeed {
  const { title = '', description = '', feed_url, home_page_url, next_url, items = [] } = parseJsonFeed(text);
  return {
    title,
    description,
    self: feed_url,
    older: next_url,
    page: home_page_url,
    updated: undefined,
    items: items.map((item) => ({
      id: item.id ?? '',
      link: item.url ?? '',
      title: item.title ?? '',
      summary: item.summary ?? '',
      content: item.content_html ?? '',
      published: item.date_published ?? '',
      updated: item.date_modified ?? '',
      categories: item.tags ?? [],
      authors: item.authors?.map(({ name }) => name ?? '') ?? [],
    })),
  };
}
